// Frontdesk's callers replaced by nobody: the framework alone has no tokens to check.
export const anyone = { kind: 'anyone', id: 'anyone', name: 'anyone' }
export const authenticateApiKey = () => anyone

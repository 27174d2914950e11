// Generated from spec/ by `npm run generate`. Do not edit.

/** The header that names the SDK and its platform. */
export const header = 'x-frontdesk-client'

/** The SDK with its version. */
export const client = 'frontdesk-client-sdk/0.1.0'

/** The environment variable of the log. */
export const logVariable = 'FRONTDESK_LOG'

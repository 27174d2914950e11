// The contract as the server holds it: the bundled document, its version and its ETag.
import { createHash } from 'node:crypto'
import document from '../generated/openapi.json' with { type: 'json' }

export { document }
export const contractVersion = document.info.version
export const contractEtag = `"${createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 22)}"`

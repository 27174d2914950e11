// The contract that the server serves: the bundled document and its ETag.
import { createHash } from 'node:crypto'
import document from '../generated/openapi.json' with { type: 'json' }

export { document }
export const contractEtag = `"${createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 22)}"`

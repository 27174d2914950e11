// The first presigned URL as Frontdesk makes it.
import { createPresign } from '../../../server/services/presign.ts'
import { bucket, credentials, key, region } from './upload.ts'

export async function handler() {
  const presign = createPresign({ region, credentials, endpoint: undefined })
  const url = await presign({ method: 'PUT', bucket, key, headers: { 'content-type': 'text/plain' } })
  return { statusCode: 200, body: url }
}

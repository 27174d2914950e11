// The first presigned URL as Frontdesk makes it.
import { createPresign } from '../../server/services/presign.ts'
import { upload } from './upload.ts'

export function create() {
  return async () => {
    const { region, credentials, bucket, key } = upload
    const presign = createPresign({ region, credentials, endpoint: undefined })
    const url = await presign({ seconds: 900, method: 'PUT', bucket, key, headers: { 'content-type': 'text/plain' } })
    return { statusCode: 200, body: url }
  }
}

// Presigned S3 URLs, made with the SDK's signer alone: the S3 client gives the same URLs and takes far longer to load.
import { domainOf } from '../aws/settings.ts'
import { Sha256 } from '../aws/sha256.ts'
import { lazily } from './lazily.ts'

export type PresignOptions = {
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
  /** The address to use instead of S3's public hosts. The bucket is then the first part of the path. */
  endpoint: string | undefined
}

type PresignRequest = {
  method: 'GET' | 'PUT'
  bucket: string
  key: string
  /** These are signed: the request must have exactly these values. */
  headers?: Record<string, string>
  query?: Record<string, string>
  /** How long the URL is valid. */
  seconds: number
  at?: Date
}

export function createPresign({ region, credentials, endpoint }: PresignOptions) {
  const presigner = lazily(async () => {
    const { S3RequestPresigner } = await import('./presigner.ts')
    return new S3RequestPresigner({ region, credentials, sha256: Sha256 })
  })

  /** Returns a URL that allows this one request. */
  return async ({
    method,
    bucket,
    key,
    headers = {},
    query = {},
    seconds,
    at = new Date(),
  }: PresignRequest): Promise<string> => {
    const host = endpoint ?? `https://${bucket}.s3.${region}.${domainOf(region)}`
    const { protocol, hostname, port } = new URL(host)
    const path = `${endpoint === undefined ? '' : `/${bucket}`}/${key.split('/').map(escapeUri).join('/')}`
    const request = { method, protocol, hostname, path, query, headers, ...(port && { port: Number(port) }) }
    const signed = await (
      await presigner()
    ).presign(request, {
      expiresIn: seconds,
      signingDate: at,
      signableHeaders: new Set(Object.keys(headers)),
    })
    const search = Object.entries(signed.query ?? {}).map(
      ([name, value]) => `${escapeUri(name)}=${escapeUri(String(value))}`,
    )
    return `${protocol}//${hostname}${port && `:${port}`}${path}?${search.sort().join('&')}`
  }
}

/** Percent-encoding for SigV4: all characters except the unreserved characters of RFC 3986. */
function escapeUri(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

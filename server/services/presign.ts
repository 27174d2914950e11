// Presigned S3 URLs by the SDK's signer alone: the S3 client, which would sign the same, takes many times longer to load.
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import { createHash, createHmac } from 'node:crypto'

export const validSeconds = 900

export type PresignOptions = {
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
  /** Where S3 answers instead of its public hosts; the bucket is then the first part of the path. */
  endpoint: string | undefined
}

export type PresignRequest = {
  method: 'GET' | 'PUT'
  bucket: string
  key: string
  /** Signed, so that the request must carry them exactly. */
  headers?: Record<string, string>
  query?: Record<string, string>
  at?: Date
}

export type Presign = ReturnType<typeof createPresign>

export function createPresign({ region, credentials, endpoint }: PresignOptions) {
  const presigner = new S3RequestPresigner({ region, credentials, sha256: Sha256 })

  /** A URL that allows this one request for 15 minutes. */
  return async ({
    method,
    bucket,
    key,
    headers = {},
    query = {},
    at = new Date(),
  }: PresignRequest): Promise<string> => {
    const host =
      endpoint ?? `https://${bucket}.s3.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`
    const { protocol, hostname, port } = new URL(host)
    const path = `${endpoint === undefined ? '' : `/${bucket}`}/${key.split('/').map(escapeUri).join('/')}`
    const request = { method, protocol, hostname, path, query, headers, ...(port && { port: Number(port) }) }
    const signed = await presigner.presign(request, {
      expiresIn: validSeconds,
      signingDate: at,
      signableHeaders: new Set(Object.keys(headers)),
    })
    const search = Object.entries(signed.query ?? {}).map(
      ([name, value]) => `${escapeUri(name)}=${escapeUri(String(value))}`,
    )
    return `${protocol}//${hostname}${port && `:${port}`}${path}?${search.sort().join('&')}`
  }
}

/** Percent-encoding as SigV4 wants it: everything but the unreserved characters of RFC 3986. */
function escapeUri(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
}

type Digest = ReturnType<typeof createHash> | ReturnType<typeof createHmac>

/** The hash that the signer asks for, keyed or not. */
class Sha256 {
  private readonly secret: Uint8Array | string | undefined
  private hash: Digest

  constructor(secret?: unknown) {
    // Sound: the signer keys it with text or with an earlier digest.
    this.secret = secret as Uint8Array | string | undefined
    this.hash = this.start()
  }

  update(data: unknown) {
    this.hash.update(data as Uint8Array | string)
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest())
  }

  reset() {
    this.hash = this.start()
  }

  private start(): Digest {
    return this.secret === undefined ? createHash('sha256') : createHmac('sha256', this.secret)
  }
}

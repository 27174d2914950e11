// For the tests: an emulator on a temporary directory, real AWS clients, and requests signed by AWS's own signer.
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { Sha256 } from '../../../server/aws/sha256.ts'
import { SignatureV4 } from '@smithy/signature-v4'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startS3 } from './index.ts'

export const region = 'eu-central-1'
export const credentials = { accessKeyId: 'AKIALOCALTEST', secretAccessKey: 'a secret/with+signs' }
export const bucket = 'case-files'

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

export async function startTestServer(options: { bodyTime?: number } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 's3-'))
  let time: Date | undefined
  const now = () => time ?? new Date()
  const start = () => startS3({ directory, credentials, region, buckets: [bucket], now, ...options })
  let server = await start()
  const clients: S3Client[] = []

  return {
    directory,
    url: () => server.url,

    /** Undefined sets the real time again. */
    setTime: (to: Date | undefined) => void (time = to),

    /** Has the SDK's default settings, except those in `config`. */
    client(config: S3ClientConfig = {}) {
      const client = new S3Client({ region, credentials, endpoint: server.url, forcePathStyle: true, ...config })
      clients.push(client)
      return client
    },

    /** The files that hold objects or parts of them. */
    files: async () => [
      ...(await readdir(join(directory, bucket, 'data'))),
      ...(await readdir(join(directory, bucket, 'objects'))),
    ],

    stop: () => server.close(),

    async restart() {
      await server.close()
      server = await start()
    },

    async close() {
      clients.forEach((client) => client.destroy())
      await server.close()
      await rm(directory, { recursive: true })
    },
  }
}

type SignedRequest = {
  method?: string
  path: string
  query?: Record<string, string>
  headers?: Record<string, string>
  signingDate?: Date
}

/** The headers of a request with a signed Authorization header. The payload is unsigned unless `headers` says more. */
export async function signedHeaders(
  url: string,
  { method = 'GET', path, query = {}, headers = {}, signingDate = new Date() }: SignedRequest,
): Promise<Record<string, string>> {
  const { host, hostname, protocol } = new URL(url)
  const request = {
    method,
    protocol,
    hostname,
    path,
    query,
    headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...headers, host },
  }
  const signed = await signer.sign(request, { signingDate })
  return signed.headers
}

export async function signedFetch(
  url: string,
  request: SignedRequest & { body?: RequestInit['body']; duplex?: 'half' },
) {
  const { body, duplex, method = 'GET', path, query } = request
  const search = query ? `?${new URLSearchParams(query).toString().replaceAll('+', '%20')}` : ''
  const headers = await signedHeaders(url, request)
  return fetch(url + path + search, { method, headers, ...(body !== undefined && { body }), ...(duplex && { duplex }) })
}

/** The status and the error code of a refusal. */
export async function refusal(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer
  return `${response.status} ${/<Code>(.*?)<\/Code>/.exec(await response.text())?.[1] ?? ''}`
}

const signer = new SignatureV4({ service: 's3', region, credentials, sha256: Sha256, uriEscapePath: false })

// The mock's storage: an upload URL of its own takes one file, and a download URL gives it back. Nothing leaves the machine.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { corsHeaders, preflight } from '../emulators/s3/cors.ts'
import { errorDocument, S3Error } from '../emulators/s3/error.ts'
import { filesPath, maxBytes, type MockFiles } from './files.ts'

type Answer = { status: number; headers?: Record<string, string | number> | undefined; body?: Buffer }

/** Answers as S3 does, in its words. */
export const serveFiles = (files: MockFiles) => (message: IncomingMessage, response: ServerResponse) => {
  const cors = corsHeaders(message.method, message.headers.origin)
  void answerTo(message, files)
    .catch((error: unknown): Answer => {
      if (!(error instanceof S3Error)) throw error
      const body = Buffer.from(errorDocument(error, randomUUID()))
      return { status: error.status, headers: { 'content-type': 'application/xml' }, body }
    })
    .then(({ status, headers, body = Buffer.alloc(0) }) => {
      response.writeHead(status, { ...cors, ...headers, 'content-length': body.length })
      response.end(message.method === 'HEAD' ? undefined : body)
    })
    // The caller has gone.
    .catch(() => response.destroy())
}

async function answerTo(message: IncomingMessage, files: MockFiles): Promise<Answer> {
  const { method = 'GET', headers, url = '' } = message
  const token = url.slice(filesPath.length).split(/[/?]/, 1)[0] ?? ''
  if (method === 'OPTIONS') {
    const { status, headers: allowed } = preflight(new Map(Object.entries(headers).map(([k, v]) => [k, String(v)])))
    return { status, headers: allowed }
  }
  if (method === 'PUT') return put(message, token, files)
  if (method !== 'GET' && method !== 'HEAD') throw new S3Error('MethodNotAllowed')
  const file = files.stored(token)
  if (!file) throw new S3Error('NoSuchKey')
  const { bytes, contentType } = file
  return { status: 200, headers: { 'content-type': contentType, 'content-disposition': 'attachment' }, body: bytes }
}

/** Takes the file that was promised, and no other: of this type, of this length, once. */
async function put(message: IncomingMessage, token: string, files: MockFiles): Promise<Answer> {
  const promise = files.promised(token)
  if (!promise) throw new S3Error('AccessDenied')
  const { headers } = message
  const bytes = await bytesOf(message)
  const isType = headers['content-type'] === promise.contentType
  if (!isType || (promise.length ?? bytes.length) !== bytes.length) throw new S3Error('SignatureDoesNotMatch')
  if (promise.length !== undefined && headers['if-none-match'] !== '*') throw new S3Error('SignatureDoesNotMatch')
  if (headers['if-none-match'] === '*' && files.stored(token)) throw new S3Error('PreconditionFailed')
  files.keep(token, promise, bytes)
  return { status: 200, headers: { etag: `"${token}"` } }
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw new S3Error('EntityTooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

// The S3 stand-in as a server: start, listen, close.
import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { listen, stopNow, type Endpoint } from '../../listen.ts'
import { errorDocument, S3Error, type S3ErrorCode } from './error.ts'
import { createHandler } from './handler.ts'
import { openStore } from './store.ts'

export type S3Options = Endpoint & {
  directory: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  region: string
  /** Created if they are not there yet. */
  buckets: string[]
  now?: () => Date
}

/** An S3 stand-in on node:http that keeps its objects under a directory. */
export async function startS3({
  directory,
  credentials,
  region,
  buckets,
  now = () => new Date(),
  ...endpoint
}: S3Options) {
  const store = await openStore(directory)
  for (const bucket of buckets) if (!store.has(bucket)) await store.create(bucket)
  const handle = createHandler(store, { credentials, region, now })
  const running = new Set<Promise<void>>()
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = handle(incoming, outgoing).catch((error: unknown) => {
      console.error('S3 stand-in:', error)
      outgoing.destroy()
    })
    running.add(request)
    void request.then(() => running.delete(request))
  }

  const server = createServer(listener)
  server.on('checkContinue', listener)
  server.on('clientError', refuseConnection)
  return {
    url: await listen(server, endpoint),
    async close() {
      await stopNow(server)
      // Uploads that were cut off clean up behind themselves.
      await Promise.all(running)
    },
  }
}

const connectionErrors: Partial<Record<string, S3ErrorCode>> = {
  HPE_INVALID_EOF_STATE: 'IncompleteBody', // the client has said that it is done, in the middle of a body
  HPE_HEADER_OVERFLOW: 'RequestHeaderSectionTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'RequestTimeout',
}

// What never becomes a request, or stops being one.
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex) {
  if (!socket.writable) return void socket.destroy()
  const refused = new S3Error(connectionErrors[error.code ?? ''] ?? 'BadRequest')
  const body = errorDocument(refused, '')
  socket.end(
    [
      `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}`,
      'content-type: application/xml',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  )
}

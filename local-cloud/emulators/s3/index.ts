// The S3 emulator as a server: start, listen, close.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { timeLimits } from '../../emulator-guard.ts'
import { listen, stopNow, type Endpoint } from '../../listen.ts'
import { errorDocument, S3Error, type S3ErrorCode } from './error.ts'
import { createHandler } from './handler.ts'
import type { Call } from './operation.ts'
import { openStore } from './store.ts'
import { createServer, STATUS_CODES } from '../../node-http.ts'

type S3Options = Endpoint & {
  directory: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  region: string
  /** Created if they are not there yet. */
  buckets: string[]
  now?: () => Date
  /** Takes the events of new objects. */
  publish?: Call['publish']
  /** Called after each answer to a request that may have changed an object. */
  onWrite?: () => void
  /** Milliseconds that an upload may stand still (30,000). */
  bodyTime?: number
}

/** An S3 emulator on node:http that keeps its objects in a directory. */
export async function startS3({
  directory,
  credentials,
  region,
  buckets,
  now = () => new Date(),
  publish = () => undefined,
  onWrite = () => undefined,
  bodyTime,
  ...endpoint
}: S3Options) {
  const store = await openStore(directory)
  for (const bucket of buckets) if (!store.has(bucket)) await store.create(bucket)
  const handle = createHandler(store, { credentials, region, now }, { publish, bodyTime })
  const running = new Set<Promise<void>>()
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = handle(incoming, outgoing).catch((error: unknown) => {
      console.error('S3 emulator:', error)
      outgoing.destroy()
    })
    running.add(request)
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') outgoing.once('finish', onWrite)
    void request.then(() => running.delete(request))
  }

  // A large upload may take longer than a request may: its handler has an eye on the time.
  const server = createServer({ ...timeLimits(), requestTimeout: 0 }, listener)
  server.on('checkContinue', listener)
  server.on('clientError', refuseConnection)
  return {
    url: await listen(server, endpoint),
    /** The ETag of an object; undefined when there is none. */
    etagOf: (bucket: string, key: string) => store.bucket(bucket).find(key)?.etag,
    async close() {
      await stopNow(server)
      // Interrupted uploads remove their files.
      await Promise.all(running)
    },
  }
}

const connectionErrors: Partial<Record<string, S3ErrorCode>> = {
  HPE_INVALID_EOF_STATE: 'IncompleteBody', // The client has ended the connection in the middle of a body.
  HPE_HEADER_OVERFLOW: 'RequestHeaderSectionTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'RequestTimeout',
}

// Input that is no request, and requests that break off.
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

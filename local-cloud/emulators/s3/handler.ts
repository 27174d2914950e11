// A request's way through the emulator: read, authenticate, operate, answer. Every failure becomes S3's error document.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isThisMachine } from '../../this-machine.ts'
import { reportFailure } from '../../storage-report.ts'
import { authenticate, type Authority } from './authenticate.ts'
import { endRest, inTime } from './body-time.ts'
import { corsHeaders, preflight } from './cors.ts'
import { errorDocument, S3Error } from './error.ts'
import type { Answer, Call } from './operation.ts'
import { readRequest } from './request.ts'
import { checkMethod, operationOf } from './router.ts'
import type { Store } from './store.ts'

type HandlerOptions = {
  publish: Call['publish']
  /** Milliseconds without a part of a body. */
  bodyTime?: number | undefined
}

export function createHandler(store: Store, authority: Authority, { publish, bodyTime }: HandlerOptions) {
  return async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const requestId = randomBytes(8).toString('hex').toUpperCase()
    const { status, headers, body } = await answer().catch((error: unknown) => refusal(error, incoming, requestId))
    if (outgoing.destroyed) {
      if (typeof body === 'object') body.destroy()
      return
    }
    outgoing.writeHead(status, {
      server: 'AmazonS3',
      date: authority.now().toUTCString(),
      'x-amz-request-id': requestId,
      ...corsHeaders(incoming.method, incoming.headers.origin),
      ...headers,
    })
    if (typeof body === 'object')
      await pipeline(body, outgoing).catch(() => undefined) // The client has closed the connection.
    else outgoing.end(body)
    // Reads the rest of a refused upload, so that the connection can be used again.
    endRest(incoming, bodyTime)

    async function answer(): Promise<Answer> {
      const request = readRequest(incoming)
      // A website may call with a presigned URL, whose signature covers the host. An Origin is therefore no reason to refuse.
      if (!isThisMachine(incoming.headers.host))
        throw new S3Error('AccessDenied', {}, 'The Host header names another machine.')
      if (request.method === 'OPTIONS') return preflight(request.headers)
      checkMethod(request)
      const authenticated = authenticate(request, authority)
      const { region, now } = authority
      const body = bodyOf(incoming, outgoing, bodyTime)
      return operationOf(request)({ request, authenticated, store, region, now, publish, body })
    }
  }
}

/** The body of a request. A client that sends Expect: 100-continue waits until the body is read. */
const bodyOf = (incoming: IncomingMessage, outgoing: ServerResponse, milliseconds?: number): AsyncIterable<Buffer> => ({
  [Symbol.asyncIterator]() {
    if (incoming.headers.expect !== undefined) outgoing.writeContinue()
    return inTime(incoming, milliseconds)
  },
})

function refusal(error: unknown, incoming: IncomingMessage, requestId: string): Answer {
  const aborted = incoming.destroyed && !incoming.complete
  if (!(error instanceof S3Error) && !aborted) reportFailure('S3 emulator', error)
  const refused = error instanceof S3Error ? error : new S3Error('InternalError')
  return {
    status: refused.status,
    headers: { 'content-type': 'application/xml', ...refused.headers },
    body: errorDocument(refused, requestId),
  }
}

// What node:http cannot take for a request, answered as API Gateway answers what it refuses: by a problem.
import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { gatewayResponse } from './responses.ts'

type ParserError = NodeJS.ErrnoException & { reason?: string }

/** Where a status says more than that the request is bad. */
const statuses: Partial<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

/** How long a caller may go on sending what nobody reads. */
const patienceMilliseconds = 1000

/** Left to themselves, Node's servers answer without a body, and the app hears nothing of it. */
export function answerMalformed(server: Server) {
  const answers = new WeakMap<Duplex, ServerResponse>()
  const refused = new WeakSet<Duplex>()
  server.on('request', ({ socket }, response) => answers.set(socket, response))
  // An expectation that nobody knows may be ignored (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  server.on('clientError', (error: ParserError, socket) => {
    // Each further piece of what cannot be read is an error of its own.
    if (refused.has(socket)) return
    const begun = answers.get(socket)
    // In the middle of an answer, another one would be read as the rest of it.
    if (!socket.writable || (begun?.headersSent && !begun.writableEnded)) {
      socket.destroy()
      return
    }
    refused.add(socket)
    socket.end(refusal(error))
    // Closed with something unread, a connection is reset, and its caller may not see the answer.
    socket.resume().on('end', () => socket.destroy())
    setTimeout(() => socket.destroy(), patienceMilliseconds).unref()
  })
}

function refusal({ code = '', reason }: ParserError): string {
  // Nobody knows what was asked for.
  const { statusCode, headers, body } = gatewayResponse('DEFAULT_4XX', { requestId: randomUUID(), path: '/' })
  const status = statuses[code] ?? statusCode
  const phrase = STATUS_CODES[status] ?? ''
  const problem = {
    ...(JSON.parse(body) as object),
    // Statuses that the contract has no problem for are their own type (RFC 9457, 4.2.1).
    ...(status !== statusCode && { type: 'about:blank', title: phrase, status, error: phrase }),
    ...(reason !== undefined && { detail: `${reason}.`, message: `${reason}.` }),
  }
  const text = JSON.stringify(problem)
  const head = {
    ...headers,
    Date: new Date().toUTCString(),
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${phrase}`, ...lines, '', text].join('\r\n')
}

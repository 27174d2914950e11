// Answers input that node:http cannot parse. API Gateway answers such input with a problem, and so does this.
import { randomUUID } from 'node:crypto'
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { gatewayResponse } from './responses.ts'
import { STATUS_CODES } from '../../node-http.ts'

type ParserError = NodeJS.ErrnoException & { reason?: string }

/** Parser errors that have a more precise status than 400, and no problem type. */
const statuses: Partial<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** How long the caller may go on sending after it was refused. */
const patienceMilliseconds = 1000

/** Without this, Node's server answers with an empty body. The app never sees such input. */
export function answerMalformed(server: Server) {
  const answers = new WeakMap<Duplex, ServerResponse>()
  const refused = new WeakSet<Duplex>()
  server.on('request', ({ socket }, response) => answers.set(socket, response))
  // A server may ignore an unknown expectation (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  server.on('clientError', (error: ParserError, socket) => {
    // Each further piece of unreadable input raises another error.
    if (refused.has(socket)) return
    const begun = answers.get(socket)
    // In the middle of an answer, the caller would read the refusal as the rest of that answer.
    if (!socket.writable || (begun?.headersSent && !begun.writableEnded)) {
      socket.destroy()
      return
    }
    refused.add(socket)
    socket.end(refusal(error))
    // Closing a connection with unread input resets it, and the caller may lose the answer.
    socket.resume().on('end', () => socket.destroy())
    setTimeout(() => socket.destroy(), patienceMilliseconds).unref()
  })
}

function refusal({ code = '', reason }: ParserError): string {
  // The path of the request is unknown.
  const isTooLarge = code === 'HPE_HEADER_OVERFLOW'
  const type = isTooLarge ? 'HEAD_TOO_LARGE' : 'DEFAULT_4XX'
  const { statusCode, headers, body } = gatewayResponse(type, { requestId: randomUUID(), path: '/' })
  const status = statuses[code] ?? statusCode
  const phrase = STATUS_CODES[status] ?? ''
  const problem = {
    ...(JSON.parse(body) as object),
    // Statuses without a problem type in the contract have the type about:blank (RFC 9457, 4.2.1).
    ...(status !== statusCode && { type: 'about:blank', title: phrase, status, error: phrase }),
    ...(reason !== undefined && !isTooLarge && { detail: `${reason}.`, message: `${reason}.` }),
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

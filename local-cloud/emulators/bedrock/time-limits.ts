// Time limits of HTTP/2, whose server has none of its own for a head or a body.
import type { Http2ServerRequest, ServerHttp2Session } from 'node:http2'
import { text } from 'node:stream/consumers'
import { BedrockError } from './error.ts'

/** The text of a body that ends in time. */
export const bodyInTime = async (request: Http2ServerRequest, milliseconds: number) => {
  const late = new BedrockError(408, 'RequestTimeoutException', 'The body did not end in time.')
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), milliseconds)
  })
  return Promise.race([text(request), timeout]).finally(() => clearTimeout(timer))
}

/**
 * Ends a connection that carries no request for this time. A head that does not end is no request, and nobody sees it.
 * Clients of AWS open another connection when they need one.
 */
export function endIdle(session: ServerHttp2Session, milliseconds: number) {
  let open = 0
  const wait = () => setTimeout(() => session.destroy(), milliseconds).unref()
  let timer = wait()
  session.on('stream', (stream) => {
    open += 1
    clearTimeout(timer)
    stream.once('close', () => {
      open -= 1
      if (open === 0) timer = wait()
    })
  })
  session.once('close', () => clearTimeout(timer))
}

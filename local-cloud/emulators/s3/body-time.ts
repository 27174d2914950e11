// How long a body may take to arrive. An upload over a slow network goes on, and a body that stands still ends.
import type { IncomingMessage } from 'node:http'
import { bodyMilliseconds } from '../../emulator-guard.ts'
import { S3Error } from './error.ts'

/** The least rate at which a body must arrive, over its whole time. */
const bytesPerMillisecond = 10

/**
 * The parts of the body. Each must come in 30 s, and all of them in 30 s and the time that the least rate allows.
 * Otherwise it throws `RequestTimeout`, as S3 does.
 *
 * @param milliseconds Takes the place of the 30 s.
 */
export async function* inTime(incoming: IncomingMessage, milliseconds = bodyMilliseconds): AsyncGenerator<Buffer> {
  const length = Number(incoming.headers['content-length'] ?? 0)
  const end = Date.now() + milliseconds + length / bytesPerMillisecond
  // After a refusal in the middle of the body, the connection must still carry the answer.
  const parts = incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
  try {
    for (;;) {
      const part = await orLate(parts.next(), Math.min(milliseconds, end - Date.now()))
      if (part.done === true) return
      yield part.value
    }
  } finally {
    // Not awaited: it would wait for the part that is late.
    void parts.return?.()
  }
}

/** Ends the connection of a request that is answered, when the rest of its body does not come. */
export function endRest(incoming: IncomingMessage, milliseconds = bodyMilliseconds) {
  incoming.resume()
  if (incoming.complete) return
  const timer = setTimeout(() => incoming.destroy(), milliseconds).unref()
  incoming.once('close', () => clearTimeout(timer))
}

async function orLate<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const refusal = new S3Error('RequestTimeout', {}, undefined, { connection: 'close' })
  const timer = setTimeout(() => late.reject(refusal), milliseconds)
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer))
}

// A stream of events: watched until its end, and written as server-sent events.
import type { Facts } from '../log.ts'
import type { HttpRequest, HttpResponse } from './message.ts'

type Events = AsyncIterable<{ type: string }>

/** How a stream has ended, if it did not end well. */
export type Ended = Pick<Facts, 'left' | 'failedWith'>

type Watch = {
  request: HttpRequest
  /** Renders the problem of a failure, and logs it. */
  renderFailure: (error: unknown) => HttpResponse
  /** Logs and measures the request. */
  record: (ended: Ended) => unknown
  /** The type of the event that ends the stream with a problem, as the contract names it. */
  failure: string | undefined
}

/** A failure becomes the last event. The request is recorded when the stream ends, or when its caller has left. */
export async function* watchEvents(
  events: Events,
  { request, renderFailure, record, failure }: Watch,
): AsyncGenerator<{ type: string }> {
  let ended: Ended = { left: true }
  try {
    for await (const event of events) yield event
    ended = {}
  } catch (error) {
    // Nobody reads an event any more.
    if (request.signal?.aborted) return
    const { status, body = '{}' } = renderFailure(error)
    ended = { failedWith: status }
    const last = { type: failure, problem: JSON.parse(body) as unknown }
    // Safe cast: the type is a text.
    if (failure !== undefined) yield last as { type: string }
  } finally {
    await record(ended)
  }
}

/** A comment in time keeps connections alive that would end when nothing is sent. */
const heartbeatMilliseconds = 15_000
const heartbeat = ': still here\n\n'

/** JSON has no line breaks, so one `data:` line is enough. */
const frameOf = (event: { type: string }) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

/** The texts of server-sent events, with a comment where nothing has come for a while. */
export async function* written(events: Events, milliseconds = heartbeatMilliseconds): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = iterator.next()
      let result: IteratorResult<{ type: string }> | undefined
      while (!(result = await inTime(next, milliseconds))) yield heartbeat
      if (result.done) return
      yield frameOf(result.value)
    }
  } finally {
    await iterator.return?.()
  }
}

/** Undefined when the time was over before. */
async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

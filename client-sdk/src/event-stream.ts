// A stream of events: sent like any call, and read while the service writes. Only resources that have one import it.
import type { Operation } from './attempt.ts'
import { checked } from './checks.ts'
import type { Client } from './client.ts'
import { ConnectionError, fail, failureOf, reasonOf, SdkError, traced } from './errors.ts'
import { eventsIn, type Events, type Received } from './event-text.ts'
import type { CallOptions } from './options.ts'
import { problemFrom } from './problem-errors.ts'
import { within } from './retry.ts'
import type { Arguments } from './transport.ts'

/** Options of a stream. All times are milliseconds. */
export type StreamOptions = Omit<CallOptions, 'attemptTimeout' | 'timeout'> & {
  /** How long the first event may take. By default the client's `attemptTimeout` for each attempt. */
  firstEventTimeout?: number | undefined
  /** How long each further event may take. Comments of the service are no events. Default 30,000. */
  eventTimeout?: number | undefined
}

/**
 * The events of one answer. The request is sent when they are first read, and they can be read once. Whoever stops reading
 * ends the request, and with it the work of the service.
 */
export interface EventStream<Event> extends AsyncIterable<Event> {
  /** Reads to the end, and gives the `text` of all events that have one. */
  text(): Promise<string>
}

/** The types of the events: all of them, the one that ends the stream, and the one that has a problem. */
type Types = { all: string[]; end: string; failure: string }

const usualPause = 30_000

export function eventStream<Event>(
  client: Client,
  operation: Operation & { id: string },
  types: Types,
  given: Arguments,
  { firstEventTimeout, eventTimeout, ...options }: StreamOptions = {},
): EventStream<Event> {
  const name = operation.id
  const caller = new Error(name)
  let isRead = false
  async function* read(): AsyncGenerator<Event, void> {
    if (isRead) fail(`${name} can be read once: ask again for another answer`)
    isRead = true
    let events: Events | undefined
    let headers = new Headers()
    const open = async (response: Response): Promise<Received | undefined> => {
      headers = response.headers
      if (!/^text\/event-stream\b/i.test(headers.get('content-type') ?? '')) fail('not as promised')
      events = eventsIn(response)
      return events.next()
    }
    try {
      const limits = checked({ firstEventTimeout, eventTimeout }, [], ['firstEventTimeout', 'eventTimeout'])
      const pause = limits.eventTimeout ?? usualPause
      const patience = { attemptTimeout: limits.firstEventTimeout, timeout: limits.firstEventTimeout }
      let event = await client.send<Received | undefined, number>({ ...operation, read: open }, given, {
        ...options,
        ...patience,
        headers: { accept: 'text/event-stream', ...options.headers },
      })
      for (;;) {
        const { type, data } = event ?? broken(`${name} was cut off before its end`)
        if (!types.all.includes(type)) broken(`${name} got an event of a type that it does not have: '${type}'`)
        if (type === types.failure) throw failureIn(data, headers, name)
        // Safe cast: the contract has this event, and tests validate the service against it.
        yield data as Event
        if (type === types.end) return
        event = await within(pause, options.signal, async () => events?.next(), `the next event of ${name}`)
      }
    } catch (met) {
      throw traced(failureOf(name, lost(name, met, options.signal), options.signal), caller, { operation: name })
    } finally {
      // Nobody waits for what is left of the answer. How it ends does not matter any more.
      events?.cancel().catch(() => undefined)
    }
  }
  return {
    [Symbol.asyncIterator]: read,
    text: async () => {
      let text = ''
      // Safe cast: the member of any value may be tested.
      for await (const event of read() as AsyncIterable<{ text?: unknown }>)
        if (typeof event.text === 'string') text += event.text
      return text
    },
  }
}

const broken = (message: string): never => {
  throw new ConnectionError(message)
}

/** The network's own errors are those of a lost answer. */
const lost = (name: string, met: unknown, signal: AbortSignal | undefined) =>
  signal?.aborted || met instanceof SdkError
    ? met
    : new ConnectionError(`${name} was cut off: ${reasonOf(met)}`, { cause: met })

/** The service has failed after its first event: the event has the problem that would have been the answer. */
function failureIn(data: unknown, headers: Headers, operation: string) {
  // Safe cast: every member is tested before use, and other values have none of the members.
  const { problem } = Object(data) as { problem?: { status?: unknown } | null }
  const status = problem?.status
  return problemFrom({ status: typeof status === 'number' ? status : 500, headers, body: problem, operation })
}

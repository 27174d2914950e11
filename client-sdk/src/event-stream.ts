// A stream of events: sent like any call, and read while the service writes. Only resources that have one import it.
import type { Operation } from './attempt.ts'
import { optionsOf } from './checks.ts'
import type { Client } from './client.ts'
import { later } from './later.ts'
import type { CallOptions } from './options.ts'
import type { Arguments } from './transport.ts'

/** Options of a stream. All times are milliseconds. */
export type StreamOptions = Omit<CallOptions, 'attemptTimeout' | 'timeout'> & {
  /** How long the first event may take. By default the client's `attemptTimeout` for each attempt. */
  firstEventTimeout?: number | undefined
  /**
   * How long each further event may take. Comments of the service are no events.
   *
   * @default 30_000
   */
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
export type EventTypes = { all: string[]; end: string; failure: string }

export function eventStream<Event>(
  client: Client,
  operation: Operation & { id: string },
  types: EventTypes,
  given: Arguments,
  own?: StreamOptions | null,
): EventStream<Event> {
  const options = { ...own }
  const caller = new Error(operation.id)
  const { write = JSON.stringify } = operation
  // Written now, because the caller may change it before the events are read. A failure is told when they are.
  const body = new Promise<unknown>((resolve) => {
    optionsOf(own)
    resolve(write(given.body as never))
  })
  body.catch(() => undefined)
  // The part refuses a wrong one.
  const time = typeof options.firstEventTimeout === 'number' ? options.firstEventTimeout : client.policy({}).timeout
  const load = () => import('./read-events.ts')
  const read = () =>
    later(caller, time, client, operation, options, load, undefined, operation, types, { ...given, body })
  return {
    text: async () => (await read()).text(),
    async *[Symbol.asyncIterator]() {
      // Safe cast: the contract has these events, and tests validate the service against it.
      yield* (await read()).events as AsyncIterable<Event>
    },
  }
}

// Reads a stream of events, from the request to the last one. It is loaded with the first stream.
import type { Operation } from './attempt.ts'
import type { Client } from './client.ts'
import { eventsIn, type Events, type Received } from './event-text.ts'
import type { SdkError } from './errors.ts'
import type { EventTypes, StreamOptions } from './event-stream.ts'
import type { Core } from './later.ts'
import type { CallOptions } from './options.ts'
import type { Watcher } from './observer.ts'
import type { Secrets } from './secrets.ts'
import type { Arguments, Sign } from './transport.ts'

const usualPause = 30_000

/** The streams that were read, by the places where they were made. */
const wasRead = new WeakSet<Error>()

type Reading<Event> = { events: AsyncGenerator<Event, void>; text: () => Promise<string> }

/** @param given The last but one is the time when the first event must be there. That for loading this module counts. */
export function reading<Event>(...given: Parameters<typeof readEvents>): Reading<Event> {
  const events = readEvents<Event>(...given)
  return { events, text: () => textOf(events) }
}

async function* readEvents<Event>(
  core: Core,
  caller: Error,
  client: Client,
  watcher: Watcher | undefined,
  operation: Operation & { id: string },
  types: EventTypes,
  given: Arguments,
  options: StreamOptions,
  deadline: number,
  own: StreamOptions | null | undefined,
): AsyncGenerator<Event, void> {
  const { fail, several, within } = core
  const name = operation.id
  const { eventTimeout: pause = usualPause } = options
  let events: Events | undefined
  let headers = new Headers()
  let attempts = 0
  const secrets: Secrets = []
  /** Undefined while the call itself tells of its failures. */
  let teller = watcher
  const open = async (response: Response): Promise<Received | undefined> => {
    headers = response.headers
    if (!/^text\/event-stream\b/i.test(headers.get('content-type') ?? '')) fail('not as promised')
    events = eventsIn(core, response)
    return events.next()
  }
  try {
    if (wasRead.has(caller)) fail(`${name} can be read once: send it again`)
    wasRead.add(caller)
    const settings = settingsOf(core, own, options, deadline)
    const write = await written(core, name, given.body)
    teller = undefined
    const sent = { ...operation, read: open, write, sign: keeping(operation, secrets) }
    const answer = await client.send<Received | undefined, number>(sent, given, settings, watcher).withResponse()
    attempts = answer.attempts
    let event = answer.data
    teller = watcher
    for (;;) {
      const { type, data } = event ?? broken(core, `${name} was cut off before its end`)
      if (!types.all.includes(type)) broken(core, `${name} got an unknown event: '${type}'`)
      if (type === types.failure) throw failureIn(core, data, headers, name, secrets)
      // Safe cast: the contract has this event, and tests validate the service against it.
      yield data as Event
      if (type === types.end) return
      event = await within(pause, options.signal, async () => events?.next(), `the next event of ${name}`)
    }
  } catch (met) {
    const failed = () => lost(core, name, met, options.signal)
    const known = (failure: SdkError) => ({ attempts: failure.attempts || attempts })
    await several(caller, Infinity, options.signal, failed, known).catch((error: unknown) => {
      teller?.failed(error)
      throw error
    })
  } finally {
    // Nobody waits for what is left of the answer. How it ends does not matter any more.
    events?.cancel().catch(() => undefined)
  }
}

/** Refuses wrong options. */
function settingsOf(
  { checked, optionsOf }: Core,
  own: StreamOptions | null | undefined,
  { firstEventTimeout, eventTimeout, ...options }: StreamOptions,
  deadline: number,
): CallOptions {
  optionsOf(own)
  checked({ firstEventTimeout, eventTimeout }, { firstEventTimeout: 0, eventTimeout: 0 })
  return {
    ...options,
    attemptTimeout: firstEventTimeout,
    timeout: Math.max(0, deadline - Date.now()),
    headers: { accept: 'text/event-stream', ...options.headers },
  }
}

/** Keeps the credentials that are sent. Whoever answers may quote the request. */
const keeping =
  ({ sign }: Operation, secrets: Secrets): Sign =>
  (request, sent) => {
    const signed = sign?.(request, sent) ?? request
    secrets.push(...sent)
    return signed
  }

async function textOf(events: AsyncIterable<unknown>): Promise<string> {
  let whole = ''
  for await (const event of events) {
    // Safe cast: the member of any value may be tested.
    const { text } = Object(event) as { text?: unknown }
    if (typeof text === 'string') whole += text
  }
  return whole
}

/** The body was written when the call was made. Gives it to the call that is made now. */
const written = async ({ caused, SdkError }: Core, name: string, body: unknown) => {
  try {
    const text = await body
    // Safe cast: the function of the operation has written it.
    return () => text as string
  } catch (error) {
    throw caused(SdkError, `${name} failed`, error)
  }
}

const broken = ({ ConnectionError }: Core, message: string): never => {
  throw new ConnectionError(message)
}

/** The network's own errors are those of a lost answer. */
async function lost(
  { caused, ConnectionError, SdkError }: Core,
  name: string,
  met: unknown,
  signal: AbortSignal | undefined,
): Promise<never> {
  throw await (signal?.aborted || met instanceof SdkError ? met : caused(ConnectionError, `${name} was cut off`, met))
}

/** The service has failed after its first event: the event has the problem that would have been the answer. */
function failureIn({ clean, problemFrom }: Core, data: unknown, headers: Headers, operation: string, secrets: Secrets) {
  const told: unknown = JSON.parse(JSON.stringify(data), (_, value: unknown) => clean(secrets, value))
  // Safe cast: every member is tested before use, and other values have none of the members.
  const { problem } = Object(told) as { problem?: { status?: unknown } | null }
  const status = Number(problem?.status)
  return problemFrom({ status: status > 399 && status < 600 ? status : 500, headers, body: problem, operation })
}

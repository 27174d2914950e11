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

type Reading = { events: AsyncIterable<unknown>; text: () => Promise<string> }

export function begin(...given: Parameters<typeof readEvents>): Reading {
  const events = readEvents(...given)
  return { events, text: () => textOf(events) }
}

/** @param deadline When the first event must be there. The time for loading this module counts. */
async function* readEvents(
  core: Core,
  caller: Error,
  deadline: number,
  client: Client,
  watcher: Watcher | undefined,
  options: StreamOptions,
  operation: Operation & { id: string },
  types: EventTypes,
  given: Arguments,
): AsyncGenerator<unknown, void> {
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
    const settings = settingsOf(core, options, deadline)
    // Safe cast: the function of the operation has written it, when the call was made.
    const text = (await given.body) as string
    teller = undefined
    const sent = { ...operation, read: open, write: () => text, sign: keeping(operation, secrets) }
    const answer = await client.send<Received | undefined, number>(sent, given, settings, watcher).withResponse()
    attempts = answer.attempts
    let event = answer.data
    teller = watcher
    for (;;) {
      const { type, data } = event ?? broken(core, `${name} was cut off before its end`)
      if (!types.all.includes(type)) broken(core, `${name} got an unknown event: '${type}'`)
      if (type === types.failure) throw failureIn(core, data, headers, name, secrets)
      yield data
      if (type === types.end) return
      event = await within(pause, options.signal, async () => events?.next(), `the next event of ${name}`)
    }
  } catch (met) {
    const failed = () => lost(core, name, attempts > 0, met, options.signal)
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
  { checked }: Core,
  { firstEventTimeout, eventTimeout, headers, ...options }: StreamOptions,
  deadline: number,
): CallOptions {
  // Safe cast: a caller without a compiler may give them.
  const { timeout, attemptTimeout } = options as CallOptions
  // Those of its own, those that it has no place for, and the headers, which are copied.
  const own = { firstEventTimeout, eventTimeout, headers, timeout, attemptTimeout }
  checked(own, { firstEventTimeout: 0, eventTimeout: 0, headers: 'a plain Object' })
  return {
    ...options,
    attemptTimeout: firstEventTimeout,
    timeout: Math.max(0, deadline - Date.now()),
    headers: { accept: 'text/event-stream', ...headers },
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

const broken = ({ ConnectionError }: Core, message: string): never => {
  throw new ConnectionError(message)
}

/** Once there is an answer, the network's own errors are those of a lost one. */
async function lost(
  { caused, ConnectionError, SdkError }: Core,
  name: string,
  isAnswered: boolean,
  met: unknown,
  signal: AbortSignal | null | undefined,
): Promise<never> {
  const isOther = !isAnswered || met instanceof SdkError || signal?.aborted
  throw await (isOther ? met : caused(ConnectionError, `${name} was cut off`, met))
}

/** The service has failed after its first event: the event has the problem that would have been the answer. */
function failureIn({ clean, problemFrom }: Core, data: unknown, headers: Headers, operation: string, secrets: Secrets) {
  const told: unknown = JSON.parse(JSON.stringify(data), (_, value: unknown) => clean(secrets, value))
  // Safe cast: every member is tested before use, and other values have none of the members.
  const { problem } = Object(told) as { problem?: { status?: unknown } | null }
  const status = Number(problem?.status)
  const error = problemFrom({ status: status > 399 && status < 600 ? status : 500, headers, body: problem, operation })
  // The header of the request's id may quote a credential, too.
  return Object.assign(error, { requestId: clean(secrets, error.requestId) })
}

// The times that a dependency has: a deadline for its work in one request, and the client's time for one attempt.
import { atMost } from './at-most.ts'
import { problemOf } from './failures.ts'

/**
 * The longest time for all work of a dependency in one request, in milliseconds: all calls, attempts and bodies together.
 * The workflow's tasks have no request. There each call has this time.
 */
export const deadlines = { Bedrock: 25_000, Cognito: 5000, DynamoDB: 9000, S3: 10_000, 'Step Functions': 10_000 }

export type Dependency = keyof typeof deadlines

/** The gateway waits 29 s for an answer, and the function ends after 28 s. */
const requestMilliseconds = 26_000

type RequestDeadlines = { endsAt: number; ofDependencies?: Map<Dependency, Deadline> }

/**
 * The deadline of a dependency in a request. It has a timer while there is work for it: the timer of a request that is
 * over would only abort what nobody waits for.
 */
type Deadline = { endsAt: number; controller: AbortController; works: number; timer?: NodeJS.Timeout | undefined }

// Not an import: that reads every member of the module, which takes part of the cold start.
const { AsyncLocalStorage } = process.getBuiltinModule('node:async_hooks')
const requests = new AsyncLocalStorage<RequestDeadlines>()

/**
 * Handles a request: within it, each dependency has one deadline.
 * @param started When the request came.
 */
export const withDeadlines = <T>(handle: () => Promise<T>, started = performance.now()): Promise<T> =>
  // A request that another one sends within the app keeps the deadlines of the first.
  requests.getStore() ? handle() : requests.run({ endsAt: started + requestMilliseconds }, handle)

/**
 * Handles one of several requests that another one sends within the app. Its dependencies have deadlines of their own.
 * @param milliseconds The longest time for it, within what is left for the first request.
 */
export function withOwnDeadlines<T>(milliseconds: number, handle: () => Promise<T>): Promise<T> {
  const endsAt = performance.now() + milliseconds
  return requests.run({ endsAt: Math.min(endsAt, requests.getStore()?.endsAt ?? endsAt) }, handle)
}

/** Returns a function that runs work with the deadlines of this request, after the request was answered. */
export const keepDeadlines = () => AsyncLocalStorage.snapshot()

/** Runs the work until the deadline. Throws the 503 or 504 of a dependency that fails, and other errors as they are. */
export type Within = <T>(work: (deadline: AbortSignal) => Promise<T>) => Promise<T>

export function createWithin(dependency: Dependency, milliseconds: number = deadlines[dependency]): Within {
  return async (work) => {
    const deadline = deadlineOf(dependency, milliseconds)
    const { signal } = deadline.controller
    begin(deadline)
    try {
      return await unlessAborted(signal, work)
    } catch (error) {
      throw problemOf(dependency, error, signal) ?? error
    } finally {
      end(deadline)
    }
  }
}

type Client = { send: (command: never, options: { abortSignal: AbortSignal }) => Promise<unknown> }

/** The sockets of a client: the default of the AWS SDK. */
const socketsOfClient = 50

/**
 * The settings of a client's requests. The SDK aborts an attempt that is slower, and retries it. All dependencies answer
 * in tens of milliseconds; an object of S3 may be large.
 */
const requestHandler = (milliseconds: number) => ({
  connectionTimeout: 1000,
  requestTimeout: milliseconds,
  throwOnRequestTimeout: true,
  httpAgent: { maxSockets: socketsOfClient },
  httpsAgent: { maxSockets: socketsOfClient },
})

/** Each client makes a handler of its own. The local cloud puts its own one in the place of DynamoDB's: local-cloud/in-process.ts. */
export const requestHandlers = {
  DynamoDB: () => requestHandler(3000),
  S3: () => requestHandler(5000),
  'Step Functions': () => requestHandler(3000),
} satisfies Partial<Record<Dependency, () => object>>

/**
 * The client of the AWS SDK, whose calls keep the deadline. A call waits for a socket before it goes to the SDK: there the
 * wait would count as time to connect, and a burst of calls would look like a network that is down.
 */
export function bounded<C extends object>(client: C, within: Within): C {
  // Safe cast: all clients of the SDK have this method.
  const { send } = client as unknown as Client
  const inTurn = atMost(socketsOfClient)
  const boundedSend = (command: never, options?: object) =>
    within((abortSignal) => inTurn(() => send.call(client, command, { ...options, abortSignal })))
  return Object.assign(client, { send: boundedSend })
}

/** The deadlines of calls under way, for the client below. */
const calls = new AsyncLocalStorage<AbortSignal>()

type Handler = { handle: (request: never, options?: object) => Promise<unknown> }

/**
 * Like `bounded`, for a client that keeps the handlers of its commands. Options of a call would make it build them again,
 * so each attempt finds the deadline of its call in the async context.
 */
export function boundedByContext<C extends { config: { requestHandler: object } }>(client: C, within: Within): C {
  // Safe cast: all clients and request handlers of the SDK have these methods.
  const { send } = client as unknown as { send: (command: never) => Promise<unknown> }
  const handler = client.config.requestHandler as Handler
  const { handle } = handler
  handler.handle = (request, options) => handle.call(handler, request, { ...options, abortSignal: calls.getStore() })
  const inTurn = atMost(socketsOfClient)
  const boundedSend = (command: never) =>
    within((deadline) => inTurn(() => calls.run(deadline, () => send.call(client, command))))
  return Object.assign(client, { send: boundedSend })
}

function deadlineOf(dependency: Dependency, milliseconds: number): Deadline {
  const request = requests.getStore()
  const known = request?.ofDependencies?.get(dependency)
  if (known) return known
  const endsAt = Math.min(performance.now() + milliseconds, request?.endsAt ?? Infinity)
  const deadline = { endsAt, controller: new AbortController(), works: 0 }
  if (request) (request.ofDependencies ??= new Map()).set(dependency, deadline)
  return deadline
}

/** Work for the deadline begins. */
function begin(deadline: Deadline) {
  deadline.works += 1
  if (deadline.works > 1) return
  const abort = () => deadline.controller.abort(new DOMException('The deadline is over.', 'TimeoutError'))
  const left = Math.round(deadline.endsAt - performance.now())
  if (left <= 0) abort()
  else deadline.timer = setTimeout(abort, left)
}

function end(deadline: Deadline) {
  deadline.works -= 1
  if (deadline.works === 0) clearTimeout(deadline.timer)
}

/** The SDK ends a call at the signal, but not the reading of a body, nor a wait between two calls. */
function unlessAborted<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) {
      abort()
      return
    }
    signal.addEventListener('abort', abort)
    work(signal)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}

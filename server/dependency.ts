// A call to a dependency: it keeps the dependency's deadline, and what fails there becomes 503 or 504, not 500.
import { Problem } from './http/problem.ts'

/**
 * The longest time for all work of a dependency in one request, in milliseconds: all calls, attempts and bodies together.
 * The workflow's tasks have no request. There each call has this time.
 */
export const deadlines = { Bedrock: 25_000, Cognito: 5000, DynamoDB: 9000, S3: 10_000, 'Step Functions': 10_000 }

export type Dependency = keyof typeof deadlines

/** The gateway waits 29 s for an answer, and the function ends after 28 s. */
const requestMilliseconds = 26_000
const retryAfterSeconds = 2

type RequestDeadlines = { endsAt: number; signals?: Map<Dependency, AbortSignal> }

// Not an import: that reads every member of the module, which takes part of the cold start.
const { AsyncLocalStorage } = process.getBuiltinModule('node:async_hooks')
const requests = new AsyncLocalStorage<RequestDeadlines>()

/** Handles a request: within it, each dependency has one deadline. */
export const withDeadlines = <T>(handle: () => Promise<T>): Promise<T> =>
  // A request that another one sends within the app keeps the deadlines of the first.
  requests.getStore() ? handle() : requests.run({ endsAt: performance.now() + requestMilliseconds }, handle)

/** Runs the work until the deadline. Throws the 503 or 504 of a dependency that fails, and other errors as they are. */
export type Within = <T>(work: (deadline: AbortSignal) => Promise<T>) => Promise<T>

export function createWithin(dependency: Dependency, milliseconds: number = deadlines[dependency]): Within {
  return async (work) => {
    const deadline = deadlineOf(dependency, milliseconds)
    try {
      return await unlessAborted(deadline, work)
    } catch (error) {
      throw problemOf(dependency, error, deadline) ?? error
    }
  }
}

type Client = { send: (command: never, options: { abortSignal: AbortSignal }) => Promise<unknown> }

/** The client of the AWS SDK, whose calls keep the deadline. */
export function bounded<C extends object>(client: C, within: Within): C {
  // Safe cast: all clients of the SDK have this method.
  const { send } = client as unknown as Client
  const boundedSend = (command: never, options?: object) =>
    within((abortSignal) => send.call(client, command, { ...options, abortSignal }))
  return Object.assign(client, { send: boundedSend })
}

export function unavailable(dependency: Dependency, cause: unknown): Problem {
  const seconds = String(retryAfterSeconds)
  return new Problem(
    'service-unavailable',
    `A service that this one needs is not available. Try again in ${seconds} seconds.`,
    {
      headers: { 'Retry-After': seconds },
      cause: new Error(`${dependency} is not available.`, { cause }),
    },
  )
}

export const late = (dependency: Dependency, cause: unknown): Problem =>
  new Problem('gateway-timeout', 'A service that this one needs did not answer in time.', {
    cause: new Error(`${dependency} did not answer in time.`, { cause }),
  })

function deadlineOf(dependency: Dependency, milliseconds: number): AbortSignal {
  const request = requests.getStore()
  const known = request?.signals?.get(dependency)
  if (known) return known
  const left = request ? request.endsAt - performance.now() : milliseconds
  const signal = AbortSignal.timeout(Math.max(0, Math.round(Math.min(milliseconds, left))))
  if (request) (request.signals ??= new Map()).set(dependency, signal)
  return signal
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

/** What the AWS SDK and Node tell about a failed call. */
type Failure = Error & {
  code?: unknown
  syscall?: unknown
  $metadata?: { httpStatusCode?: number }
  $retryable?: { throttling?: boolean }
}

function problemOf(dependency: Dependency, error: unknown, deadline: AbortSignal): Problem | undefined {
  if (error instanceof Problem) return error
  if (deadline.aborted) return late(dependency, error)
  if (!(error instanceof Error)) return undefined
  const failure: Failure = error
  if (isTimeout(failure)) return late(dependency, error)
  return isThrottled(failure) || isUnreachable(failure) || isUnusable(failure)
    ? unavailable(dependency, error)
    : undefined
}

/** The SDK's own timeout for an answer has no system call. A timeout of a connection is another failure. */
const isTimeout = ({ name, code, syscall }: Failure) =>
  name === 'TimeoutError' && code === 'ETIMEDOUT' && syscall === undefined

/** The names of AWS for a caller that is too fast: some come with status 400. */
const throttled = /throttl|slowdown|toomanyrequests|limitexceeded|throughputexceeded|quotaexceeded/i

const isThrottled = ({ name, $retryable }: Failure) => throttled.test(name) || $retryable?.throttling === true

/** Node's errors of a network have codes such as ECONNREFUSED. Node's codes for wrong arguments begin with ERR_. */
const isUnreachable = ({ name, code }: Failure) =>
  name === 'TimeoutError' ||
  (typeof code === 'string' && /^(?!ERR_)|^ERR_(TLS|SSL|HTTP2|STREAM_PREMATURE_CLOSE)/.test(code))

/** The dependency has failed, or its success cannot be read. A 4xx means that we have sent something wrong. */
function isUnusable({ $metadata }: Failure): boolean {
  const status = $metadata?.httpStatusCode
  return status !== undefined && (status < 300 || status === 429 || status >= 500)
}

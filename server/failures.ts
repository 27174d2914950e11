// Turns the failure of a dependency into a 503 or a 504. A 500 would say that the fault is ours.
import type { Dependency } from './deadlines.ts'
import { Problem } from './http/problem.ts'

const retryAfterSeconds = 2

/** @param isElsewhere As in Problem: the dependency throttles or has failed, whatever this code does. */
export function unavailable(dependency: Dependency, cause: unknown, isElsewhere = false): Problem {
  const seconds = String(retryAfterSeconds)
  return new Problem(
    'service-unavailable',
    `A service that this one needs is not available. Try again in ${seconds} seconds.`,
    {
      headers: { 'Retry-After': seconds },
      cause: new Error(`${dependency} is not available.`, { cause }),
      isElsewhere,
    },
  )
}

export const late = (dependency: Dependency, cause: unknown): Problem =>
  new Problem('gateway-timeout', 'A service that this one needs did not answer in time.', {
    cause: new Error(`${dependency} did not answer in time.`, { cause }),
    // The model takes its time, whatever this code does.
    isElsewhere: dependency === 'Bedrock',
  })

/** The members by which the AWS SDK and Node describe a failed call. */
type Failure = Error & {
  code?: unknown
  syscall?: unknown
  $metadata?: { httpStatusCode?: number }
  $retryable?: { throttling?: boolean }
}

/** The 503 or 504 of a dependency that failed with this error; undefined for a fault of ours. */
export function problemOf(dependency: Dependency, error: unknown, deadline: AbortSignal): Problem | undefined {
  if (error instanceof Problem) return error
  if (deadline.aborted) return late(dependency, error)
  if (!(error instanceof Error)) return undefined
  const failure: Failure = error
  if (isTimeout(failure)) return late(dependency, error)
  return isThrottled(failure) || isUnreachable(failure) || isUnusable(failure)
    ? unavailable(dependency, error, isThrottled(failure) || hasFailed(failure))
    : undefined
}

/** The SDK's own timeout for an answer has no system call. A timeout of a connection is another failure. */
const isTimeout = ({ name, code, syscall }: Failure) =>
  name === 'TimeoutError' && code === 'ETIMEDOUT' && syscall === undefined

/** The names of AWS for a caller that is too fast: some come with status 400. */
export const throttled = /throttl|slowdown|toomanyrequests|limitexceeded|throughputexceeded|quotaexceeded/i

const isThrottled = ({ name, $retryable }: Failure) => throttled.test(name) || $retryable?.throttling === true

/** Node's errors of a network have codes such as ECONNREFUSED. Node's codes for wrong arguments begin with ERR_. */
const isUnreachable = ({ name, code }: Failure) =>
  name === 'TimeoutError' ||
  (typeof code === 'string' && /^(?!ERR_)|^ERR_(TLS|SSL|HTTP2|STREAM_PREMATURE_CLOSE)/.test(code))

/** The dependency has failed, or its success cannot be read. A 4xx means that we have sent something wrong. */
const isUnusable = (failure: Failure) => hasFailed(failure) || (failure.$metadata?.httpStatusCode ?? 300) < 300

function hasFailed({ $metadata }: Failure): boolean {
  const status = $metadata?.httpStatusCode
  return status !== undefined && (status === 429 || status >= 500)
}

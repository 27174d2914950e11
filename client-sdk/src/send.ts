// Sends one call: which of its attempts are repeated, and what a failure after a repeat means.
import { attemptOf, type Operation } from './attempt.ts'
import type { Fetched } from './call.ts'
import { ConnectionError, failureOf, traced, type SdkError } from './errors.ts'
import type { Watcher } from './observer.ts'
import type { CallOptions, CallPolicy } from './options.ts'
import type { ProblemError } from './problem-errors.ts'
import { isPassing, withRetries } from './retry.ts'
import { clean } from './secrets.ts'
import type { Arguments } from './transport.ts'

export type SendOptions = CallOptions & {
  idempotencyKey?: string | undefined
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}

export async function sendCall(
  policyOf: (options: CallOptions) => CallPolicy,
  watcher: Watcher | undefined,
  operation: Operation,
  given: Arguments,
  { idempotencyKey, ifMatch, ifNoneMatch, ...options }: SendOptions,
): Promise<Fetched> {
  const { id, method, repeat } = operation
  const name = id ?? `${method} ${operation.path}`
  const caller = new Error(name)
  const key = idempotencyKey ?? repeat?.()
  const secrets: (string | undefined)[] = []
  const told = (failure: SdkError) =>
    traced(failure, caller, {
      operation: id,
      ...(key && { idempotencyKey: key }),
      message: clean(secrets, failure.message),
    })
  // Safe cast: the compiler does not see that a callback changes it.
  let isLost = false as boolean
  try {
    const policy = policyOf(options)
    const headers = { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'idempotency-key': key }
    const mayRepeat = (error: unknown, delay: number) => {
      const repeats = (key ?? repeat ?? !/^P[OA]/.test(method)) && isPassing(error)
      if (repeats) {
        // A 429 came before anything was done. After any other failure the service may have done its work.
        // Safe cast: other failures have no status.
        isLost ||= (error as Partial<ProblemError>).status !== 429
        watcher?.retry(told(error as SdkError), delay)
      }
      return repeats
    }
    const attempt = attemptOf(policy, watcher, name, operation, given, headers, secrets)
    return await withRetries(policy, attempt, mayRepeat, name)
  } catch (met) {
    let failure = failureOf(name, met, options.signal)
    // Safe cast: other failures have no status, which is tested before the other members are used.
    const { status, headers } = failure as SdkError & Pick<ProblemError, 'status' | 'headers'>
    if (isLost) {
      const isGone = status === 404 && method === 'DELETE'
      // An earlier attempt may have made this change, or somebody else another one.
      if (ifMatch !== undefined && (isGone || status === 412))
        failure = new ConnectionError(`${name} lost an answer, and may have been done`, { cause: failure })
      // An earlier attempt may have deleted the item. Either way it is gone.
      else if (isGone) return { data: undefined, status: 204, headers }
    }
    throw told(failure)
  }
}

// Sends one call: which of its attempts are repeated, and what a failure after a repeat means.
import { attemptOf, type Operation } from './attempt.ts'
import type { Fetched } from './call.ts'
import { ConnectionError, failureOf, traced, type SdkError } from './errors.ts'
import { headersOf } from './headers.ts'
import type { Watcher } from './observer.ts'
import type { CallOptions, CallPolicy } from './options.ts'
import type { ProblemError } from './problem-errors.ts'
import { isPassing, withRetries } from './retry.ts'
import { clean, type Secrets } from './secrets.ts'
import type { Arguments } from './transport.ts'

export type SendOptions = CallOptions & {
  idempotencyKey?: string | undefined
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}

export async function sendCall(
  policyOf: (options: CallOptions | null | undefined) => CallPolicy,
  watcher: Watcher | undefined,
  operation: Operation,
  given: Arguments,
  own: SendOptions | null | undefined,
): Promise<Fetched> {
  const { idempotencyKey, ifMatch, ifNoneMatch, signal } = own ?? {}
  const { id, method, repeat, caller = new Error(id ?? `${method} ${operation.path}`) } = operation
  const name = caller.message
  let key = repeat?.()
  const secrets: Secrets = []
  const told = (failure: SdkError) => {
    // A service, or the header of its request id, may quote a credential in any member.
    // Safe cast: any member may be a text.
    const members = failure as unknown as Record<string, unknown>
    for (const name of Object.keys(members)) members[name] = clean(secrets, members[name])
    return traced(failure, caller, { operation: id, ...(key && { idempotencyKey: key }) })
  }
  // Safe cast: the compiler does not see that a callback changes it.
  let isLost = false as boolean
  try {
    const policy = policyOf(own)
    // After its type is checked: the error of a wrong one must not have it.
    key = idempotencyKey ?? key
    // An absent one does not replace that of the caller's own headers.
    const conditions = { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'idempotency-key': key }
    Object.assign(policy.headers, headersOf(conditions))
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
    const attempt = attemptOf(policy, watcher, name, operation, given, secrets)
    return await withRetries(policy, attempt, mayRepeat, name)
  } catch (met) {
    let failure = failureOf(name, met, signal)
    // Safe cast: other failures have no status, which is tested before the other members are used.
    const { status, headers } = failure as SdkError & Pick<ProblemError, 'status' | 'headers'>
    if (isLost) {
      const isGone = status === 404 && method === 'DELETE'
      // An earlier attempt may have made this change, or somebody else another one.
      if (ifMatch !== undefined && (isGone || status === 412))
        failure = new ConnectionError(
          `${name} lost an answer, and may have been done`,
          { cause: told(failure) },
          { attempts: failure.attempts },
        )
      // An earlier attempt may have deleted the item. Either way it is gone.
      else if (isGone) return { data: undefined, status: 204, headers, attempts: failure.attempts }
    }
    throw told(failure)
  }
}

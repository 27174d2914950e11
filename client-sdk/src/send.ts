// Sends one call: what its attempts have in common, which of them are repeated, and what a failure after a repeat means.
import { attempt, clean, type Connection, type Operation } from './attempt.ts'
import type { Answer } from './call.ts'
import { ConnectionError, failureOf, traced } from './errors.ts'
import type { CallOptions } from './options.ts'
import { ProblemError } from './problem-errors.ts'
import { isPassing, withRetries } from './retry.ts'
import { urlOf, type Arguments } from './transport.ts'

export type SendOptions = CallOptions & {
  idempotencyKey?: string | undefined
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}

export async function sendCall(
  connection: Connection,
  operation: Operation,
  given: Arguments,
  { idempotencyKey, ifMatch, ifNoneMatch, ...options }: SendOptions,
): Promise<Answer<unknown>> {
  const { id, method, path, auth, repeat, write = JSON.stringify } = operation
  const { settings, policy } = connection
  const name = id ?? 'request'
  const caller = new Error(name)
  const key = idempotencyKey ?? (typeof repeat === 'function' ? repeat() : undefined)
  const secrets = [settings.apiKey]
  // Safe cast: the compiler does not see that a callback changes it.
  let isLost = false as boolean
  try {
    // The arguments are read once: the caller may change them after the call.
    const url = urlOf(settings.baseUrl, path, given)
    // Safe cast: generated code pairs each writer with the bodies that it writes.
    const body = given.body === undefined ? null : write(given.body as never)
    const headers = {
      // A form has a type of its own.
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      ...settings.headers,
      ...options.headers,
      'x-api-key': (auth ?? 'apiKey') === 'apiKey' ? settings.apiKey : undefined,
      'if-match': ifMatch,
      'if-none-match': ifNoneMatch,
      'idempotency-key': key,
    }
    const work = (signal: AbortSignal) => attempt(connection, operation, { name, url, headers, body, secrets }, signal)
    const isRepeatable = (key ?? repeat) !== undefined || !/^P[OA]/.test(method)
    const mayRepeat = (error: unknown) => {
      const repeats = isRepeatable && isPassing(error)
      // A 429 came before anything was done. After any other failure the service may have done its work.
      isLost ||= repeats && !(error instanceof ProblemError && error.status === 429)
      return repeats
    }
    return await withRetries(policy(options), work, mayRepeat, name)
  } catch (met) {
    let failure = failureOf(name, met, options.signal)
    if (isLost && failure instanceof ProblemError) {
      const { status, headers, requestId } = failure
      const isGone = method === 'DELETE' && status === 404
      // An earlier attempt may have made this change, or somebody else another one.
      if (ifMatch !== undefined && (isGone || status === 412))
        failure = new ConnectionError(`${name} lost an answer, and may have been done`, { cause: failure })
      // An earlier attempt may have deleted the item. Either way it is gone.
      else if (isGone) return { data: undefined, status: 204, headers, requestId }
    }
    throw traced(failure, caller, {
      ...(id && { operation: id }),
      ...(key && { idempotencyKey: key }),
      message: clean(secrets, failure.message),
    })
  }
}

// Methods of several requests: their time and abort, and failures that name the method and its caller.
import { failureOf, traced, type SdkError } from './errors.ts'
import { within } from './retry.ts'

/**
 * @param caller Has the stack of the call, and the name of the method as its message.
 * @param known Gives what else the error of a failure has to say.
 */
export async function several<T>(
  caller: Error,
  ms: number,
  signal: AbortSignal | null | undefined,
  work: (signal: AbortSignal, stop: (reason: unknown) => void) => Promise<T>,
  known?: (failure: SdkError) => object | undefined,
): Promise<T> {
  const name = caller.message
  try {
    return await within(ms, signal, work, name)
  } catch (error) {
    const failure = failureOf(name, error, signal)
    throw traced(failure, caller, { operation: failure.operation ?? name, ...known?.(failure) })
  }
}

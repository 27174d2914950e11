// The parts that most pages never need, such as uploads, are modules that are loaded with their first use.
import { isRedirect } from './attempt.ts'
import { checked, optionsOf } from './checks.ts'
import { asCause, caused, ConnectionError, fail, reasonOf, SdkError } from './errors.ts'
import { problemFrom } from './problem-errors.ts'
import { isPassing, within, withRetries } from './retry.ts'
import { runtime } from './runtime.ts'
import { clean } from './secrets.ts'
import { several } from './several.ts'

/**
 * The functions of the core that such a part needs. It gets them as an argument, and imports none of them: so a bundler makes one
 * file of the part, and the core stays one file.
 */
export const core = {
  caused,
  checked,
  clean,
  ConnectionError,
  fail,
  isPassing,
  isRedirect,
  optionsOf,
  problemFrom,
  reasonOf,
  runtime,
  SdkError,
  several,
  within,
  withRetries,
}
export type Core = typeof core

/**
 * Loads a part, within the time and the signal of its call. One that cannot be loaded is a `ConnectionError`.
 *
 * @param caller The stack of the call, and the name of the method as its message.
 * @param failed Is told when the part is not there: the hooks of the call must hear of it.
 */
export function loaded<Module>(
  caller: Error,
  ms: number,
  signal: AbortSignal | undefined,
  failed: ((error: unknown) => void) | undefined,
  load: () => Promise<Module>,
): Promise<Module> {
  const cannotLoad = asCause(ConnectionError, `${caller.message} could not be loaded`)
  const module = several(caller, ms, signal, () => load().catch(cannotLoad))
  if (failed) module.catch(failed)
  return module
}

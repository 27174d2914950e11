// The parts that most pages never need, such as uploads, are modules that are loaded with their first use.
import { isRedirect } from './attempt.ts'
import { checked } from './checks.ts'
import type { Client } from './client.ts'
import { asCause, caused, ConnectionError, fail, reasonOf, SdkError } from './errors.ts'
import type { ObservedCall, Watcher } from './observer.ts'
import type { CallOptions } from './options.ts'
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
  problemFrom,
  reasonOf,
  runtime,
  SdkError,
  several,
  within,
  withRetries,
}
export type Core = typeof core

/** What a part begins with. The deadline is the end of the time that it was loaded in. */
type Begin<Options, Given extends unknown[], Made> = (
  core: Core,
  caller: Error,
  deadline: number,
  client: Client,
  watcher: Watcher | undefined,
  options: Options,
  ...given: Given
) => Made

/**
 * Loads a part within the time and the signal of its call, and begins it. One that cannot be loaded is a
 * `ConnectionError`, and the hooks of the call hear of it.
 *
 * @param caller The stack of the call, and the name of the method as its message.
 */
export async function later<Options extends CallOptions, Given extends unknown[], Made>(
  caller: Error,
  ms: number,
  client: Client,
  operation: ObservedCall,
  options: Options,
  load: () => Promise<{ begin: Begin<Options, Given, Made> }>,
  notLoaded: (() => unknown) | undefined,
  ...given: Given
): Promise<Made> {
  const deadline = Date.now() + ms
  const watcher = client.watch(options, operation)
  const cannotLoad = asCause(ConnectionError, `${caller.message} could not be loaded`)
  const part = await several(caller, ms, options.signal, () => load().catch(cannotLoad)).catch((error: unknown) => {
    watcher?.failed(error)
    notLoaded?.()
    throw error
  })
  return part.begin(core, caller, deadline, client, watcher, options, ...given)
}

// The parts that most pages never need, such as uploads, are modules that are loaded with their first use.
import { checked, refuse } from './checks.ts'
import { caused, ConnectionError, fail, failureOf, reasonOf, SdkError, traced } from './errors.ts'
import { problemFrom } from './problem-errors.ts'
import { isPassing, within, withRetries } from './retry.ts'
import { runtime } from './runtime.ts'
import { several } from './several.ts'

/**
 * What such a part is given. It imports none of it: then a bundler makes one file of it, and the core stays one file.
 */
export const core = {
  caused,
  checked,
  ConnectionError,
  fail,
  failureOf,
  isPassing,
  problemFrom,
  reasonOf,
  refuse,
  runtime,
  SdkError,
  several,
  traced,
  within,
  withRetries,
}
export type Core = typeof core

/** The module; a `ConnectionError` where it cannot be loaded. The caller's message is the name of the method. */
export const loaded = <Module>(caller: Error, module: Promise<Module>): Promise<Module> =>
  module.catch((cause: unknown) => {
    const { message } = caller
    throw traced(caused(ConnectionError, `${message} could not be loaded`, cause), caller, { operation: message })
  })

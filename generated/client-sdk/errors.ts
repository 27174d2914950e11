// Generated from spec/ by `npm run generate`. Do not edit.

import type { components } from '../api.ts'

/** The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead. */
export { SdkError as FrontdeskError } from '../../client-sdk/src/errors.ts'

/** The ids that an error can carry. */
export interface StartedIds {
  /** Only when `submitAndWait` failed after the start: what was started goes on under this id. */
  readonly executionId: string | undefined
}

/** One wrong place in a request: `pointer` leads into the body, `parameter` names a parameter. */
export type ProblemPlace = NonNullable<components['schemas']['Problem']['errors']>[number]

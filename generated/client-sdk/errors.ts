// Generated from spec/ by `npm run generate`. Do not edit.

import type { components } from '../api.ts'

/** The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead. */
export { SdkError as FrontdeskError } from '../../client-sdk/src/errors.ts'

/**
 * The kinds of problems that the contract knows, and `about:blank` for an answer that is no problem document. Something
 * in front of the service may answer a kind of its own.
 */
export type ProblemType =
  | '/docs/problems/invalid-request'
  | '/docs/problems/unauthenticated'
  | '/docs/problems/insufficient-scope'
  | '/docs/problems/forbidden'
  | '/docs/problems/not-found'
  | '/docs/problems/method-not-allowed'
  | '/docs/problems/conflict'
  | '/docs/problems/precondition-failed'
  | '/docs/problems/payload-too-large'
  | '/docs/problems/unsupported-media-type'
  | '/docs/problems/idempotency-key-reused'
  | '/docs/problems/too-many-requests'
  | '/docs/problems/request-header-fields-too-large'
  | '/docs/problems/internal-error'
  | '/docs/problems/bad-gateway'
  | '/docs/problems/service-unavailable'
  | '/docs/problems/gateway-timeout'
  | 'about:blank'

/** The ids that an error can carry. */
export interface StartedIds {
  /** Only when `submitAndWait` failed after the start: what was started goes on under this id. */
  readonly executionId: string | undefined
}

/** One wrong place in a request: `pointer` leads into the body, `parameter` names a parameter. */
export type ProblemPlace = NonNullable<components['schemas']['Problem']['errors']>[number]

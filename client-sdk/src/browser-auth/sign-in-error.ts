// The error of a sign-in. It has neither a cause nor details: those of the library hold tokens and codes.
import * as oauth from 'oauth4webapi'

/**
 * A sign-in, a renewal or a sign-out that failed. `code` is the provider's, such as `access_denied` and `invalid_grant`, or one
 * of these:
 * - `unknown_state`: this tab did not ask for the sign-in that the address tells of, or it has ended already.
 * - `unreachable`: the provider did not answer, not in time, or with a failure of its own.
 * - `invalid_answer`: the provider answered something that its protocol does not allow.
 * - `no_storage`: the person has blocked the storages of the browser, or the storage of the tab is full.
 * - `insecure_page`: the page has neither https nor an address of this machine.
 */
export class SignInError extends Error {
  static override readonly name = 'SignInError'
  /** The provider's code, or one of those above. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'SignInError'
    this.code = code
  }
}

/**
 * Runs the work. Its failure becomes an error of this package.
 *
 * @param sent What the request shows to the provider alone. Its reason may quote the request.
 */
export async function clearly<Result>(work: () => Promise<Result>, ...sent: string[]): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const failure = clear(error)
    // A short one may be a part of any word.
    for (const secret of sent) if (secret.length > 7) failure.message = failure.message.replaceAll(secret, '…')
    throw failure
  }
}

function clear(error: unknown): SignInError {
  if (error instanceof SignInError) return error
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError)
    return new SignInError(error.error, error.error_description ?? `The provider answered ${error.error}.`)
  const isAnswer = error instanceof oauth.OperationProcessingError && !isBusy(error.cause)
  if (isAnswer || error instanceof oauth.UnsupportedOperationError)
    return new SignInError('invalid_answer', `The provider's answer is not valid: ${error.message}`)
  return new SignInError('unreachable', 'The provider did not answer.')
}

/** The library reports a failure of the provider with its response. */
const isBusy = (cause: unknown) => cause instanceof Response && (cause.status >= 500 || cause.status === 429)

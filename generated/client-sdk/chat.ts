// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions } from '../../client-sdk/src/options.ts'
import type { ChatInput, ChatReply } from './models.ts'

/** Answers of a language model to questions about the back office. */
export interface Chat {
  /**
   * Sends a message to the assistant and returns its reply. Nothing is kept between calls: to go on with a
   * conversation, send its turns so far in `history`. `message` and `history` have together at most 32,000 characters;
   * more is a 400. Each person has a quota of requests, which the headers `RateLimit-…` show; a request beyond it is a
   * 429 with `Retry-After`.
   *
   * @param body - The message, and the conversation that it belongs to.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns What the assistant replied.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link PayloadTooLargeError} (413) The body is larger than 256 KiB.
   * @throws {@link UnsupportedMediaTypeError} (415) The body is not sent as application/json.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServerError} (502) A service that this one depends on failed or answered with something unusable.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.chat({ message: 'How do I add a photo to a case?' })
   * console.log(result)
   * ```
   */
  (body: ChatInput, options?: CallOptions): Call<ChatReply, 200>
}

/**
 * Answers of a language model to questions about the back office.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function chat(client: Client): Chat {
  return (body, options) => client.send({ id: 'chat', method: 'POST', path: '/chat', auth: 'token' }, { body }, options)
}

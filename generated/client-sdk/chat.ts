// Generated from spec/ by `npm run generate`. Do not edit.

import { listIn } from '../../client-sdk/src/gives.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions } from '../../client-sdk/src/options.ts'
import type { ChatInput, ChatReply } from './models.ts'

/** Answers of a language model to questions about the back office. */
export interface Chat {
  /**
   * Sends a message to the assistant and returns its reply. The assistant looks things up with the caller's rights, and
   * `calls` lists these calls. It changes nothing: `proposals` lists the changes that it proposes, and the client runs
   * those that the person accepts. An answer takes at most 5 rounds, 8 calls and 25 s; when a limit stops it, the reply
   * says so. Nothing is kept between calls: to go on with a conversation, send its turns so far in `history`. `message`
   * and `history` have together at most 32,000 characters; more is a 400.
   *
   * @param body - The message, and the conversation that it belongs to.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns What the assistant replied.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link PayloadTooLargeError} (413) The body is larger than 256 KiB.
   * @throws {@link UnsupportedMediaTypeError} (415) The body is not sent as application/json.
   * @throws {@link RateLimitError} (429) A rate limit was met.
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
  return (body, options) =>
    client.send({ id: 'chat', method: 'POST', path: '/chat', auth: 'token', gives: listIn('calls') }, { body }, options)
}

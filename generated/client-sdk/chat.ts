// Generated from spec/ by `npm run generate`. Do not edit.

import { listIn } from '../../client-sdk/src/gives.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import { eventStream, type EventStream, type StreamOptions } from '../../client-sdk/src/event-stream.ts'
import type { CallOptions } from '../../client-sdk/src/options.ts'
import type { ChatEvent, ChatInput, ChatReply } from './models.ts'

/** Answers of a language model to questions about the back office. */
export interface Chat {
  /**
   * Sends a message to the assistant and returns its reply. The assistant looks things up with the caller's rights, and
   * `calls` lists these calls. It changes nothing: `proposals` lists the changes that it proposes, and the client runs
   * those that the person accepts. An answer takes at most 5 rounds, 8 calls and 25 s; when a limit stops it, the reply
   * says so. Nothing is kept between calls: to go on with a conversation, send its turns so far in `history`. `message`
   * and `history` have together at most 32,000 characters; more is a 400. Each person has a quota of requests, which
   * the headers `RateLimit-…` show; a request beyond it is a 429 with `Retry-After`.
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

  /**
   * Sends the same message as `chat`, and answers while the assistant writes: with server-sent events. The body of each
   * event is JSON on one `data:` line, and its `event:` line repeats the `type`. The last event is `done` or `error`.
   * What fails before the first event is an ordinary problem. A comment every 15 s keeps the connection alive.
   *
   * @param body - The message, and the conversation that it belongs to.
   * @param options - Times in milliseconds to the first event and between events, `signal`.
   * @returns The events of the answer, in their order.
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
   * for await (const event of frontdesk.chat.stream({ message: 'How many open cases are there?' })) {
   *   console.log(event)
   * }
   * ```
   */
  stream(body: ChatInput, options?: StreamOptions): EventStream<Exclude<ChatEvent, { type: 'error' }>>
}

/**
 * Answers of a language model to questions about the back office.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function chat(client: Client): Chat {
  const whole: (...given: Parameters<Chat>) => ReturnType<Chat> = (body, options) =>
    client.send({ id: 'chat', method: 'POST', path: '/chat', auth: 'token', gives: listIn('calls') }, { body }, options)
  const methods: Pick<Chat, 'stream'> = {
    stream: (body, options) =>
      eventStream(
        client,
        { id: 'chatStream', method: 'POST', path: '/chat/stream', auth: 'token' },
        { all: ['text', 'call', 'proposal', 'done', 'error'], end: 'done', failure: 'error' },
        { body },
        options,
      ),
  }
  return Object.assign(whole, methods)
}

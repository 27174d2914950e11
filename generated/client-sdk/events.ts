// Generated from spec/ by `npm run generate`. Do not edit.

import { nothing } from '../../client-sdk/src/gives.ts'
import { randomKey } from '../../client-sdk/src/random-key.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type {
  CallOptions,
  ConditionalOptions,
  IdempotentOptions,
  RevalidationOptions,
} from '../../client-sdk/src/options.ts'
import { listOf, type List } from '../../client-sdk/src/pages.ts'
import { updateWith, type UpdateWithOptions } from '../../client-sdk/src/update-with.ts'
import type { Event, EventInput, EventList, EventPatch, ListEventsQuery } from './models.ts'

/** Occasions that the organisation holds. Anyone may read them; writing needs a user. */
export interface Events {
  /**
   * Lists events, the newest entry first, all of them or those in one status.
   *
   * @param query - `status`: Only events in this status. `limit`: How many items a page holds at most. Default 25.
   *   `cursor`: Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns A page of events.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * for await (const item of frontdesk.events.list({ status: 'scheduled', limit: 25 })) {
   *   console.log(item)
   * }
   * ```
   */
  list(query?: ListEventsQuery, options?: CallOptions): List<EventList, Event>

  /**
   * Creates an event, in status `scheduled` unless the body says otherwise, and returns it with its id.
   *
   * @param body - What is held, when, where, and by whom.
   * @param options - Times in milliseconds, retries, `signal`, `idempotencyKey`.
   * @returns The event was created, or had been by the same request before.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link PayloadTooLargeError} (413) The body is larger than 256 KiB.
   * @throws {@link UnsupportedMediaTypeError} (415) The body is not sent as application/json.
   * @throws {@link UnprocessableContentError} (422) The `Idempotency-Key` was used before with another body.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.events.create({
   *   title: 'Open house',
   *   description: 'Doors open at nine. Tours of the workshop on the hour.',
   *   date: '2027-03-12',
   *   location: 'Hall 2, Harbour Street 14',
   *   capacity: 120,
   *   organizer: 'Visitor services',
   * })
   * console.log(result)
   * ```
   */
  create(body: EventInput, options?: IdempotentOptions): Call<Event, 201, 'etag' | 'location' | 'replayed'>

  /**
   * Returns one event by its id.
   *
   * @param eventId - Id of the event, as `listEvents` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The event.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link NotFoundError} (404) There is no item with this id.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.events.get('b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80')
   * console.log(result)
   * ```
   */
  get(eventId: string, options: RevalidationOptions): Call<Event | undefined, 200 | 304, 'etag'>
  /**
   * Returns one event by its id.
   *
   * @param eventId - Id of the event, as `listEvents` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The event.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link NotFoundError} (404) There is no item with this id.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.events.get('b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80')
   * console.log(result)
   * ```
   */
  get(eventId: string, options?: CallOptions): Call<Event, 200, 'etag'>

  /**
   * Changes the given members of an event and leaves the others.
   *
   * @param eventId - Id of the event, as `listEvents` gives it.
   * @param body - The members to change, at least one.
   * @param options - Times in milliseconds, retries, `signal`, `ifMatch`.
   * @returns The event as it is now.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link NotFoundError} (404) There is no item with this id.
   * @throws {@link PreconditionFailedError} (412) The item has changed since the ETag in `If-Match` was read.
   * @throws {@link PayloadTooLargeError} (413) The body is larger than 256 KiB.
   * @throws {@link UnsupportedMediaTypeError} (415) The body is not sent as application/json.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.events.update('b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80', { status: 'cancelled' })
   * console.log(result)
   * ```
   */
  update(eventId: string, body: EventPatch, options?: ConditionalOptions): Call<Event, 200, 'etag'>

  /**
   * Deletes one event by its id. To call it off and keep it, set its status to `cancelled` instead.
   *
   * @param eventId - Id of the event, as `listEvents` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifMatch`.
   * @returns The event was deleted.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link NotFoundError} (404) There is no item with this id.
   * @throws {@link PreconditionFailedError} (412) The item has changed since the ETag in `If-Match` was read.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * await frontdesk.events.delete('b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80')
   * ```
   */
  delete(eventId: string, options?: ConditionalOptions): Call<undefined, 204>

  /**
   * Reads the item, lets `change` say what to change, and writes that on the condition that nobody else wrote in
   * between. When somebody did, it begins again, at most `maxConflicts` times (3).
   *
   * @param eventId - Id of the event, as `listEvents` gives it.
   * @param change - Gives the members to change, or `undefined` to leave the item as it is. May be called again.
   * @returns The item as it is now.
   * @throws {@link PreconditionFailedError} (412) when it was changed again and again, and all that `get` and `update`
   *   throw.
   */
  updateWith(
    eventId: string,
    change: (current: Event) => EventPatch | undefined | Promise<EventPatch | undefined>,
    options?: UpdateWithOptions,
  ): Promise<Event>
}

/**
 * Occasions that the organisation holds. Anyone may read them; writing needs a user.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function events(client: Client): Events {
  const resource: Events = {
    list: (query, options) =>
      listOf(
        client,
        { id: 'listEvents', method: 'GET', path: '/events', auth: 'none' },
        'events',
        25,
        { query },
        options,
      ),
    create: (body, options) =>
      client.send(
        { id: 'createEvent', method: 'POST', path: '/events', auth: 'token', repeat: randomKey },
        { body },
        options,
      ),
    get: (eventId: string, options?: CallOptions) =>
      client.send<never, never, 'etag'>(
        { id: 'getEvent', method: 'GET', path: '/events/{eventId}', auth: 'none' },
        { path: { eventId } },
        options,
      ),
    update: (eventId, body, options) =>
      client.send(
        { id: 'updateEvent', method: 'PUT', path: '/events/{eventId}', auth: 'token' },
        { path: { eventId }, body },
        options,
      ),
    delete: (eventId, options) =>
      client.send(
        { id: 'deleteEvent', method: 'DELETE', path: '/events/{eventId}', auth: 'token', gives: nothing },
        { path: { eventId } },
        options,
      ),
    updateWith: (eventId, change, options) =>
      updateWith(
        client,
        (settings) => resource.get(eventId, settings),
        (patch: EventPatch, settings) => resource.update(eventId, patch, settings),
        change,
        options,
      ),
  }
  return resource
}

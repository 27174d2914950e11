// Generated from spec/ by `npm run generate`. Do not edit.

import { listIn } from '../../client-sdk/src/gives.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions } from '../../client-sdk/src/options.ts'
import type { OrderList, UserList } from './models.ts'

/** Made-up users and orders to build against. */
export interface SampleData {
  /**
   * Returns all sample users at once, without pages. They are made up and cannot sign in.
   *
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The sample users.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.sampleData.listUsers()
   * console.log(result)
   * ```
   */
  listUsers(options?: CallOptions): Call<UserList, 200>

  /**
   * Returns all sample orders at once, without pages. They refer to the sample users and products.
   *
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The sample orders.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.sampleData.listOrders()
   * console.log(result)
   * ```
   */
  listOrders(options?: CallOptions): Call<OrderList, 200>
}

/**
 * Made-up users and orders to build against.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function sampleData(client: Client): SampleData {
  const resource: SampleData = {
    listUsers: (options) =>
      client.send(
        { id: 'listUsers', method: 'GET', path: '/users', auth: 'token', gives: listIn('users') },
        {},
        options,
      ),
    listOrders: (options) =>
      client.send(
        { id: 'listOrders', method: 'GET', path: '/orders', auth: 'token', gives: listIn('orders') },
        {},
        options,
      ),
  }
  return resource
}

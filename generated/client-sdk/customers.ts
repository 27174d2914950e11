// Generated from spec/ by `npm run generate`. Do not edit.

import { nothing } from '../../client-sdk/src/gives.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions } from '../../client-sdk/src/options.ts'
import type { Customer, RegisteredCustomer } from './models.ts'

/** A register of customer ids, kept by the systems that hold an API key. */
export interface Customers {
  /**
   * Says whether the customer exists. One that does not is an answer too, with `exists` false.
   *
   * @param id - Id of the customer.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns Whether the customer exists.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link ForbiddenError} (403) The API key is missing or not accepted.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.customers.get('c-1042')
   * console.log(result)
   * ```
   */
  get(id: string, options?: CallOptions): Call<Customer, 200>

  /**
   * Makes sure that the customer exists: 201 when it is new, 200 when it was there already. A new customer is announced
   * by the event CustomerCreated. The body may be absent, empty, `null` or `{}`.
   *
   * @param id - Id of the customer.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The customer was there already.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link ForbiddenError} (403) The API key is missing or not accepted.
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
   * const result = await frontdesk.customers.put('c-1042')
   * console.log(result)
   * ```
   */
  put(id: string, options?: CallOptions): Call<RegisteredCustomer, 200 | 201, 'location'>

  /**
   * Makes sure that the customer does not exist, whether or not it was there.
   *
   * @param id - Id of the customer.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The customer does not exist any more, or never did.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link ForbiddenError} (403) The API key is missing or not accepted.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * await frontdesk.customers.delete('c-1042')
   * ```
   */
  delete(id: string, options?: CallOptions): Call<undefined, 204>
}

/**
 * A register of customer ids, kept by the systems that hold an API key.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function customers(client: Client): Customers {
  const resource: Customers = {
    get: (id, options) =>
      client.send(
        { id: 'getCustomer', method: 'GET', path: '/customers/{id}', auth: 'apiKey' },
        { path: { id } },
        options,
      ),
    put: (id, options) =>
      client.send(
        { id: 'putCustomer', method: 'PUT', path: '/customers/{id}', auth: 'apiKey' },
        { path: { id } },
        options,
      ),
    delete: (id, options) =>
      client.send(
        { id: 'deleteCustomer', method: 'DELETE', path: '/customers/{id}', auth: 'apiKey', gives: nothing },
        { path: { id } },
        options,
      ),
  }
  return resource
}

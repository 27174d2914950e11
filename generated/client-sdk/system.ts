// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions, RevalidationOptions } from '../../client-sdk/src/options.ts'
import type { OpenApiDocument, Status } from './models.ts'

/** The service's own state and its contract. */
export interface System {
  /**
   * Says that the service is up, which version runs in which environment, and who is asking.
   *
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The service is up.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.system.getStatus()
   * console.log(result)
   * ```
   */
  getStatus(options?: CallOptions): Call<Status, 200>

  /**
   * Returns the bundled OpenAPI document that this service was built from.
   *
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The OpenAPI 3.0.3 document.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @example
   * ```ts
   * const result = await frontdesk.system.getOpenApi()
   * console.log(result)
   * ```
   */
  getOpenApi(options: RevalidationOptions): Call<OpenApiDocument | undefined, 200 | 304, 'etag'>
  /**
   * Returns the bundled OpenAPI document that this service was built from.
   *
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The OpenAPI 3.0.3 document.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @example
   * ```ts
   * const result = await frontdesk.system.getOpenApi()
   * console.log(result)
   * ```
   */
  getOpenApi(options?: CallOptions): Call<OpenApiDocument, 200, 'etag'>
}

/**
 * The service's own state and its contract.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function system(client: Client): System {
  const resource: System = {
    getStatus: (options) =>
      client.send({ id: 'getStatus', method: 'GET', path: '/status', auth: 'token' }, {}, options),
    getOpenApi: (options?: CallOptions) =>
      client.send<never, never, 'etag'>(
        { id: 'getOpenApi', method: 'GET', path: '/openapi.json', auth: 'none' },
        {},
        options,
      ),
  }
  return resource
}

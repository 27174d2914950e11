// Generated from spec/ by `npm run generate`. Do not edit.

import { nothing } from '../../client-sdk/src/gives.ts'
import { noKey } from '../../client-sdk/src/random-key.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions, ConditionalOptions, RevalidationOptions } from '../../client-sdk/src/options.ts'
import { listOf, type List } from '../../client-sdk/src/pages.ts'
import { updateWith, type UpdateWithOptions } from '../../client-sdk/src/update-with.ts'
import type { ListProductsQuery, Product, ProductInput, ProductList, ProductPatch } from './models.ts'

/** The catalogue, in which the client names each product. */
export interface Products {
  /**
   * Lists products by their id, all of them or those in one category.
   *
   * @param query - `category`: Only products in this category, spelled exactly so. `limit`: How many items a page holds
   *   at most. Default 25. `cursor`: Where the page begins; the `nextCursor` of the page before it. It belongs to this
   *   operation and filter.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns A page of products.
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
   * for await (const item of frontdesk.products.list({ category: 'kiosks', limit: 25 })) {
   *   console.log(item)
   * }
   * ```
   */
  list(query?: ListProductsQuery, options?: CallOptions): List<ProductList, Product>

  /**
   * Adds a product under the id that the body names. A repeat with the same content answers the original 201 with
   * `Idempotent-Replayed: true`; other content under an id that is taken is a 409. It takes no `Idempotency-Key`.
   *
   * @param body - The product, with its id.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The product was created, or had been by the same request before.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link ConflictError} (409) An item with this id exists already, with other content.
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
   * const result = await frontdesk.products.create({
   *   productId: 'kiosk-stand-04',
   *   category: 'kiosks',
   *   productName: 'Kiosk stand, outdoor',
   *   description: 'Galvanised steel with a rain hood, 1.3 m high.',
   *   productPrice: 419.95,
   *   stock: 12,
   * })
   * console.log(result)
   * ```
   */
  create(body: ProductInput, options?: CallOptions): Call<Product, 201, 'etag' | 'location' | 'replayed'>

  /**
   * Returns one product by its id.
   *
   * @param productId - Id of the product, as `listProducts` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The product.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.products.get('kiosk-stand-01')
   * console.log(result)
   * ```
   */
  get(productId: string, options: RevalidationOptions): Call<Product | undefined, 200 | 304, 'etag'>
  /**
   * Returns one product by its id.
   *
   * @param productId - Id of the product, as `listProducts` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The product.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.products.get('kiosk-stand-01')
   * console.log(result)
   * ```
   */
  get(productId: string, options?: CallOptions): Call<Product, 200, 'etag'>

  /**
   * Changes the given members of a product and leaves the others. Its id stays.
   *
   * @param productId - Id of the product, as `listProducts` gives it.
   * @param body - The members to change, at least one.
   * @param options - Times in milliseconds, retries, `signal`, `ifMatch`.
   * @returns The product as it is now.
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
   * const result = await frontdesk.products.update('kiosk-stand-01', { stock: 65 })
   * console.log(result)
   * ```
   */
  update(productId: string, body: ProductPatch, options?: ConditionalOptions): Call<Product, 200, 'etag'>

  /**
   * Deletes one product by its id, which is free again afterwards.
   *
   * @param productId - Id of the product, as `listProducts` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifMatch`.
   * @returns The product was deleted.
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
   * await frontdesk.products.delete('kiosk-stand-01')
   * ```
   */
  delete(productId: string, options?: ConditionalOptions): Call<undefined, 204>

  /**
   * Reads the item, lets `change` say what to change, and writes that on the condition that nobody else wrote in
   * between. When somebody did, it begins again, at most `maxConflicts` times (3).
   *
   * @param productId - Id of the product, as `listProducts` gives it.
   * @param change - Gives the members to change, or `undefined` to leave the item as it is. May be called again.
   * @returns The item as it is now.
   * @throws {@link PreconditionFailedError} (412) when it was changed again and again, and all that `get` and `update`
   *   throw.
   */
  updateWith(
    productId: string,
    change: (current: Product) => ProductPatch | undefined | Promise<ProductPatch | undefined>,
    options?: UpdateWithOptions,
  ): Promise<Product>
}

/**
 * The catalogue, in which the client names each product.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function products(client: Client): Products {
  const resource: Products = {
    list: (query, options) =>
      listOf(
        client,
        { id: 'listProducts', method: 'GET', path: '/products', auth: 'token' },
        'products',
        25,
        { query },
        options,
      ),
    create: (body, options) =>
      client.send(
        { id: 'createProduct', method: 'POST', path: '/products', auth: 'token', repeat: noKey },
        { body },
        options,
      ),
    get: (productId: string, options?: CallOptions) =>
      client.send<never, never, 'etag'>(
        { id: 'getProduct', method: 'GET', path: '/products/{productId}', auth: 'token' },
        { path: { productId } },
        options,
      ),
    update: (productId, body, options) =>
      client.send(
        { id: 'updateProduct', method: 'PUT', path: '/products/{productId}', auth: 'token' },
        { path: { productId }, body },
        options,
      ),
    delete: (productId, options) =>
      client.send(
        { id: 'deleteProduct', method: 'DELETE', path: '/products/{productId}', auth: 'token', gives: nothing },
        { path: { productId } },
        options,
      ),
    updateWith: (productId, change, options) =>
      updateWith(
        client,
        (settings) => resource.get(productId, settings),
        (patch: ProductPatch, settings) => resource.update(productId, patch, settings),
        change,
        options,
      ),
  }
  return resource
}

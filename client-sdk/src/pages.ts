// A list in pages: await gives the first page, iteration gives every item.
import type { Operation } from './attempt.ts'
import type { Answer, Call, ToldHeader } from './call.ts'
import { checked } from './checks.ts'
import type { Client } from './client.ts'
import { ConnectionError, traced } from './errors.ts'
import { listIn } from './gives.ts'
import type { CallOptions } from './options.ts'
import type { Arguments } from './transport.ts'

/**
 * A list that the service gives in pages. It sends nothing before it is awaited or iterated. A second await gives the
 * same first page, unless the request failed. Each iteration sends its requests again.
 *
 * @example
 * const firstPage = await items.list({ limit: 10 })
 * for await (const item of items.list({ status: 'open' })) console.log(item)
 */
export interface List<Page, Item, Told extends ToldHeader = never> extends PromiseLike<Page>, AsyncIterable<Item> {
  /** Every page. A page is requested when it is needed. */
  pages(): AsyncIterableIterator<Page>
  /** The items in one array: all of them, or the first `max`. */
  toArray(options?: { max?: number | undefined }): Promise<Item[]>
  /** The first page together with status, headers and request id. */
  withResponse(): Promise<Answer<Page, 200, Told>>
  /** As that of a promise of the first page. */
  catch<Result = never>(onRejected: (reason: unknown) => Result | PromiseLike<Result>): Promise<Page | Result>
  /** As that of a promise of the first page. */
  finally(onSettled: () => void): Promise<Page>
}

/**
 * @param items The member of a page that holds its items.
 * @param pageSize The number of items in a page without a `limit`; 0 when the operation has no `limit`.
 * @param write Writes a query that has other forms than plain values and lists of them.
 */
export function listOf<Name extends string, Page extends Record<Name, readonly unknown[]> & { nextCursor?: string }>(
  client: Client,
  operation: Operation & { id: string },
  items: Name,
  pageSize: number,
  given: Omit<Arguments, 'query'> & { query?: { limit?: number | undefined; cursor?: string | undefined } | undefined },
  options: CallOptions | undefined,
  write: (query: object) => object | string = (query) => query,
): List<Page, Page[Name][number]> {
  const { id } = operation
  const caller = new Error(id)
  const asked = { ...operation, gives: listIn(items), caller }
  // The caller may change it before the next page is requested.
  const query = { ...given.query }
  const fail = (error: unknown): never => {
    throw traced(error, caller, { operation: id })
  }
  const ask = (cursor = query.cursor, wanted = Infinity) => {
    const { limit = wanted < pageSize ? wanted : undefined } = query
    return client.send<Page, 200>(asked, { ...given, query: write({ ...query, cursor, limit }) }, options)
  }
  let loaded: Call<Page, 200> | undefined
  const first = () => {
    // On the answer, not on the data: the failed page is forgotten before the caller learns of the failure.
    if (!loaded) (loaded = ask()).withResponse().catch(() => (loaded = undefined))
    return loaded
  }

  async function* pages(wanted = Infinity) {
    let { cursor } = query
    const seen = new Set<unknown>([cursor])
    for (;;) {
      const { data: page, attempts } = await ask(cursor, wanted).withResponse()
      yield page
      wanted -= page[items].length
      cursor = page.nextCursor
      if (cursor === undefined) return
      // The iteration would have no end.
      if (typeof cursor !== 'string' || seen.has(cursor))
        fail(new ConnectionError(`${id} got no usable answer: no new cursor`, {}, { attempts }))
      seen.add(cursor)
    }
  }
  async function* each(wanted?: number) {
    for await (const page of pages(wanted)) yield* page[items]
  }
  return {
    then: (onFulfilled, onRejected) => first().then(onFulfilled, onRejected),
    catch: (onRejected) => first().catch(onRejected),
    finally: (onSettled) => first().finally(onSettled),
    withResponse: () => first().withResponse(),
    pages: () => pages(),
    [Symbol.asyncIterator]: () => each(),
    toArray: (options) => collected(each, options).catch(fail),
  }
}

async function collected<Item>(
  each: (wanted: number) => AsyncIterable<Item>,
  options: { max?: number | undefined } | undefined,
): Promise<Item[]> {
  const { max = Infinity } = checked(options, { max: 0 })
  const found: Item[] = []
  if (max > 0) for await (const item of each(max)) if (found.push(item) >= max) break
  return found
}

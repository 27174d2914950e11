// A list in pages: await gives the first page, iteration gives every item.
import { callOf, type Answer, type Call, type ToldHeader } from './call.ts'
import { checked } from './checks.ts'
import { ConnectionError, traced } from './errors.ts'

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
 */
export function listOf<Name extends string, Page extends Record<Name, readonly unknown[]> & { nextCursor?: string }>(
  items: Name,
  pageSize: number,
  query: { limit?: number | undefined; cursor?: string | undefined } = {},
  load: (query: object) => Call<Page, 200>,
): List<Page, Page[Name][number]> {
  const caller = new Error('list')
  // The caller may change it before the next page is requested.
  const given = { ...query }
  const fail = (error: unknown): never => {
    throw traced(error, caller)
  }
  const ask = (cursor = given.cursor, wanted = Infinity) => {
    const page = load({ ...given, cursor, limit: given.limit ?? (wanted < pageSize ? wanted : undefined) })
    return callOf<Page, 200>(page.withResponse().catch(fail))
  }
  let loaded: Call<Page, 200> | undefined
  const first = () => {
    if (loaded) return loaded
    loaded = ask()
    // On the answer, not on the data: the failed page is forgotten before the caller learns of the failure.
    loaded.withResponse().catch(() => (loaded = undefined))
    return loaded
  }

  async function* pages(wanted = Infinity) {
    let cursor = given.cursor
    const seen = new Set<unknown>([cursor])
    for (;;) {
      const page = await ask(cursor, wanted)
      yield page
      wanted -= page[items].length
      cursor = page.nextCursor
      if (cursor === undefined) return
      // The iteration would have no end.
      if (typeof cursor !== 'string' || seen.has(cursor)) fail(new ConnectionError('the list repeats a cursor'))
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
    toArray: async (options = {}) => {
      const { max = Infinity } = checked(options, [], ['max'])
      const found: Page[Name][number][] = []
      if (max > 0) {
        for await (const item of each(max)) if (found.push(item) >= max) break
      }
      return found
    },
  }
}

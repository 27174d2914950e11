// A list in pages: awaited it is the first page, iterated it is every item.
import type { Answer, Call } from './call.ts'

/**
 * A list that the service gives in pages. Nothing is asked before it is awaited or iterated. Awaited again it is the
 * same first page, unless that has failed; each iteration asks afresh.
 *
 * @example
 * const { cases, nextCursor } = await frontdesk.cases.list({ limit: 10 }) // the first page
 * for await (const one of frontdesk.cases.list({ status: 'open' })) console.log(one.caseId) // every item
 */
export interface List<Page, Item> extends PromiseLike<Page>, AsyncIterable<Item> {
  /** Every page, asked for as it is needed. */
  pages(): AsyncIterableIterator<Page>
  /** The items in one array: all of them, or the first `max`. */
  toArray(options?: { max?: number }): Promise<Item[]>
  /** The first page together with status, headers and request id. */
  withResponse(): Promise<Answer<Page, 200>>
  catch<Result = never>(onRejected: (reason: unknown) => Result | PromiseLike<Result>): Promise<Page | Result>
  finally(onSettled: () => void): Promise<Page>
}

/**
 * @param items The member of a page that holds its items.
 * @param pageSize How many items a page holds when no `limit` is sent; 0 where the operation takes none.
 */
export function listOf<Name extends string, Page extends Record<Name, readonly unknown[]> & { nextCursor?: string }>(
  items: Name,
  pageSize: number,
  query: { limit?: number; cursor?: string } = {},
  load: (query: object) => Call<Page, 200>,
): List<Page, Page[Name][number]> {
  const ask = (cursor = query.cursor, wanted = Infinity) =>
    load({ ...query, cursor, limit: query.limit ?? (wanted < pageSize ? wanted : undefined) })
  let loaded: Call<Page, 200> | undefined
  const first = () => {
    if (loaded) return loaded
    loaded = ask()
    // Of the answer and not of the data, so that it is forgotten before anybody hears of the failure.
    loaded.withResponse().catch(() => (loaded = undefined))
    return loaded
  }

  async function* pages(wanted = Infinity) {
    let cursor: string | undefined
    do {
      const page = await ask(cursor, wanted)
      yield page
      wanted -= page[items].length
      cursor = page.nextCursor
    } while (cursor !== undefined)
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
    toArray: async ({ max = Infinity } = {}) => {
      const found: Page[Name][number][] = []
      if (max > 0) {
        for await (const item of each(max)) if (found.push(item) >= max) break
      }
      return found
    },
  }
}

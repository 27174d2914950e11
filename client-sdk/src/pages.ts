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

/** @param items The member of a page that holds its items. */
export function listOf<Name extends string, Page extends Record<Name, readonly unknown[]> & { nextCursor?: string }>(
  items: Name,
  load: (cursor: string | undefined) => Call<Page, 200>,
): List<Page, Page[Name][number]> {
  let loaded: Call<Page, 200> | undefined
  const first = () => {
    if (loaded) return loaded
    loaded = load(undefined)
    // Of the answer and not of the data, so that it is forgotten before anybody hears of the failure.
    loaded.withResponse().catch(() => (loaded = undefined))
    return loaded
  }

  async function* pages() {
    let cursor: string | undefined
    do {
      const page = await load(cursor)
      yield page
      cursor = page.nextCursor
    } while (cursor !== undefined)
  }
  async function* each() {
    for await (const page of pages()) yield* page[items]
  }
  return {
    then: (onFulfilled, onRejected) => first().then(onFulfilled, onRejected),
    catch: (onRejected) => first().catch(onRejected),
    finally: (onSettled) => first().finally(onSettled),
    withResponse: () => first().withResponse(),
    pages,
    [Symbol.asyncIterator]: each,
    toArray: async ({ max = Infinity } = {}) => {
      const found: Page[Name][number][] = []
      if (max > 0) {
        for await (const item of each()) if (found.push(item) >= max) break
      }
      return found
    },
  }
}

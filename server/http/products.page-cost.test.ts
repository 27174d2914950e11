// A page costs the reads of its own items, however many other items the table has.
import { expect, test } from 'vitest'
import { pageOf } from './page.ts'
import { bodyOf } from '../../testing/front-door.ts'
import { loadProducts, productIdAt } from '../../testing/load-products.ts'
import { openMetered } from '../../testing/metered-door.ts'

/** More than DynamoDB reads at once: 1 MB. */
const items = 10_000

test('a page costs the same out of 100 items as out of 10,000', { timeout: 90_000 }, async () => {
  const { door, meter, url, close } = await openMetered()
  const headers = { authorization: `Bearer ${door.idToken()}` }
  const page = async (query: string) => bodyOf(await door.send('GET', `/products?${query}`, { headers }))
  const costOfPages = async () => {
    for (const filter of ['', '&category=c']) {
      for (const limit of [1, 25, 100]) {
        const { products, nextCursor } = await page(`limit=${limit}${filter}`)
        expect(products).toHaveLength(limit)
        if (limit < 100) await page(`limit=${limit}${filter}&cursor=${String(nextCursor)}`)
      }
    }
    return meter.take()
  }

  await loadProducts(url, 0, 102)
  const few = await costOfPages()
  await loadProducts(url, 102, items)
  const many = await costOfPages()
  expect(many).toEqual(few)
  // DynamoDB reads the page, and one more item that tells whether there is another page.
  expect(few.map(({ scanned }) => scanned)).toEqual([2, 2, 26, 26, 101, 2, 2, 26, 26, 101])
  // A page far down the list is found without reading the items before it.
  const { nextCursor = '' } = pageOf(['listProducts', undefined], { limit: 25 }, () => true).next(
    productIdAt(items - 11),
  )
  expect((await page(`limit=25&cursor=${nextCursor}`)).products).toHaveLength(10)
  expect(meter.take()).toMatchObject([{ operation: 'Query', scanned: 10 }])
  await close()
})

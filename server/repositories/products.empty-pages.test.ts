// Query pages without items that are not the last: a list goes on behind them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '../../testing/tally.ts'
import { createProducts } from './products.ts'
import { isProductPosition } from './positions.ts'
import type { Attributes, Table } from './table.ts'

type Row = { productId: string; gone: boolean }
type Input = Parameters<Table['query']>[0]

const recordOf = ({ productId }: Row): Attributes => ({
  ...{ productId, category: 'c', productName: 'n', priceCents: 1, stock: 1, sortKey: productId },
  ...{ createdAt: '2026-11-20T09:30:00.000Z', updatedAt: '2026-11-20T09:30:00.000Z' },
  ...{ incarnation: 'a', version: 1, requestHash: '', listKey: 'product#0', filterKey: 'product#c#0' },
})

/** A table that reads so many rows in each Query, and returns those that are not gone. */
function tableOf(rows: Row[], readAtOnce: number) {
  let queries = 0
  const query = ({ ExpressionAttributeValues, ExclusiveStartKey, Limit = 1 }: Input) => {
    queries += 1
    const after = String(ExclusiveStartKey?.sortKey ?? ExpressionAttributeValues?.[':after'] ?? '')
    const rest = rows.filter(({ productId }) => productId > after)
    const read = rest.slice(0, Math.min(readAtOnce, Limit))
    const last = read.at(-1)?.productId
    const more = read.length < rest.length && {
      LastEvaluatedKey: { productId: last, listKey: 'product#0', sortKey: last },
    }
    return Promise.resolve({ Items: read.filter(({ gone }) => !gone).map(recordOf), $metadata: {}, ...more })
  }
  return { table: { query } satisfies Table<'query'>, queries: () => queries }
}

async function listAll(rows: Row[], readAtOnce: number, limit: number) {
  const { table, queries } = tableOf(rows, readAtOnce)
  const { list } = createProducts(table, 1)
  const ids: string[] = []
  let after: string | undefined
  let most = 0
  do {
    const before = queries()
    const page = await list(undefined, { limit, after })
    most = Math.max(most, queries() - before)
    expect(page.items.length).toBeLessThanOrEqual(limit)
    ids.push(...page.items.map(({ productId }) => productId))
    if (page.next !== undefined) expect(page.next > (after ?? '') && isProductPosition(page.next)).toBe(true)
    after = page.next
  } while (after !== undefined)
  return { ids, most }
}

const nameOf = (n: number) => `p${String(n).padStart(4, '0')}`

test('an empty page with more behind it does not end the list', async () => {
  const rows = [true, true, true, false].map((gone, n) => ({ productId: nameOf(n), gone }))
  const { table } = tableOf(rows, 1)
  const { items, next } = await createProducts(table, 1).list(undefined, { limit: 5, after: undefined })
  expect(items.map(({ productId }) => productId)).toEqual([nameOf(3)])
  expect(next).toBeUndefined()
})

test('very many empty pages: the request ends with a cursor, and the cursor leads on', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => ({ productId: nameOf(n), gone: n !== 150 && n !== 199 }))
  const { ids, most } = await listAll(rows, 1, 2)
  expect(ids).toEqual([nameOf(150), nameOf(199)])
  expect(most).toBeLessThanOrEqual(10)
})

test('whatever pages are empty or cut, each item comes once', async () => {
  const script = fc.tuple(
    fc.array(fc.boolean(), { maxLength: 60 }),
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 1, max: 9 }),
  )
  await fc.assert(
    fc.asyncProperty(script, async ([gone, readAtOnce, limit]) => {
      const rows = gone.map((isGone, n) => ({ productId: nameOf(n), gone: isGone }))
      const { ids } = await listAll(rows, readAtOnce, limit)
      expect(ids).toEqual(rows.filter((row) => !row.gone).map(({ productId }) => productId))
    }),
    { seed },
  )
})

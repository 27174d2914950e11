// Fills the products table without the API, which would be slower.
import { tableNames } from '../local-cloud/emulators/dynamodb/index.ts'
import { callDynamoDB, type StoredItem } from './raw-dynamodb.ts'

export const productIdAt = (n: number) => `p${String(n).padStart(6, '0')}`

/** Loads the products numbered from `from` to below `to`, all of category "c", in one shard. */
export async function loadProducts(dynamodb: string, from: number, to: number) {
  let next = from
  const load = async () => {
    while (next < to) {
      const first = next
      next += 25
      const last = Math.min(next, to)
      const puts = Array.from({ length: last - first }, (_, n) => ({ PutRequest: { Item: productAt(first + n) } }))
      await callDynamoDB(dynamodb, 'BatchWriteItem', { RequestItems: { [tableNames.PRODUCTS_TABLE ?? '']: puts } })
    }
  }
  await Promise.all([load(), load(), load(), load()])
}

/** The product of this number, as it is stored. */
export function productAt(n: number): StoredItem {
  const productId = productIdAt(n)
  const time = { S: '2026-01-01T00:00:00.000Z' }
  return {
    ...{
      productId: { S: productId },
      category: { S: 'c' },
      productName: { S: 'n' },
      stock: { N: '1' },
      priceCents: { N: '1' },
    },
    ...{ listKey: { S: 'product#0' }, filterKey: { S: 'product#c#0' }, sortKey: { S: productId } },
    ...{ createdAt: time, updatedAt: time, incarnation: { S: 'a' }, version: { N: '1' }, requestHash: { S: '' } },
  }
}

// Fills the products table without the API, which would be slower.
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { tableNames } from '../local-cloud/emulators/dynamodb/index.ts'

export const productIdAt = (n: number) => `p${String(n).padStart(6, '0')}`

/** Loads the products numbered from `from` to below `to`, all of category "c", in one shard. */
export async function loadProducts(dynamodb: string, from: number, to: number) {
  let next = from
  const load = async () => {
    while (next < to) {
      const first = next
      next += 25
      const last = Math.min(next, to)
      await write(
        dynamodb,
        Array.from({ length: last - first }, (_, n) => recordOf(productIdAt(first + n))),
      )
    }
  }
  await Promise.all([load(), load(), load(), load()])
}

function recordOf(productId: string) {
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

/** Uses no SDK, which would take longer than the table. */
async function write(dynamodb: string, records: object[]) {
  const puts = records.map((Item) => ({ PutRequest: { Item } }))
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.BatchWriteItem',
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  }
  await new Promise<void>((resolve, reject) => {
    const sent = request(dynamodb, { method: 'POST', headers }, (response) => {
      void text(response).then((answer) =>
        response.statusCode === 200 ? resolve() : reject(new Error(`The table refused: ${answer}`)),
      )
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ RequestItems: { [tableNames.PRODUCTS_TABLE ?? '']: puts } }))
  })
}

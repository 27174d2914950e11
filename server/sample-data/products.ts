// The sample catalogue as products.
import type { components } from '../../generated/api.ts'
import { bodyHash } from '../http/idempotency.ts'
import { createProducts } from '../repositories/products.ts'
import { openTable, type Store } from '../repositories/table.ts'
import catalogue from './products.json' with { type: 'json' }

type NewProduct = Omit<components['schemas']['Product'], 'createdAt' | 'updatedAt'>

/** A product that exists, from an earlier run or from somebody else, stays as it is. */
async function fill(store: Store, shards: number): Promise<void> {
  const { create } = createProducts(openTable('products', 'seed', store), shards)
  const products: NewProduct[] = catalogue.products
  await Promise.all(products.map((product) => create(product, bodyHash(product))))
}

export const products = { content: catalogue, fill }

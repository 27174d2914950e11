// Products as they are stored: the price in whole cents, so that no sum of prices ever drifts.
import type { components } from '../../generated/api.ts'
import type { Documents } from './documents.ts'
import { createStoredItems } from './stored-items.ts'
import { tables } from './tables.ts'

export type Product = components['schemas']['Product']
export type StoredProduct = Omit<Product, 'productPrice'> & { priceCents: number }

export function createProducts(options: { documents: Documents; tableName: string; shards: number }) {
  return createStoredItems<StoredProduct>({
    ...options,
    resource: 'product',
    idMember: tables.products.partitionKey,
    filter: { member: 'category', index: 'byCategory' },
    sortKeyOf: ({ productId }) => productId,
    newestFirst: false,
  })
}

export function productOf({ priceCents, ...product }: StoredProduct): Product {
  return { ...product, productPrice: priceCents / 100 }
}

/** The price in cents; undefined when it has more than two decimals. */
export function centsOf(price: number): number | undefined {
  const cents = Math.round(price * 100)
  return cents / 100 === price ? cents : undefined
}

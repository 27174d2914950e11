// Products as they are stored: the price in whole cents, so that sums of prices are exact.
import type { components } from '../../generated/api.ts'
import { validators } from '../../generated/validators/index.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import type { Attributes } from './table.ts'
import { tables } from './tables.ts'
import type { ReportBroken } from './valid-items.ts'

type Product = components['schemas']['Product']

export function createProducts<Table>(table: Table, shards: number, report?: ReportBroken) {
  const verbs = storedItems<Product>({
    resource: 'product',
    idMember: tables.products.partitionKey,
    filter: { member: 'category', index: 'byCategory' },
    sortKeyOf: ({ productId }) => productId,
    newestFirst: false,
    shards,
    validator: async () => (await validators.getProduct()).getProduct.answer,
    report,
    conversion: { toStored, fromStored },
  })
  return createRepository(verbs, table)
}

function toStored({ productPrice, ...members }: Partial<Product>): Attributes {
  return { ...members, ...(productPrice !== undefined && { priceCents: centsOf(productPrice) }) }
}

function fromStored({ priceCents, ...members }: Attributes): Attributes {
  return { ...members, productPrice: priceOf(Number(priceCents)) }
}

const centsOf = (price: number) => Math.round(price * 100)
const priceOf = (cents: number) => cents / 100

/** Whether a price has at most two decimals, so that it is stored exactly. */
export const isExactPrice = (price: number) => priceOf(centsOf(price)) === price

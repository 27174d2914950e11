// The sample catalogue as products: what a new local cloud and a dev stage start with.
import { bodyHash } from '../http/idempotency.ts'
import { centsOf, type createProducts, type Product } from '../repositories/products.ts'
import catalogue from './products.json' with { type: 'json' }

type Products = ReturnType<typeof createProducts>

/** A product that is there, put by an earlier run or by somebody else, stays as it is. */
export async function putCatalogue({ create }: Pick<Products, 'create'>): Promise<void> {
  const isPut = (catalogue.products as Omit<Product, 'createdAt' | 'updatedAt'>[]).map(({ productPrice, ...members }) =>
    create({ ...members, priceCents: centsOf(productPrice) ?? 0 }, bodyHash({ ...members, productPrice })),
  )
  await Promise.all(isPut)
}

// The sample catalogue as products: a new local cloud and a dev stage start with it.
import type { components } from '../../generated/api.ts'
import { bodyHash } from '../http/idempotency.ts'
import type { Creation } from '../repositories/creation.ts'
import catalogue from './products.json' with { type: 'json' }

type Product = components['schemas']['Product']
type NewProduct = Omit<Product, 'createdAt' | 'updatedAt'>
type Products = { create: (product: NewProduct, requestHash: string) => Promise<Creation<Product>> }

/** A product that exists, from an earlier run or from somebody else, stays as it is. */
export async function putCatalogue({ create }: Products): Promise<void> {
  const products: NewProduct[] = catalogue.products
  await Promise.all(products.map((product) => create(product, bodyHash(product))))
}

// Operations on products.
import { acceptedRevisions } from '../http/etag.ts'
import { bodyHash } from '../http/idempotency.ts'
import type { Operation } from '../operation.ts'
import { pageOf } from '../http/page.ts'
import { invalid, Problem } from '../http/problem.ts'
import { centsOf, productOf } from '../repositories/products.ts'
import { changed, created, found, ok, unchanged } from './results.ts'

export const createProduct: Operation<'createProduct'> = async ({ body }, { products }) => {
  const { productId, productPrice, ...members } = body
  const creation = await products.create({ productId, ...members, priceCents: cents(productPrice) }, bodyHash(body))
  if (creation.outcome === 'different') {
    throw new Problem('conflict', `The product ${productId} exists already and was created with other content.`)
  }
  const { stored, outcome } = creation
  return created(`/products/${productId}`, stored, productOf(stored.item), outcome)
}

export const listProducts: Operation<'listProducts'> = async ({ query }, { products }) => {
  const { page, next } = pageOf(['listProducts', query.category], query)
  const list = await products.list(query.category, page)
  return { status: 200, body: { products: list.items.map(productOf), ...next(list.next) } }
}

export const getProduct: Operation<'getProduct'> = async ({ path: { productId } }, { products }) => {
  const stored = found(await products.get(productId), `product ${productId}`)
  return ok(stored, productOf(stored.item))
}

export const updateProduct: Operation<'updateProduct'> = async ({ path, headers, body }, { products }) => {
  const { productPrice, ...members } = body
  const changes = { ...members, ...(productPrice !== undefined && { priceCents: cents(productPrice) }) }
  const change = await products.update(path.productId, changes, acceptedRevisions(headers['if-match']))
  const stored = changed(change, `product ${path.productId}`)
  return ok(stored, productOf(stored.item))
}

export const deleteProduct: Operation<'deleteProduct'> = async ({ path: { productId }, headers }, { products }) => {
  const outcome = await products.delete(productId, acceptedRevisions(headers['if-match']))
  if (outcome !== 'deleted') throw unchanged(outcome, `product ${productId}`)
  return { status: 204 }
}

/** The contract cannot say it: `multipleOf: 0.01` refuses 19.99. */
function cents(price: number): number {
  const whole = centsOf(price)
  if (whole === undefined) throw invalid({ pointer: '/productPrice', detail: 'must have at most two decimals' })
  return whole
}

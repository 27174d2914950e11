// Operations on products.
import { acceptedRevisions } from '../http/etag.ts'
import { bodyHash } from '../http/idempotency.ts'
import type { Operation } from '../operation.ts'
import { pageOf } from '../http/page.ts'
import { invalid, Problem } from '../http/problem.ts'
import { isExactPrice } from '../repositories/products.ts'
import { isProductPosition } from '../repositories/positions.ts'
import { changed, created, found, ok, unchanged } from './results.ts'

export const createProduct: Operation<'createProduct'> = async ({ body }, { products }) => {
  checkPrice(body)
  const creation = await products.create(body, bodyHash(body))
  if (creation.outcome === 'different') {
    throw new Problem('conflict', `The product ${body.productId} exists already and was created with other content.`)
  }
  const { stored, outcome } = creation
  return created(`/products/${body.productId}`, stored, outcome)
}

export const listProducts: Operation<'listProducts'> = async ({ query }, { products }) => {
  const { page, next } = pageOf(['listProducts', query.category], query, isProductPosition)
  const list = await products.list(query.category, page)
  return { status: 200, body: { products: list.items, ...next(list.next) } }
}

export const getProduct: Operation<'getProduct'> = async ({ path: { productId } }, { products }) =>
  ok(found(await products.get(productId), `product ${productId}`))

export const updateProduct: Operation<'updateProduct'> = async ({ path, headers, body }, { products }) => {
  checkPrice(body)
  const change = await products.update(path.productId, body, acceptedRevisions(headers['if-match']))
  return ok(changed(change, `product ${path.productId}`))
}

export const deleteProduct: Operation<'deleteProduct'> = async ({ path: { productId }, headers }, { products }) => {
  const outcome = await products.delete(productId, acceptedRevisions(headers['if-match']))
  if (outcome !== 'deleted') throw unchanged(outcome, `product ${productId}`)
  return { status: 204 }
}

/** The contract cannot say this: `multipleOf: 0.01` refuses 19.99. */
function checkPrice({ productPrice }: { productPrice?: number }) {
  if (productPrice === undefined || isExactPrice(productPrice)) return
  throw invalid({ pointer: '/productPrice', detail: 'must have at most two decimals' })
}

// The sample catalogue is consistent: shape, ids and prices; and the sample orders list its products.
import { expect, test } from 'vitest'
import { closed, faultsOf, hasTwoDecimals, price, productId, text, unique } from '../../testing/sample-shapes.ts'
import ordersFile from './orders.json' with { type: 'json' }
import productsFile from './products.json' with { type: 'json' }

const { products } = productsFile
const { orders } = ordersFile

const shape = closed(
  {
    productId,
    category: { type: 'string', pattern: '^[a-z]+$' },
    productName: text,
    description: text,
    productPrice: price,
    stock: { type: 'integer', minimum: 0 },
  },
  ['description'],
)

test('products have their shape, and there are enough of them', () => {
  expect(faultsOf(productsFile, 'products', shape, 60)).toBeNull()
})

test('ids and names are unique', () => {
  expect(unique(products.map((product) => product.productId))).toBe(true)
  expect(unique(products.map(({ productName }) => productName))).toBe(true)
})

test('an order lists products by their name and price', () => {
  const productsById = new Map(products.map((product) => [product.productId, product]))
  for (const { orderId, items } of orders) {
    for (const { productId: id, productName, unitPrice } of items) {
      expect(productsById.get(id), orderId).toMatchObject({ productName, productPrice: unitPrice })
    }
  }
})

test('prices have at most two decimals', () => {
  for (const { productPrice } of products) expect(hasTwoDecimals(productPrice), String(productPrice)).toBe(true)
})

test('six categories occur, and products with and without description and stock', () => {
  expect(new Set(products.map(({ category }) => category)).size).toBe(6)
  expect(new Set(products.map((product) => 'description' in product))).toEqual(new Set([true, false]))
  expect(new Set(products.map(({ stock }) => stock > 0))).toEqual(new Set([true, false]))
})

// The sample data is consistent: shapes, ids, references between the files, sums and the order of dates.
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import ordersFile from './orders.json' with { type: 'json' }
import productsFile from './products.json' with { type: 'json' }
import usersFile from './users.json' with { type: 'json' }

const { users } = usersFile
const { products } = productsFile
const { orders } = ordersFile

const text = { type: 'string', minLength: 1 }
const time = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` }
const price = { type: 'number', minimum: 0, maximum: 9_999_999.99 }
const productId = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }
const statuses = ['placed', 'paid', 'shipped', 'delivered', 'cancelled']
const roles = ['admin', 'agent', 'analyst', 'customer']

/** A closed object: every property is required, except the optional properties. */
const closed = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
const listOf = (items: object, minItems: number) => ({ type: 'array', items, minItems, uniqueItems: true })

const item = closed({ productId, productName: text, quantity: { type: 'integer', minimum: 1 }, unitPrice: price })

const shapes = {
  users: closed({
    userId: { type: 'string', pattern: String.raw`^u-\d{4}$` },
    name: text,
    email: { type: 'string', pattern: '^[a-z.]+@example\\.com$' },
    roles: listOf({ enum: roles }, 1),
    createdAt: time,
  }),
  products: closed(
    {
      productId,
      category: { type: 'string', pattern: '^[a-z]+$' },
      productName: text,
      description: text,
      productPrice: price,
      stock: { type: 'integer', minimum: 0 },
    },
    ['description'],
  ),
  orders: closed({
    orderId: { type: 'string', pattern: String.raw`^o-\d{4}$` },
    userId: text,
    status: { enum: statuses },
    items: listOf(item, 1),
    total: price,
    currency: { const: 'EUR' },
    createdAt: time,
  }),
}

const unique = (values: string[]) => new Set(values).size === values.length
const sorted = (values: string[]) => values.every((value, index) => index === 0 || (values[index - 1] ?? '') < value)
const cents = (amount: number) => Math.round(amount * 100)

test.each([
  ['users', usersFile, 24],
  ['products', productsFile, 60],
  ['orders', ordersFile, 60],
] as const)('%s have their shape, and there are enough of them', (name, file, atLeast) => {
  const validate = new Ajv({ allErrors: true }).compile(closed({ [name]: listOf(shapes[name], atLeast) }))
  validate(file)
  expect(validate.errors).toBeNull()
})

describe('ids', () => {
  test('are unique', () => {
    expect(unique(users.map(({ userId }) => userId))).toBe(true)
    expect(unique(users.map(({ email }) => email))).toBe(true)
    expect(unique(products.map((product) => product.productId))).toBe(true)
    expect(unique(products.map(({ productName }) => productName))).toBe(true)
    expect(unique(orders.map(({ orderId }) => orderId))).toBe(true)
  })

  test('of users and orders are in the order of their times, which are all real', () => {
    for (const rows of [users, orders]) expect(sorted(rows.map(({ createdAt }) => createdAt))).toBe(true)
    expect(sorted(users.map(({ userId }) => userId))).toBe(true)
    expect(sorted(orders.map(({ orderId }) => orderId))).toBe(true)
    for (const { createdAt } of [...users, ...orders]) {
      expect(new Date(createdAt).toISOString()).toBe(createdAt)
    }
  })
})

describe('an order', () => {
  const usersById = new Map(users.map((user) => [user.userId, user]))
  const productsById = new Map(products.map((product) => [product.productId, product]))

  test('belongs to a customer who was there before it', () => {
    for (const { orderId, userId, createdAt } of orders) {
      const user = usersById.get(userId)
      expect(user?.roles, orderId).toContain('customer')
      expect(user && user.createdAt < createdAt, orderId).toBe(true)
    }
  })

  test('lists products, each once, by their name and price', () => {
    for (const { orderId, items } of orders) {
      for (const { productId, productName, unitPrice } of items) {
        expect(productsById.get(productId), orderId).toMatchObject({ productName, productPrice: unitPrice })
      }
      expect(unique(items.map((line) => line.productId)), orderId).toBe(true)
    }
  })

  test('adds up to the cent', () => {
    for (const { orderId, items, total } of orders) {
      const sum = items.reduce((cost, { quantity, unitPrice }) => cost + quantity * cents(unitPrice), 0)
      expect(cents(total), orderId).toBe(sum)
    }
  })
})

test('amounts have at most two decimals', () => {
  const amounts = [...products.map(({ productPrice }) => productPrice), ...orders.map(({ total }) => total)]
  for (const amount of amounts) expect(amount).toBe(Number(amount.toFixed(2)))
})

test('every role, status and six categories occur, and products with and without description and stock', () => {
  expect(new Set(users.flatMap((user) => user.roles))).toEqual(new Set(roles))
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(statuses))
  expect(new Set(products.map(({ category }) => category)).size).toBe(6)
  expect(new Set(products.map((product) => 'description' in product))).toEqual(new Set([true, false]))
  expect(new Set(products.map(({ stock }) => stock > 0))).toEqual(new Set([true, false]))
})

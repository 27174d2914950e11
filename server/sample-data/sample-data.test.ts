// The sample data is consistent: shapes, ids, references between the files, sums and the order of dates.
import { describe, expect, test } from 'vitest'
import {
  closed,
  faultsOf,
  hasTwoDecimals,
  listOf,
  price,
  productId,
  text,
  time,
  unique,
} from '../../testing/sample-shapes.ts'
import ordersFile from './orders.json' with { type: 'json' }
import usersFile from './users.json' with { type: 'json' }

const { users } = usersFile
const { orders } = ordersFile

const statuses = ['placed', 'paid', 'shipped', 'delivered', 'cancelled']
const roles = ['admin', 'agent', 'analyst', 'customer']

const item = closed({ productId, productName: text, quantity: { type: 'integer', minimum: 1 }, unitPrice: price })

const shapes = {
  users: closed({
    userId: { type: 'string', pattern: String.raw`^u-\d{4}$` },
    name: text,
    email: { type: 'string', pattern: '^[a-z.]+@example\\.com$' },
    roles: listOf({ enum: roles }, 1),
    createdAt: time,
  }),
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

const sorted = (values: string[]) => values.every((value, index) => index === 0 || (values[index - 1] ?? '') < value)
const cents = (amount: number) => Math.round(amount * 100)

test.each([
  ['users', usersFile, 24],
  ['orders', ordersFile, 60],
] as const)('%s have their shape, and there are enough of them', (name, file, atLeast) => {
  expect(faultsOf(file, name, shapes[name], atLeast)).toBeNull()
})

describe('ids', () => {
  test('are unique', () => {
    expect(unique(users.map(({ userId }) => userId))).toBe(true)
    expect(unique(users.map(({ email }) => email))).toBe(true)
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

  test('belongs to a customer who was there before it', () => {
    for (const { orderId, userId, createdAt } of orders) {
      const user = usersById.get(userId)
      expect(user?.roles, orderId).toContain('customer')
      expect(user && user.createdAt < createdAt, orderId).toBe(true)
    }
  })

  test('lists each product once', () => {
    for (const { orderId, items } of orders) expect(unique(items.map((line) => line.productId)), orderId).toBe(true)
  })

  test('adds up to the cent', () => {
    for (const { orderId, items, total } of orders) {
      const sum = items.reduce((cost, { quantity, unitPrice }) => cost + quantity * cents(unitPrice), 0)
      expect(cents(total), orderId).toBe(sum)
    }
  })
})

test('amounts have at most two decimals', () => {
  for (const { total } of orders) expect(hasTwoDecimals(total), String(total)).toBe(true)
})

test('every role and status occurs', () => {
  expect(new Set(users.flatMap((user) => user.roles))).toEqual(new Set(roles))
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(statuses))
})

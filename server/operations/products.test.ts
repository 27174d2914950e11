// Products: exact prices, exact ids and categories, repeats and conflicts.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { seed } from '../../testing/tally.ts'

let door: FrontDoor
let authorization: string
beforeAll(async () => {
  door = await openFrontDoor()
  authorization = `Bearer ${door.idToken()}`
})
afterAll(() => door.close())

const stand = { category: 'kiosks', productName: 'Kiosk stand', productPrice: 249.99, stock: 40 }
let count = 0
const newId = () => `product-${(count += 1)}`

const post = (body: object | string) => door.send('POST', '/products', json(body, { authorization }))
const get = (path: string) => door.send('GET', path, { headers: { authorization } })
const put = (productId: string, changes: object | string) =>
  door.send('PUT', `/products/${productId}`, json(changes, { authorization }))
const remove = (productId: string, headers: Record<string, string> = {}) =>
  door.send('DELETE', `/products/${productId}`, { headers: { authorization, ...headers } })
const idsIn = async (query: string) =>
  (bodyOf(await get(`/products?limit=100&${query}`)).products as { productId: string }[]).map(
    (product) => product.productId,
  )

/** The price as JSON text, so that the test sends exactly these digits. */
const priced = (productId: string, price: string) =>
  JSON.stringify({ productId, ...stand, productPrice: 0 }).replace('"productPrice":0', `"productPrice":${price}`)

test('a product is created under the id that the client names, and read', async () => {
  const productId = newId()
  const created = await post({ productId, ...stand, description: '' })
  expect(created).toMatchObject({ status: 201, headers: { Location: `/products/${productId}` } })
  expect(bodyOf(created)).toMatchObject({ productId, ...stand, description: '' })
  expect(bodyOf(await get(`/products/${productId}`))).toEqual(bodyOf(created))
})

test.each([
  '19.99',
  '0',
  '0.01',
  '9999999.99',
  '4.35',
  '1.1',
  '0.07',
  '1e2',
  '1.50',
  '0.29',
  '1.10e1',
  '-0',
  '123456.78',
])('the price %s is kept to the cent', async (price) => {
  const productId = newId()
  const created = await post(priced(productId, price))
  expect(created.status).toBe(201)
  const kept = Number(price) + 0
  expect(bodyOf(created).productPrice).toBe(kept)
  expect(bodyOf(await get(`/products/${productId}`)).productPrice).toBe(kept)
  expect((await get(`/products/${productId}`)).body).not.toContain('"productPrice":-0')
})

test.each(['0.30000000000000004', '1.005', '1e-3', '0.001', '19.999', '9999999.991', '1e-300', '0.015'])(
  'the price %s has more than two decimals',
  async (price) => {
    const productId = newId()
    const refused = await post(priced(productId, price))
    expect(bodyOf(refused)).toMatchObject({ status: 400, errors: [{ pointer: '/productPrice' }] })
    expect((await get(`/products/${productId}`)).status).toBe(404)
    await post({ productId, ...stand })
    expect((await put(productId, `{"productPrice": ${price}}`)).status).toBe(400)
    expect(bodyOf(await get(`/products/${productId}`)).productPrice).toBe(249.99)
  },
)

test.each(['-0.01', '-1', '10000000', '1e400', '"19.99"', 'null'])('the price %s is no price', async (price) => {
  expect((await post(priced(newId(), price))).status).toBe(400)
})

test('every price of whole cents comes back as it was sent', async () => {
  const productId = newId()
  await post({ productId, ...stand })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 999_999_999 }), async (cents) => {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      const changed = await put(productId, `{"productPrice": ${text}}`)
      expect(bodyOf(changed).productPrice).toBe(Number(text))
    }),
    { seed, numRuns: 150 },
  )
})

test('negative stock, and stock in parts, is refused', async () => {
  for (const stock of [-1, 1.5, 1_000_000_001, '1', null]) {
    expect((await post({ productId: newId(), ...stand, stock })).status, String(stock)).toBe(400)
  }
  const productId = newId()
  expect((await post({ productId, ...stand, stock: 1_000_000_000 })).status).toBe(201)
  expect(bodyOf(await put(productId, { stock: 0 })).stock).toBe(0)
})

test('the same content again is the original 201, other content a conflict', async () => {
  const productId = newId()
  const first = await post({ productId, ...stand })
  const again = await post({
    stock: 40.0,
    productPrice: 249.99,
    productName: 'Kiosk stand',
    category: 'kiosks',
    productId,
  })
  expect(again.status).toBe(201)
  expect(bodyOf(again)).toEqual(bodyOf(first))
  expect(again.headers).toMatchObject({ ETag: first.headers.ETag, 'Idempotent-Replayed': 'true' })
  expect(bodyOf(await post({ productId, ...stand, stock: 41 }))).toMatchObject({ status: 409, title: 'Conflict' })
  expect((await post({ productId, ...stand, description: '' })).status).toBe(409)

  // An update does not change the answer to the repeated creation.
  await put(productId, { stock: 1 })
  expect(await post({ productId, ...stand })).toMatchObject({ status: 201, body: first.body })
  expect(bodyOf(await get(`/products/${productId}`)).stock).toBe(1)
  await remove(productId)
  const recreated = await post({ productId, ...stand, stock: 41 })
  expect(recreated.status).toBe(201)
  expect(recreated.headers['Idempotent-Replayed']).toBeUndefined()
})

test('ids differ by case, and are in the order of their characters', async () => {
  for (const productId of ['order-b', 'order-B', 'order-a', 'order-_', 'order-1', 'order-10', 'order-2', 'order']) {
    expect((await post({ productId, ...stand, category: 'in order' })).status).toBe(201)
  }
  expect(await idsIn('category=in+order')).toEqual([
    'order',
    'order-1',
    'order-10',
    'order-2',
    'order-B',
    'order-_',
    'order-a',
    'order-b',
  ])
})

test('a category is spelled exactly, whatever is in it', async () => {
  const categories = ['kiosk', 'Kiosk', 'kiosk ', 'ki#0', 'ki', '50 % off & more', 'Möbel', '🎈', 'a+b']
  const made = []
  for (const category of categories) {
    const productId = newId()
    expect((await post({ productId, ...stand, category })).status).toBe(201)
    made.push({ productId, category })
  }
  for (const { productId, category } of made) {
    expect(await idsIn(`category=${encodeURIComponent(category)}`), category).toEqual([productId])
  }
})

test('any subset is updated; a product moves with its category', async () => {
  const productId = newId()
  const { createdAt } = bodyOf(await post({ productId, ...stand, category: 'before' }))
  const changes = { category: 'after', productName: 'Other', description: 'New', productPrice: 0.5, stock: 7 }
  for (const [name, value] of Object.entries(changes)) {
    expect(bodyOf(await put(productId, { [name]: value }))).toMatchObject({ productId, createdAt, [name]: value })
  }
  expect(bodyOf(await get(`/products/${productId}`))).toMatchObject({ ...changes, productId, createdAt })
  expect(await idsIn('category=before')).toEqual([])
  expect(await idsIn('category=after')).toEqual([productId])
  expect((await put(productId, { productId: 'another' })).status).toBe(400)
  expect((await put('nobody-knows', { stock: 1 })).status).toBe(404)
})

test('If-Match guards a deletion; a deleted product is gone', async () => {
  const productId = newId()
  const { headers } = await post({ productId, ...stand })
  const etag = headers.ETag ?? ''
  await put(productId, { stock: 1 })
  expect((await remove(productId, { 'if-match': etag })).status).toBe(412)
  const now = (await get(`/products/${productId}`)).headers.ETag ?? ''
  expect((await remove(productId, { 'if-match': `${etag}, ${now}` })).status).toBe(204)
  expect((await remove(productId)).status).toBe(404)
  expect((await get(`/products/${productId}`)).status).toBe(404)
})

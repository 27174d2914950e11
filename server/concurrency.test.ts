// Concurrent requests: one If-Match wins, no update is lost, no ETag repeats, and one key creates one item.
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { acceptedRevisions } from './http/etag.ts'
import type { HttpResponse } from './http/message.ts'
import { tableNames } from '../local-cloud/emulators/dynamodb/index.ts'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { openMetered } from '../testing/metered-door.ts'

let door: FrontDoor
let authorization: string
beforeAll(async () => {
  door = await openFrontDoor()
  authorization = `Bearer ${door.idToken()}`
})
afterAll(() => door.close())
afterEach(() => void vi.useRealTimers())

const event = {
  title: 'Open house',
  description: 'Doors open at nine.',
  date: '2027-03-12',
  location: 'Hall 2',
  capacity: 120,
  organizer: 'Visitor services',
}
const product = { productId: 'stand', category: 'kiosks', productName: 'Stand', productPrice: 19.99, stock: 3 }

/** For each resource with versions: an item, and the n-th change of it. */
const resources = {
  cases: { input: { description: 'Broken kiosk' }, change: (n: number) => ({ description: `change ${n}` }) },
  events: { input: event, change: (n: number) => ({ capacity: n + 1 }) },
  products: { input: { ...product, productId: 'concurrent' }, change: (n: number) => ({ stock: n }) },
}
const named = Object.entries(resources).map(([name, resource]) => ({ name, ...resource }))

const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  door.send(method, path, body ? json(body, { authorization, ...headers }) : { headers: { authorization, ...headers } })

async function create(path: string, input: object) {
  const { status, headers } = await send('POST', path, input)
  expect(status).toBe(201)
  return { path: headers.Location ?? '', etag: headers.ETag ?? '' }
}

const count = (responses: HttpResponse[], status: number) =>
  responses.filter((response) => response.status === status).length
const times = <T>(length: number, act: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length }, (_, n) => act(n)))

test.each(named)(
  '$name: of 50 updates with one If-Match one wins, and 49 are told',
  async ({ name, input, change }) => {
    const { path, etag } = await create(`/${name}`, input)
    const responses = await times(50, (n) => send('PUT', path, change(n), { 'if-match': etag }))
    expect([count(responses, 200), count(responses, 412)]).toEqual([1, 49])
    const [winner] = responses.filter(({ status }) => status === 200)
    const read = await send('GET', path)
    expect(bodyOf(read)).toEqual(bodyOf(winner ?? read))
    expect(read.headers.ETag).toBe(winner?.headers.ETag)
  },
)

test.each(named)('$name: 50 updates without If-Match all count, each with an ETag of its own', async (resource) => {
  const { path } = await create(`/${resource.name}`, {
    ...resource.input,
    ...('productId' in resource.input && { productId: 'all' }),
  })
  const responses = await times(50, (n) => send('PUT', path, resource.change(n)))
  expect(count(responses, 200)).toBe(50)
  expect(new Set(responses.map(({ headers }) => headers.ETag)).size).toBe(50)
})

test('50 updates of different members lose none', async () => {
  const { path } = await create('/events', event)
  const changes: Record<string, unknown>[] = [
    { title: 'Summer fair' },
    { description: 'For everyone.' },
    { date: '2028-02-29' },
    { location: 'The yard' },
    { capacity: 7 },
    { organizer: 'Works council' },
    { status: 'ongoing' },
  ]
  const responses = await times(50, (n) => send('PUT', path, changes[n % changes.length]))
  expect(count(responses, 200)).toBe(50)
  expect(bodyOf(await send('GET', path))).toMatchObject(Object.assign({}, ...changes) as object)
  // The index has the item once, under its new status.
  for (const [status, found] of [
    ['scheduled', 0],
    ['ongoing', 1],
  ] as const) {
    const { events } = bodyOf(await send('GET', `/events?status=${status}&limit=100`)) as {
      events: { eventId: string }[]
    }
    expect(events.filter(({ eventId }) => path.endsWith(eventId))).toHaveLength(found)
  }
})

test('an update and a deletion with one If-Match: one of the two', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { path, etag } = await create('/events', event)
    const headers = { 'if-match': etag }
    const [put, del] = await Promise.all([
      send('PUT', path, { capacity: 1 }, headers),
      send('DELETE', path, undefined, headers),
    ])
    if (del.status === 204) expect(put.status).toBe(404)
    else expect([put.status, del.status]).toEqual([200, 412])
  }
})

test('a product that is deleted and created again never repeats an ETag, even within one millisecond', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const seen: string[] = []
  let last = ''
  for (let round = 0; round < 40; round += 1) {
    const { path, etag } = await create('/products', product)
    // An ETag of an earlier item with this id does not fit the new item.
    if (last) expect((await send('PUT', path, { stock: 1 }, { 'if-match': last })).status).toBe(412)
    const replayed = await send('POST', '/products', product)
    expect(replayed.headers).toMatchObject({ ETag: etag, 'Idempotent-Replayed': 'true' })
    const updated = await send('PUT', path, { stock: round }, { 'if-match': etag })
    seen.push(etag, updated.headers.ETag ?? '')
    last = updated.headers.ETag ?? ''
    expect((await send('POST', '/products', product)).headers.ETag).toBe(etag)
    expect((await send('DELETE', path, undefined, { 'if-match': last })).status).toBe(204)
  }
  expect(new Set(seen).size).toBe(80)
})

test('50 creations of one product: one is new, the others repeat it', async () => {
  const body = { ...product, productId: 'raced' }
  const responses = await times(50, () => send('POST', '/products', body))
  expect(count(responses, 201)).toBe(50)
  expect(responses.filter(({ headers }) => headers['Idempotent-Replayed'] === undefined)).toHaveLength(1)
  expect(new Set(responses.map(({ headers, body: text }) => `${headers.ETag} ${text}`)).size).toBe(1)
})

test('50 creations of one product with other contents: one is there, the others are told', async () => {
  const responses = await times(50, (n) => send('POST', '/products', { ...product, productId: 'contested', stock: n }))
  expect([count(responses, 201), count(responses, 409)]).toEqual([1, 49])
})

test('a product that is deleted just when its creation is found to be a repeat is created', async () => {
  let remove = () => Promise.resolve()
  const metered = await openMetered({}, (operation) => (operation === 'GetItem' ? remove() : Promise.resolve()))
  const post = (body: object) =>
    metered.door.send('POST', '/products', json(body, { authorization: `Bearer ${metered.door.idToken()}` }))
  const first = await post(product)
  const dynamodb = new DynamoDBClient({ endpoint: metered.url })
  remove = async () => {
    await dynamodb.send(
      new DeleteItemCommand({ TableName: tableNames.PRODUCTS_TABLE, Key: { productId: { S: product.productId } } }),
    )
  }
  const second = await post({ ...product, stock: 4 })
  expect(second).toMatchObject({ status: 201 })
  expect(bodyOf(second).stock).toBe(4)
  expect(second.headers.ETag).not.toBe(first.headers.ETag)
  dynamodb.destroy()
  await metered.close()
})

test('creations and deletions at once leave a product that is there or not, and no 5xx', async () => {
  const responses = await times(60, (n) =>
    n % 2 === 0 ? send('POST', '/products', { ...product, productId: 'churn' }) : send('DELETE', '/products/churn'),
  )
  expect(responses.filter(({ status }) => ![201, 204, 404].includes(status))).toEqual([])
})

const keyed = [
  { operation: 'createCase', path: '/cases', body: { description: 'Once' }, other: { description: 'Twice' } },
  { operation: 'createEvent', path: '/events', body: event, other: { ...event, capacity: 121 } },
]

test.each(keyed)(
  '$operation: an Idempotency-Key with another body is a 422, at once or later',
  async ({ path, body, other }) => {
    const headers = { 'idempotency-key': `key for ${path}` }
    const responses = await times(50, (n) => send('POST', path, n % 2 === 0 ? body : other, headers))
    expect([count(responses, 201), count(responses, 422)]).toEqual([25, 25])
    const reordered = Object.fromEntries(Object.entries(body).reverse())
    expect((await send('POST', path, reordered, headers)).headers['Idempotent-Replayed']).toBe('true')
    expect((await send('POST', path, other, headers)).status).toBe(422)
  },
)

test('a deleted item frees its key: the same key creates an item again, under the same id and another ETag', async () => {
  const headers = { 'idempotency-key': 'free again' }
  const first = await send('POST', '/events', event, headers)
  const path = first.headers.Location ?? ''
  expect((await send('DELETE', path)).status).toBe(204)
  const second = await send('POST', '/events', { ...event, title: 'Another' }, headers)
  expect(second.status).toBe(201)
  expect(second.headers.Location).toBe(path)
  expect(second.headers['Idempotent-Replayed']).toBeUndefined()
  expect(second.headers.ETag).not.toBe(first.headers.ETag)
  expect((await send('POST', '/events', event, headers)).status).toBe(422)
})

test('50 customers put at once are one', async () => {
  const responses = await times(50, () => door.send('PUT', '/customers/raced', { apiKeyId: 'key' }))
  expect([count(responses, 201), count(responses, 200)]).toEqual([1, 49])
})

test('an If-Match names at most as many ETags as one condition can hold', async () => {
  const { path, etag } = await create('/cases', { description: 'Many tags' })
  const tags = (length: number) => [...Array<string>(length).fill('"a-1"'), etag].join(', ')
  const put = (ifMatch: string) => send('PUT', path, { description: 'Changed' }, { 'if-match': ifMatch })
  expect((await put(tags(50))).status).toBe(400)
  expect((await put(tags(49))).status).toBe(200)
  // Foreign tags, weak tags and other spellings match nothing.
  const [, incarnation = ''] = /"([^-]+)-/.exec(etag) ?? []
  for (const tag of [
    '"x"',
    `W/"${incarnation}-2"`,
    `"${incarnation}-02"`,
    `"0${incarnation}-2"`,
    `${incarnation}-2`,
    '"',
  ]) {
    expect((await put(tag)).status, tag).toBe(412)
  }
  expect((await put(`"x","${incarnation}-2" ,"y"`)).status).toBe(200)
  expect(acceptedRevisions('"a-1", "b-2"')).toHaveLength(2)
})

// The handlers for MSW under the SDK: their examples, and the answers that replace them.
import { getResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import contract from '../../generated/openapi.json' with { type: 'json' }
import { createMockHandlers, createStatefulMock, mockHandlers } from '../../generated/client-sdk/msw.ts'
import type { ChatEvent, Event, EventInput } from './index.ts'
import { failure, impatient } from '../testing/impatient.ts'
import { answering } from './mock-handlers.ts'

const baseUrl = 'https://api.frontdesk.test'
const mock = createMockHandlers(baseUrl)
const server = setupServer(...mockHandlers(mock))
const frontdesk = impatient(baseUrl)

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

test('an operation answers with the status, the headers and the body of its example', async () => {
  const { data, status, headers } = await frontdesk.cases.create({ description: 'x' }).withResponse()
  const response = contract.paths['/cases'].post.responses['201']
  expect(data).toEqual(response.content['application/json'].example)
  expect([status, headers.get('location')]).toEqual([201, `/cases/${data.caseId}`])
  expect(headers.get('etag')).toMatch(/^"/)
  expect(headers.get('idempotent-replayed')).toBeNull()
})

test.each([
  ['/café', ['/café', '/caf%c3%a9', '/caf%C3%A9'], ['/caf', '/cafe', '/CAF%C3%A9']],
  ['/caf%c3%a9', ['/café', '/caf%c3%a9', '/caf%C3%A9'], ['/caf%25c3%25a9']],
  ['/a%20b', ['/a%20b', '/a b'], ['/a%2520b', '/a']],
  ['/100%', ['/100%25'], ['/100%2525', '/100']],
  ['/{id}:é', ['/a:%c3%a9', '/%c3%a9:é'], ['/a:e']],
])('a path with escapes: %s', async (path, found, others) => {
  const handler = answering('get', baseUrl, path, { status: 204, body: undefined }, {})()
  const statusOf = async (sent: string) => (await getResponse([handler], new Request(`${baseUrl}${sent}`)))?.status
  expect(await Promise.all(found.map(statusOf))).toEqual(found.map(() => 204))
  expect(await Promise.all(others.map(statusOf))).toEqual(others.map(() => undefined))
})

test('all resources answer', async () => {
  expect((await frontdesk.cases.list()).cases).toHaveLength(1)
  expect((await frontdesk.customers.delete('c-1').withResponse()).status).toBe(204)
  expect(await frontdesk.customers.put('c-1')).toMatchObject({ exists: true })
  expect(await frontdesk.workflow.submitAndWait({ id: 'c-1' })).toMatchObject({ status: 'succeeded' })
  expect((await frontdesk.chat({ message: 'hi' })).reply).toBeTruthy()
  expect((await frontdesk.sampleData.listUsers()).users).toHaveLength(2)
  expect((await frontdesk.system.getStatus()).status).toBe('ok')
})

test('a stream plays the events of the contract, or those that a test gives, at their pace', async () => {
  const played: ChatEvent[] = []
  for await (const event of frontdesk.chat.stream({ message: 'hi' })) played.push(event)
  const media = contract.paths['/chat/stream'].post.responses['200'].content['text/event-stream']
  const shown = Object.values(media.examples).map(({ value }) => value)
  expect(played).toEqual(shown.filter(({ type }) => type !== 'error'))
  expect(played.map(({ type }) => type)).toEqual(['call', 'text', 'text', 'proposal', 'done'])

  let isRead = () => undefined as unknown
  const first = new Promise((resolve) => (isRead = () => resolve(undefined)))
  async function* slow(): AsyncGenerator<ChatEvent> {
    yield { type: 'text', text: 'One' }
    await first
    yield { type: 'done', stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 } }
  }
  server.use(mock.chatStream(() => ({ status: 200, body: slow() })))
  const types: string[] = []
  for await (const { type } of frontdesk.chat.stream({ message: 'hi' })) {
    types.push(type)
    isRead()
  }
  expect(types).toEqual(['text', 'done'])

  server.use(mock.chatStream({ status: 429 }))
  expect(await failure(frontdesk.chat.stream({ message: 'hi' }).text())).toMatchObject({ status: 429 })
})

test('a problem of the contract can replace an answer, with its example or with other words', async () => {
  server.use(mock.getCase({ status: 404 }))
  expect(await failure(frontdesk.cases.get('c'))).toMatchObject({ status: 404, type: '/docs/problems/not-found' })
  server.use(mock.getCase({ status: 404, body: { detail: 'Never heard of it.' } }))
  expect(await failure(frontdesk.cases.get('c'))).toMatchObject({ title: 'Not found', detail: 'Never heard of it.' })
})

test('the two kinds of 403 are those of their operations', async () => {
  server.use(mock.getCase({ status: 403 }), mock.getCustomer({ status: 403 }))
  expect(await failure(frontdesk.cases.get('c'))).toMatchObject({ type: '/docs/problems/insufficient-scope' })
  expect(await failure(frontdesk.customers.get('c'))).toMatchObject({ type: '/docs/problems/forbidden' })
})

test('a function of the request can replace an answer', async () => {
  server.use(
    mock.listCases(({ request }) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      return { status: 200, body: cursor === null ? { cases: [], nextCursor: 'next' } : { cases: [] } }
    }),
    mock.getCustomer(({ params }) => ({ status: 200, body: { id: params.id ?? '', exists: false } })),
  )
  expect(await frontdesk.cases.list().toArray()).toEqual([])
  expect(await frontdesk.customers.get('c-7')).toEqual({ id: 'c-7', exists: false })
})

test('what the operation does not answer does not compile', () => {
  // @ts-expect-error getCase has no 409
  mock.getCase({ status: 409 })
  // @ts-expect-error a 200 has a body
  mock.getCase({ status: 200 })
  // @ts-expect-error of its own type
  mock.listCases({ status: 200, body: { items: [] } })
})

test.each([
  'https://api.frontdesk.test/',
  'https://API.frontdesk.test:443',
  'https://api.frontdesk.test/v1//',
  'https://api.frontdesk.test:8443/a:b/(c)/d+e/f*/g$',
  'https://api.frontdesk.test/ä b',
  'http://[::1]:3000/dev',
])('the handlers take the baseUrl %s as the client does', async (address) => {
  server.use(...mockHandlers(createMockHandlers(address)))
  const there = impatient(address)
  expect((await there.cases.list()).cases).toHaveLength(1)
  server.use(
    createMockHandlers(address).getCustomer(({ params }) => ({
      status: 200,
      body: { id: `${params.id}`, exists: false },
    })),
  )
  expect(await there.customers.get('a/b ü')).toEqual({ id: 'a/b ü', exists: false })
  expect(() => mockHandlers(createMockHandlers('ftp://x.test'))).toThrow('baseUrl')
})

test('* answers every server', async () => {
  server.use(...mockHandlers(createMockHandlers()))
  expect((await impatient('https://other.test/deep/path').cases.get('c')).status).toBe('open')
})

test('pages end: limit and cursor are those of the request', async () => {
  const example = { ...contract.paths['/events'].get.responses['200'].content['application/json'].example.events[0] }
  const list = mock.listEvents(({ request }) => {
    const query = new URL(request.url).searchParams
    expect(query.get('limit')).toBe('1')
    return { status: 200, body: { events: [example as Event] } }
  })
  expect(await frontdesk.cases.list({ limit: 1 }).toArray()).toHaveLength(1)
  for await (const page of frontdesk.events.list().pages()) expect(page.nextCursor).toBeUndefined()
  server.use(list)
  expect(await frontdesk.events.list({ limit: 1 }).toArray()).toHaveLength(1)
})

test('the answer is about the item that was asked for', async () => {
  const [caseId, eventId] = ['11111111-2222-4333-8444-555555555555', '21111111-2222-4333-8444-555555555555']
  expect((await frontdesk.cases.get(caseId)).caseId).toBe(caseId)
  expect((await frontdesk.events.update(eventId, { capacity: 5 })).eventId).toBe(eventId)
  expect((await frontdesk.customers.get('c-9')).id).toBe('c-9')
})

test('an upload stays in the handlers, is listed, and comes back', async () => {
  const caseId = '11111111-2222-4333-8444-777777777777'
  const file = new Blob(['A file.'], { type: 'text/plain' })
  const { key } = await frontdesk.cases.upload(caseId, file, { fileName: 'ä b.txt' })
  const [listed] = await frontdesk.cases.listFiles(caseId).toArray()
  expect(listed).toMatchObject({ key, fileName: 'ä b.txt', contentType: 'text/plain', size: 7 })
  expect(await (await fetch(listed?.downloadUrl ?? '')).text()).toBe('A file.')

  const { uploadUrl, headers } = await frontdesk.cases.getUploadUrl(caseId, { contentType: 'text/a', contentLength: 1 })
  const put = async (url: string, body: string, changes = {}) =>
    (await fetch(url, { method: 'PUT', body, headers: { ...headers, ...changes } })).status
  expect(await put(uploadUrl, 'ab')).toBe(403)
  expect(await put(uploadUrl, 'a', { 'content-type': 'text/b' })).toBe(403)
  expect([await put(uploadUrl, 'a'), await put(uploadUrl, 'a')]).toEqual([200, 412])
  expect(await put(uploadUrl.replace(/files\/[^/]+/, 'files/other'), 'a')).toBe(403)
  expect((await fetch(uploadUrl.replace(/files\/[^/]+/, 'files/other'))).status).toBe(404)
})

describe('a mock that remembers', () => {
  const remembering = createStatefulMock(baseUrl)
  beforeEach(() => {
    remembering.reset()
    server.use(...remembering.handlers)
  })
  const { openHouse } = contract.paths['/events'].post.requestBody.content['application/json'].examples
  // Safe cast: the linter of the contract validates its examples.
  const anEvent = openHouse.value as EventInput

  test('what is created, changed and deleted is seen so', async () => {
    const before = await frontdesk.events.list().toArray()
    const { data: event, headers } = await frontdesk.events.create(anEvent).withResponse()
    expect(event).toMatchObject({ ...anEvent, status: 'scheduled' })
    expect(Date.now() - Date.parse(event.createdAt)).toBeLessThan(60_000)
    expect(headers.get('location')).toBe(`/events/${event.eventId}`)
    expect(await frontdesk.events.list().toArray()).toEqual([event, ...before])
    const changed = await frontdesk.events.update(event.eventId, { capacity: 7 })
    expect(changed).toMatchObject({ ...anEvent, capacity: 7 })
    expect(await frontdesk.events.get(event.eventId)).toEqual(changed)
    await frontdesk.events.delete(event.eventId)
    expect(await failure(frontdesk.events.get(event.eventId))).toMatchObject({ status: 404 })
    expect(await failure(frontdesk.events.delete(event.eventId))).toMatchObject({ status: 404 })
    expect(await frontdesk.events.list().toArray()).toEqual(before)
  })

  test('lists have pages and filters', async () => {
    const made = []
    for (const status of ['scheduled', 'cancelled', 'cancelled'] as const) {
      made.unshift(await frontdesk.events.create({ ...anEvent, status }))
    }
    const ids = (events: { eventId: string }[]) => events.map(({ eventId }) => eventId)
    expect(ids(await frontdesk.events.list({ limit: 2 }).toArray()).slice(0, 3)).toEqual(ids(made))
    expect(ids(await frontdesk.events.list({ status: 'cancelled', limit: 1 }).toArray())).toEqual(ids(made.slice(0, 2)))
  })

  test('conditions and keys hold', async () => {
    const { data, headers } = await frontdesk.events.create(anEvent, { idempotencyKey: 'k' }).withResponse()
    const again = await frontdesk.events.create(anEvent, { idempotencyKey: 'k' }).withResponse()
    expect([again.data, again.headers.get('idempotent-replayed')]).toEqual([data, 'true'])
    const other = frontdesk.events.create({ ...anEvent, capacity: 1 }, { idempotencyKey: 'k' })
    expect(await failure(other)).toMatchObject({ status: 422 })
    const ifMatch = headers.get('etag') ?? ''
    await frontdesk.events.update(data.eventId, { capacity: 9 }, { ifMatch })
    expect(await failure(frontdesk.events.delete(data.eventId, { ifMatch }))).toMatchObject({ status: 412 })
    const product = { productId: 'p-1', category: 'badges', productName: 'Badge', productPrice: 1, stock: 1 } as const
    expect(await frontdesk.products.create(product)).toMatchObject(product)
    expect(await frontdesk.products.create(product)).toMatchObject(product)
    expect(await failure(frontdesk.products.create({ ...product, stock: 2 }))).toMatchObject({ status: 409 })
  })

  test('reset takes everything back, files too', async () => {
    const { caseId } = await frontdesk.cases.create({ description: 'x' })
    await frontdesk.cases.upload(caseId, new Blob(['x']))
    expect((await frontdesk.cases.list()).cases).toHaveLength(2)
    remembering.reset()
    expect((await frontdesk.cases.list()).cases).toHaveLength(1)
    expect(await failure(frontdesk.cases.get(caseId))).toMatchObject({ status: 404 })
    expect(await frontdesk.cases.listFiles(caseId).toArray()).not.toContainEqual(expect.objectContaining({ size: 1 }))
  })
})

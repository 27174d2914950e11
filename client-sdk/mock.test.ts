// The SDK against `npm run mock`, and against the mock that remembers.
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStatefulMock } from '../generated/client-sdk/msw.ts'
import contract from '../generated/openapi.json' with { type: 'json' }
import { endMock, readyAt, spawnMock, type MockProcess } from '../testing/mock.ts'
import type { EventInput, Frontdesk } from './src/index.ts'
import { impatient } from './testing/impatient.ts'

let processes: MockProcess[]
/** Of the mock, and of the one that remembers. */
let url: string
let stateful: string
beforeAll(async () => {
  processes = [spawnMock(), spawnMock(['--stateful'])]
  ;[url = '', stateful = ''] = await Promise.all(processes.map(readyAt))
}, 60_000)
afterAll(() => Promise.all(processes.map(endMock)))

test('lists end, and every listed item can be fetched, changed and deleted', async () => {
  const frontdesk = impatient(url)
  const cases = await frontdesk.cases.list({ limit: 1 }).toArray()
  const events = await frontdesk.events.list().toArray()
  const products = await frontdesk.products.list().toArray()
  expect([cases.length, events.length, products.length].every((length) => length > 0)).toBe(true)
  for (const item of cases) {
    expect(await frontdesk.cases.get(item.caseId)).toEqual(item)
    expect(await frontdesk.cases.update(item.caseId, { status: 'closed' })).toMatchObject({ caseId: item.caseId })
  }
  for (const item of events) {
    expect(await frontdesk.events.get(item.eventId)).toEqual(item)
    await frontdesk.events.delete(item.eventId)
  }
  for (const item of products) {
    expect(await frontdesk.products.get(item.productId)).toEqual(item)
    await frontdesk.products.delete(item.productId)
  }
  // An id of one's own is answered too.
  const other = '11111111-2222-4333-8444-555555555555'
  expect(await frontdesk.cases.get(other)).toMatchObject({ caseId: other })
})

test('an uploaded file stays on this machine, is listed, and comes back', async () => {
  const frontdesk = impatient(url)
  const caseId = '11111111-2222-4333-8444-666666666666'
  const text = 'A file of the mock.'
  const { key } = await frontdesk.cases.upload(caseId, new Blob([text], { type: 'text/plain' }), {
    fileName: 'ä b.txt',
  })
  const files = await frontdesk.cases.listFiles(caseId).toArray()
  const [file, example] = files
  expect(file).toMatchObject({ key, fileName: 'ä b.txt', contentType: 'text/plain', size: text.length })
  expect(key).toContain(caseId)
  expect(example?.key).toContain(caseId)
  for (const { downloadUrl, size } of files) {
    expect(downloadUrl).toMatch(new RegExp(`^${url}/`))
    expect((await (await fetch(downloadUrl)).arrayBuffer()).byteLength).toBe(size)
  }
  expect(await (await fetch(file?.downloadUrl ?? '')).text()).toBe(text)

  const { uploadUrl, headers } = await frontdesk.cases.getUploadUrl(caseId, {
    contentType: 'text/plain',
    contentLength: 3,
  })
  const put = (body: string, changes = {}) =>
    fetch(uploadUrl, { method: 'PUT', body, headers: { ...headers, ...changes } })
  const statuses = [
    await put('four'),
    await put('abc', { 'content-type': 'text/html' }),
    await put('abc'),
    await put('abc'),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 200, 412])
})

// Safe cast: the linter of the contract validates its examples.
const anEvent = contract.paths['/events'].post.requestBody.content['application/json'].examples.openHouse
  .value as EventInput

test('--stateful remembers, fails on demand, and is reset', async () => {
  const frontdesk = impatient(stateful, { maxRetries: 0 })
  const products = await frontdesk.products.list().toArray()
  expect(products.length).toBeGreaterThan(5)
  const item = await frontdesk.events.create(anEvent)
  await frontdesk.products.delete(products[0]?.productId ?? '')
  await frontdesk.customers.put('c-1')
  expect(await frontdesk.events.list().toArray()).toEqual([item])
  const create = (prefer: string) => frontdesk.events.create(anEvent, { headers: { prefer } })
  await expect(create('code=503, delay=1')).rejects.toMatchObject({
    status: 503,
    type: '/docs/problems/service-unavailable',
  })
  await expect(create('code=418')).rejects.toMatchObject({ status: 400 })
  expect(await frontdesk.events.list().toArray()).toEqual([item])
  const { key } = await frontdesk.cases.upload(
    (await frontdesk.cases.create({ description: 'x' })).caseId,
    new Blob(['text']),
  )
  expect(key).toBeTruthy()

  expect((await fetch(`${stateful}/__mock/reset`, { method: 'POST' })).status).toBe(204)
  expect(await frontdesk.events.list().toArray()).toEqual([])
  expect(await frontdesk.cases.list().toArray()).toEqual([])
  expect((await frontdesk.products.list().toArray()).map(({ productId }) => productId)).toEqual(
    products.map(({ productId }) => productId),
  )
  expect(await frontdesk.customers.get('c-1')).toMatchObject({ exists: false })
  expect((await fetch(`${stateful}/cases`)).status).toBe(401)
})

/** The order of an object's members says nothing. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** What the step gives: its value without ids and times, or the status of the failure. */
const outcome = async (step: () => PromiseLike<unknown>): Promise<string> => {
  const given = await Promise.resolve(step()).catch(
    (error: unknown) => `failed ${(error as { status?: number }).status}`,
  )
  return JSON.stringify(given ?? null, sorted)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
}

type Steps = Record<string, () => PromiseLike<unknown>>

/** What a front end does, in an order that makes sense. */
function stepsOf(frontdesk: Frontdesk, anyone: Frontdesk): Steps {
  const unknown = '11111111-2222-4333-8444-555555555555'
  let event = { eventId: unknown }
  let caseId = unknown
  const product = { productId: 'p-1', category: 'badges', productName: 'Badge', productPrice: 1, stock: 1 } as const
  return {
    'create an event': () => frontdesk.events.create(anEvent).then((made) => (event = made)),
    'get it': () => frontdesk.events.get(event.eventId),
    'change it': () => frontdesk.events.update(event.eventId, { capacity: 7 }),
    'change it by another version': () =>
      frontdesk.events.update(event.eventId, { capacity: 7 }, { ifMatch: '"other"' }),
    'find it by its status': () =>
      frontdesk.events.list({ status: 'scheduled', limit: 1 }).then(({ events }) => events),
    'delete it': () => frontdesk.events.delete(event.eventId),
    'get it after that': () => frontdesk.events.get(event.eventId),
    'get an unknown case': () => frontdesk.cases.get(unknown),
    'create a case': () => frontdesk.cases.create({ description: 'x' }).then((made) => (caseId = made.caseId)),
    'upload a file': () => frontdesk.cases.upload(caseId, new Blob(['a'], { type: 'text/plain' }), { fileName: 'a' }),
    'list its files': () =>
      frontdesk.cases.listFiles(caseId).then(({ files }) => files.map(({ fileName, size }) => [fileName, size])),
    'create a product': () => frontdesk.products.create(product),
    'create it again': () => frontdesk.products.create(product),
    'create another under its id': () => frontdesk.products.create({ ...product, stock: 2 }),
    'ask without a token': () => anyone.cases.list(),
    'ask without an API key': () => anyone.customers.get('c-2'),
    'send bad input': () => frontdesk.cases.create({ description: '' }),
    'name a customer': () => frontdesk.customers.put('c-1'),
    'look for another customer': () => frontdesk.customers.get('c-2'),
    'ask the assistant': () => frontdesk.chat({ message: 'Hello' }),
    'read sample data': () => frontdesk.sampleData.listUsers().then(({ users }) => users.length > 0),
  }
}

test('createStatefulMock differs from the service where it says so', async () => {
  const origin = 'https://mock.test'
  const server = setupServer(...createStatefulMock(origin).handlers)
  try {
    server.listen({ onUnhandledRequest: 'bypass' })
    const clients = [stateful, origin].map((there) =>
      stepsOf(
        impatient(there, { maxRetries: 0 }),
        impatient(there, { maxRetries: 0, token: undefined, apiKey: undefined }),
      ),
    )
    const [there, here] = await Promise.all(
      clients.map(async (steps) => {
        const given: Record<string, string> = {}
        for (const [name, step] of Object.entries(steps)) given[name] = await outcome(step)
        return given
      }),
    )
    const different = Object.keys(there ?? {}).filter((name) => there?.[name] !== here?.[name])
    expect(different, JSON.stringify({ there, here })).toEqual([
      // Tokens, keys and bodies are not looked at.
      'ask without a token',
      'ask without an API key',
      'send bad input',
      // Operations of no collection answer with their examples.
      'look for another customer',
      'ask the assistant',
    ])
  } finally {
    server.close()
  }
})

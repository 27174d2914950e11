// The SDK against `npm run mock`, and against the mock that remembers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import contract from '../generated/openapi.json' with { type: 'json' }
import { endMock, readyAt, spawnMock, type MockProcess } from '../testing/mock.ts'
import type { EventInput } from './src/index.ts'
import { impatient } from './testing/impatient.ts'

let mock: MockProcess
let url: string
beforeAll(async () => {
  mock = spawnMock()
  url = await readyAt(mock)
}, 30_000)
afterAll(() => endMock(mock))

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

test('--stateful remembers, fails on demand, and is reset', { timeout: 60_000 }, async () => {
  const stateful = spawnMock(['--stateful'])
  try {
    const address = await readyAt(stateful)
    const frontdesk = impatient(address, { maxRetries: 0 })
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

    expect((await fetch(`${address}/__mock/reset`, { method: 'POST' })).status).toBe(204)
    expect(await frontdesk.events.list().toArray()).toEqual([])
    expect(await frontdesk.cases.list().toArray()).toEqual([])
    expect((await frontdesk.products.list().toArray()).map(({ productId }) => productId)).toEqual(
      products.map(({ productId }) => productId),
    )
    expect(await frontdesk.customers.get('c-1')).toMatchObject({ exists: false })
    expect((await fetch(`${address}/cases`)).status).toBe(401)
  } finally {
    await endMock(stateful)
  }
})

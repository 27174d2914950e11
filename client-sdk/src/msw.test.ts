// The handlers for MSW under the SDK: their examples, and the answers that replace them.
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import contract from '../../generated/openapi.json' with { type: 'json' }
import { createMockHandlers, mockHandlers } from '../../generated/client-sdk/msw.ts'
import { failure, impatient } from '../testing/impatient.ts'

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

test('all resources answer', async () => {
  expect((await frontdesk.cases.list()).cases).toHaveLength(1)
  expect((await frontdesk.customers.delete('c-1').withResponse()).status).toBe(204)
  expect(await frontdesk.customers.put('c-1')).toMatchObject({ exists: true })
  expect(await frontdesk.workflow.submitAndWait({ id: 'c-1' })).toMatchObject({ status: 'succeeded' })
  expect((await frontdesk.chat({ message: 'hi' })).reply).toBeTruthy()
  expect((await frontdesk.sampleData.listUsers()).users).toHaveLength(2)
  expect((await frontdesk.system.getStatus()).status).toBe('ok')
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

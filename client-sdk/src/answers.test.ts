// Bodies are read when the call is made. Answers that are not what the operation promises are no data.
import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { ConnectionError, type Frontdesk } from './index.ts'

type Form = (frontdesk: Frontdesk) => PromiseLike<unknown>

const json = (body: string, status = 200): Reaction => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
})
const noObject: [string, Reaction][] = [
  ['an empty 200', { status: 200 }],
  ['a 204', { status: 204 }],
  ['null', json('null')],
  ['a string', json('"case"')],
  ['a number', json('7')],
  ['a boolean', json('true')],
  ['a cut-off object', json('{"caseId":"c')],
  ['a page of a portal', { status: 200, body: '<html>sign in</html>' }],
]
const noList: [string, Reaction][] = [
  ...noObject,
  ['an object without the list', json('{}')],
  ['a list that is null', json('{"cases":null,"users":null,"files":null}')],
  ['a list that is a string', json('{"cases":"x","users":"x","files":"x"}')],
  ['a list that is an object', json('{"cases":{},"users":{},"files":{}}')],
  ['a bare list', json('[]')],
]

const objects: Record<string, Form> = {
  get: ({ cases }) => cases.get('c'),
  create: ({ cases }) => cases.create({ description: 'x' }),
  update: ({ cases }) => cases.update('c', { status: 'closed' }),
  withResponse: ({ cases }) => cases.get('c').withResponse(),
  updateWith: ({ cases }) => cases.updateWith('c', () => ({ status: 'closed' })),
  upload: ({ cases }) => cases.upload('c', new Blob(['x'])),
  submitAndWait: ({ workflow }) => workflow.submitAndWait({ id: 'c' }),
  request: ({ request }) => request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }),
}
const lists: Record<string, Form> = {
  await: ({ cases }) => cases.list(),
  toArray: ({ cases }) => cases.list().toArray(),
  withResponse: ({ cases }) => cases.list().withResponse(),
  iteration: async ({ cases }) => {
    for await (const item of cases.list()) throw new Error(`data: ${JSON.stringify(item)}`)
  },
  pages: async ({ cases }) => {
    for await (const page of cases.list().pages()) throw new Error(`data: ${JSON.stringify(page)}`)
  },
  'files of an item': ({ cases }) => cases.listFiles('c').toArray(),
  'a list without pages': ({ sampleData }) => sampleData.listUsers(),
}

async function errorOf(reaction: Reaction, form: Form) {
  await using server = await startServer([reaction])
  const error = await failure(form(impatient(server.url, { maxRetries: 0 })))
  expect(error).toBeInstanceOf(ConnectionError)
  expect((error as Error).message).toContain('no usable answer')
  return error
}
const check = async (reaction: Reaction, form: Form) => void (await errorOf(reaction, form))

describe('is a ConnectionError and no data', () => {
  for (const [name, form] of Object.entries(objects)) {
    const cases = name === 'request' ? noObject.filter(([what]) => what !== 'a 204') : noObject
    test.each(cases)(`${name} that is answered %s`, (_, reaction) => check(reaction, form))
  }
  for (const [name, form] of Object.entries(lists)) {
    test.each(noList)(`a list by ${name} that is answered %s`, (_, reaction) => check(reaction, form))
  }

  test.each<[string, Reaction]>([
    ['a page', { status: 200, body: '<html>sign in</html>' }],
    ['JSON', json('{}')],
    ['null', json('null')],
  ])('a deletion that is answered %s', (_, reaction) => check(reaction, ({ customers }) => customers.delete('c')))

  test('an upload whose answer names no place', async () => {
    const target = { key: 'k', uploadUrl: 'http://storage.test', headers: {}, expiresAt: '2999-01-01T00:00:00Z' }
    for (const wrong of [
      { uploadUrl: null },
      { uploadUrl: 'file:///etc' },
      { headers: 'x' },
      { uploadUrl: 'http://user:secret@storage.test/file' },
      { uploadUrl: 'http://user:secret@' },
      { headers: null },
      { key: 7 },
    ]) {
      const reaction = { status: 200, body: { ...target, ...wrong } }
      const error = await errorOf(reaction, ({ cases }) => cases.upload('c', new Blob(['x'])))
      expect(String(error)).not.toContain('secret')
    }
  })

  test('a start that does not name what it started', () =>
    check({ status: 202, body: { executionId: null } }, ({ workflow }) => workflow.submitAndWait({ id: 'c' })))
})

test('a wrong answer is repeated where a repeat is safe, and the right one is data', async () => {
  await using server = await startServer([{ status: 200 }, json('null'), { status: 200, body: aCase }])
  expect(await impatient(server.url).cases.get('c')).toEqual(aCase)
  await using once = await startServer([json('null'), { status: 200, body: { reply: 'x' } }])
  expect(await failure(impatient(once.url).chat({ message: 'x' }))).toBeInstanceOf(ConnectionError)
  expect(once.received).toHaveLength(1)
})

test.each([
  ['in its headers', 'HTTP/1.1 200 OK\r\nContent-Type: appl'],
  ['in a body of known length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"caseId":"c"}'],
  ['in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{"caseId":"c"}'],
  ['between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ne\r\n{"caseId":"c"}\r\n'],
  ['in a failure', 'HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{"title":'],
  ['before it begins', ''],
  ['with what is no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
])('an answer that is cut off %s is a ConnectionError', async (_, sent) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(sent))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await failure(impatient(url, { maxRetries: 1 }).cases.get('c'))).toBeInstanceOf(ConnectionError)
  server.close()
})

test('what the caller changes after the call is not sent, on no attempt and on no page', async () => {
  await using server = await startServer((_, index) => (index % 2 === 0 ? problem(503) : { status: 200, body: aCase }))
  const frontdesk = impatient(server.url)
  let reads = 0
  const body = { description: 'x', metadata: { n: { toJSON: () => `${++reads}` } as unknown as string } }
  const headers = { 'x-one': '1' }
  const call = frontdesk.cases.create(body, { headers })
  body.description = 'changed'
  headers['x-one'] = '2'
  await call
  const path = { caseId: 'c' }
  const request = frontdesk.request('GET', '/cases/{caseId}', { path })
  path.caseId = 'changed'
  await request
  expect(reads).toBe(1)
  const sent = server.received.map(({ url, headers, body }) => [url, headers['x-one'], String(body)])
  const created = ['/cases', '1', '{"description":"x","metadata":{"n":"1"}}']
  expect(sent).toEqual([created, created, ['/cases/c', undefined, ''], ['/cases/c', undefined, '']])

  await using pages = await startServer([
    { status: 200, body: { cases: [aCase], nextCursor: 'n' } },
    { status: 200, body: { cases: [] } },
  ])
  const query: { status: 'open' | 'closed' } = { status: 'open' }
  const list = impatient(pages.url).cases.list(query)
  query.status = 'closed'
  await list.toArray()
  expect(pages.received.map(({ url }) => url)).toEqual(['/cases?status=open', '/cases?status=open&cursor=n'])
})

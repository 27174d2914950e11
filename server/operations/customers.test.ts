// Customers: ids, absent bodies, and the API key.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpRequest } from '../http/message.ts'
import { apiKeyId, bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

const send = (method: string, id: string, rest: Partial<HttpRequest> = {}) =>
  door.send(method, `/customers/${encodeURIComponent(id)}`, { apiKeyId, ...rest })
const exists = async (id: string) => bodyOf(await send('GET', id)).exists

test('a customer is put, 201 when new and 200 when there, and deleted, 204 either way', async () => {
  expect(await exists('c-1042')).toBe(false)
  const put = await send('PUT', 'c-1042')
  expect(put).toMatchObject({ status: 201, headers: { Location: '/customers/c-1042' } })
  expect(bodyOf(put)).toEqual({ id: 'c-1042', exists: true })
  const again = await send('PUT', 'c-1042')
  expect(again).toMatchObject({ status: 200, body: put.body })
  expect(again.headers.Location).toBeUndefined()
  expect(bodyOf(await send('GET', 'c-1042'))).toEqual({ id: 'c-1042', exists: true })
  expect((await send('DELETE', 'c-1042')).status).toBe(204)
  expect((await send('DELETE', 'c-1042')).status).toBe(204)
  expect(await exists('c-1042')).toBe(false)
  expect((await send('PUT', 'c-1042')).status).toBe(201)
})

const jsonType = { 'content-type': 'application/json' }

test.each<[string, Partial<HttpRequest>]>([
  ['absent', {}],
  ['absent, with a type', { headers: jsonType }],
  ['empty, with a type', { headers: jsonType, body: Buffer.alloc(0) }],
  ['empty, of another type', { headers: { 'content-type': 'text/plain' }, body: Buffer.alloc(0) }],
  ['{}', { headers: jsonType, body: Buffer.from('{}') }],
  ['null', { headers: jsonType, body: Buffer.from('null') }],
  ['{ } and a line', { headers: jsonType, body: Buffer.from('{ }\n') }],
])('a body may be %s', async (what, rest) => {
  const id = what.replaceAll(/\W+/g, '-')
  expect((await send('PUT', id, rest)).status).toBe(201)
  expect((await send('PUT', id, rest)).status).toBe(200)
})

test.each([
  ['{"name":"Ada"}', 400],
  ['{"id":"other"}', 400],
  ['[]', 400],
  ['""', 400],
  [' ', 400],
  ['{', 400],
])('the body %s is refused', async (body, status) => {
  expect((await send('PUT', 'refused', { headers: jsonType, body: Buffer.from(body) })).status).toBe(status)
  expect(await exists('refused')).toBe(false)
})

test('ids are 1 to 128 of letters, digits, _ - . : @', async () => {
  const good = [
    'a',
    '0',
    'A',
    'a'.repeat(128),
    'ada@example.com',
    'urn:customer:1',
    '_',
    '-',
    'a.b.c',
    'x:@._-Z9',
    '...',
  ]
  for (const id of good) {
    expect(bodyOf(await send('PUT', id)), id).toEqual({ id, exists: true })
    expect(await exists(id), id).toBe(true)
  }
  // Browsers send these characters without escapes.
  expect((await door.send('GET', '/customers/ada@example.com', { apiKeyId })).body).toBe(
    '{"id":"ada@example.com","exists":true}',
  )
  expect(await exists('ADA@example.com')).toBe(false)
  for (const id of ['a'.repeat(129), 'a b', 'a/b', 'ä', 'a+b', 'a,b', 'a;b', '*', '%', '<a>', 'a\n', '\0', '🎈', ' ']) {
    for (const method of ['PUT', 'GET', 'DELETE']) {
      expect(bodyOf(await send(method, id)), id).toMatchObject({ status: 400, errors: [{ parameter: 'id' }] })
    }
  }
})

test('an API key is needed, a token does not replace it', async () => {
  const headers = { authorization: `Bearer ${door.idToken()}`, 'x-api-key': 'made-up' }
  for (const method of ['PUT', 'GET', 'DELETE']) {
    expect(bodyOf(await door.send(method, '/customers/c-1', { headers }))).toMatchObject({
      status: 403,
      type: '/docs/problems/forbidden',
    })
  }
  expect(await exists('c-1')).toBe(false)
})

test("a browser's preflight for PUT with a key and a type passes", async () => {
  const response = await door.send('OPTIONS', '/customers/c-1', {
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type,x-api-key',
    },
  })
  expect(response.status).toBe(204)
  expect(response.headers['Access-Control-Allow-Origin']).toBe('*')
  expect(response.headers['Access-Control-Allow-Methods']?.split(',')).toContain('PUT')
  expect(response.headers['Access-Control-Allow-Headers']?.split(',')).toEqual(
    expect.arrayContaining(['content-type', 'x-api-key']),
  )
})

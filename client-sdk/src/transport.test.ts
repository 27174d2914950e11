// The address of a request, and bodies and answers that are not JSON.
import { describe, expect, test } from 'vitest'
import { impatientClient } from '../testing/impatient.ts'
import { startServer } from '../testing/server.ts'
import { urlOf } from './transport.ts'

const base = 'https://api.example'

describe('an address', () => {
  test('has ids of any name and type in its path', () => {
    expect(urlOf(base, '/a/{item-id}/{n}', { path: { 'item-id': 'x/y', n: 0 } })).toBe(`${base}/a/x%2Fy/0`)
    expect(() => urlOf(base, '/a/{item-id}', { path: { 'item-id': '..' } })).toThrow('item-id must be an id')
  })

  test('has a parameter for each value of a list, and none for an absent value', () => {
    const query = { 'a b': 'é&', list: ['x', undefined, 'y'], none: undefined, no: null, zero: 0, off: false }
    expect(urlOf(base, '/a', { query })).toBe(`${base}/a?a%20b=%C3%A9%26&list=x&list=y&zero=0&off=false`)
    expect(urlOf(base, '/a', { query: { list: [] } })).toBe(`${base}/a`)
  })

  test('has dates as RFC 3339, alone and in lists', () => {
    const date = new Date('2026-11-29T10:20:30.400Z')
    const written = '2026-11-29T10%3A20%3A30.400Z'
    expect(urlOf(base, '/a', { query: { since: date, days: [date, date] } })).toBe(
      `${base}/a?since=${written}&days=${written}&days=${written}`,
    )
    expect(() => urlOf(base, '/a', { query: { since: new Date(NaN) } })).toThrow(RangeError)
  })

  test('takes a query that is written already', () => {
    expect(urlOf(base, '/a', { query: 'ids=1,2' })).toBe(`${base}/a?ids=1,2`)
  })
})

test('an operation writes its bodies and reads its answers as it says; a failure is read as ever', async () => {
  await using server = await startServer([
    { status: 200, body: 'plain, not JSON' },
    { status: 404, body: { title: 'Gone' } },
  ])
  const operation = {
    method: 'PUT',
    path: '/text',
    write: (body: string) => body.toUpperCase(),
    read: (response: Response) => response.text(),
  }
  const send = () =>
    impatientClient(server.url).send(operation, { body: 'hello' }, { headers: { 'content-type': 'text/plain' } })
  expect(await send()).toContain('plain, not JSON')
  await expect(send()).rejects.toMatchObject({ status: 404, title: 'Gone' })
  const [first] = server.received
  expect([first?.headers['content-type'], String(first?.body)]).toEqual(['text/plain', 'HELLO'])
})

test.each(['.evil.example/x', '@evil.example/x', ':8080/x', 'items', ''])(
  'a path that would change the host, or that is none, is refused: %s',
  (path) => {
    expect(() => urlOf('https://api.example', path, {})).toThrow('path must begin with /')
  },
)

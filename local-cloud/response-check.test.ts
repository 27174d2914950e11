import { expect, test } from 'vitest'
import { violations } from './response-check.ts'

const path = '/customers/c-1'
const json = { 'Content-Type': 'application/json' }
const body = (value: object) => JSON.stringify(value)
const good = { status: 200, headers: json, body: body({ id: 'c-1', exists: true }) }

test('an answer that the contract promises violates nothing', () => {
  expect(violations('GET', path, good)).toEqual([])
  const headers = { ...json, 'X-Request-Id': 'x', Vary: 'Origin', 'Access-Control-Allow-Origin': '*' }
  expect(violations('GET', path, { ...good, headers })).toEqual([])
  expect(violations('DELETE', path, { status: 204, headers: {} })).toEqual([])
})

const broken: [string, Partial<typeof good>, string][] = [
  ['a status that is not documented', { status: 203 }, 'the contract documents no such status'],
  ['another media type', { headers: { 'Content-Type': 'text/html' } }, 'the media type text/html is not documented'],
  ['no media type', { headers: {} as typeof json }, 'the media type (none) is not documented'],
  [
    'a header that is not documented',
    { headers: { ...json, ...{ ETag: '"1"' } } },
    'the header etag is not documented',
  ],
  ['a body that is not JSON', { body: '<html>' }, 'must be object'],
  ['no body', { body: '' }, 'must be object'],
  ['a member of the wrong type', { body: body({ id: 'c-1', exists: 'yes' }) }, '/exists must be boolean'],
  ['a member too few', { body: body({ id: 'c-1' }) }, "must have required property 'exists'"],
  ['a member too many', { body: body({ id: 'c-1', exists: true, more: 1 }) }, 'must NOT have additional properties'],
]
test.each(broken)('%s is a violation', (_, change, violation) => {
  const found = violations('GET', path, { ...good, ...change })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(`GET ${path} → `)
  expect(found[0]).toContain(violation)
})

test('a header that is promised and missing is a violation', () => {
  const found = violations('PUT', path, { ...good, status: 201 })
  expect(found).toEqual([`PUT ${path} → 201: the header location is missing`])
})

test('a body where none is documented is a violation', () => {
  expect(violations('DELETE', path, { status: 204, headers: {}, body: '{}' })).toHaveLength(1)
})

test('where the contract has no operation, only a problem is an answer', () => {
  expect(violations('GET', '/nowhere', { ...good, status: 200 })).toHaveLength(1)
  expect(violations('GET', '/nowhere', { ...good, status: 404 })).toHaveLength(1)
})

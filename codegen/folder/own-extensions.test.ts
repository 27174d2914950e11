// Extensions of other makers that have our names are left out; ours stay.
import { expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { withOwnExtensions } from './own-extensions.ts'

const documentOf = (root: object, operation: object) =>
  ({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    ...root,
    paths: { 'x-note': 'a', '/a': { get: { responses: {}, ...operation } } },
  }) as unknown as Contract

test.each([
  [{ 'x-problem-types': ['a'] }, {}],
  [{ 'x-cors': true }, {}],
  [{ 'x-response-headers': 'no' }, {}],
  [{ 'x-events': {} }, {}],
  [{ 'x-sdk-errors': null }, {}],
  [{}, { 'x-agents': 'all' }],
  [{}, { 'x-pagination': true }],
  [{}, { 'x-sdk': 'yes' }],
  [{}, { 'x-sample-data': 1 }],
  [{}, { 'x-protocol': 'grpc' }],
  [{ 'x-gateway-catch-all': 'no' }, {}],
])('left out: %j %j', (root, operation) => {
  expect(withOwnExtensions(documentOf(root, operation))).toEqual(documentOf({}, {}))
})

test('kept: ours, and those of other names', () => {
  const document = documentOf(
    {
      'x-problem-types': { gone: { status: 410, title: 'Gone' } },
      'x-other': 1,
      'x-cors': { allowHeaders: [], exposeHeaders: ['A'] },
    },
    { 'x-agents': ['mcp'], 'x-pagination': { items: 'things' }, 'x-sdk': { name: 'a' }, 'x-mine': [] },
  )
  expect(withOwnExtensions(document)).toEqual(document)
})

// Results of every kind of body as responses: values, texts, bytes, and none.
import { expect, test } from 'vitest'
import { responseOf, type Result } from './response.ts'
import { Written } from './written.ts'

const asked = { method: 'POST', headers: {} }
const type = (name: string) => ({ 'Content-Type': name })

test.each<[what: string, result: Result, expected: object]>([
  ['a value', { status: 200, body: { a: 1 } }, { status: 200, headers: type('application/json'), body: '{"a":1}' }],
  ['a text as a value', { status: 200, body: 'a' }, { status: 200, headers: type('application/json'), body: '"a"' }],
  ['null', { status: 200, body: null }, { status: 200, headers: type('application/json'), body: 'null' }],
  [
    'JSON of another name',
    { status: 200, contentType: 'application/vnd.a+json', body: 'a' },
    { status: 200, headers: type('application/vnd.a+json'), body: '"a"' },
  ],
  [
    'a text',
    { status: 201, contentType: 'text/csv', body: 'a,b', headers: { Location: '/a', 'X-None': undefined } },
    { status: 201, headers: { ...type('text/csv'), Location: '/a' }, body: 'a,b' },
  ],
  [
    'bytes',
    { status: 200, contentType: 'image/png', body: new Uint8Array([0, 255]) },
    { status: 200, headers: type('image/png'), bytes: new Uint8Array([0, 255]) },
  ],
  [
    'a text that is JSON already',
    { status: 200, body: new Written('{"a":1}') },
    { status: 200, headers: type('application/json'), body: '{"a":1}' },
  ],
  ['nothing', { status: 204 }, { status: 204, headers: {} }],
])('%s', (_what, result, expected) => {
  expect(responseOf(result, asked)).toStrictEqual(expected)
})

// The expressions and conditions of Arazzo: which ones the canary reads, and their values.
import { expect, test } from 'vitest'
import { filled, holds, isKnownCondition, MissingValue, type Known } from './expressions.ts'

const known: Known = { inputs: { run: 'r' }, outputs: new Map([['a', { id: 7, word: 'Open' }]]) }
const answer = {
  statusCode: 200,
  headers: { etag: '"x"' },
  body: { list: [{ n: 2, ok: true, word: 'Open', gone: null }] },
}
test.each([
  ['$statusCode == 200', true],
  ['$statusCode != 200', false],
  ['$statusCode < 300', true],
  ['$statusCode >= 300', false],
  ['$response.header.ETag == \'"x"\'', true],
  ['$response.body#/list/0/n > 1', true],
  ['$response.body#/list/0/n <= 1', false],
  ['$response.body#/list/0/ok == true', true],
  ["$response.body#/list/0/word == 'OPEN'", true],
  ["$response.body#/list/0/word != 'OPEN'", false],
  ["$steps.a.outputs.word == 'open'", true],
  ["$inputs.run == 'R'", true],
  ['$response.body#/list/0/gone == null', true],
  ['$response.body#/list/1/n == null', true],
  ['$response.body#/list/1/n != null', false],
  ['$response.body#/list != null', true],
  ["$response.body#/list/1/n == 'a'", false],
])('%s is %s', (condition, expected) => {
  expect(isKnownCondition(condition)).toBe(true)
  expect(holds(condition, known, answer)).toBe(expected)
})

test.each([
  "$method == 'POST'",
  "$url != 'x'",
  "$request.header.a != 'x'",
  "$workflows.w.outputs.a == 'x'",
  "$steps.a.id == 'x'",
  "$response.status == 'x'",
  "$statusCode.x == 'x'",
  "$statusCode == '200' && $statusCode == 200",
])('%s is none that the canary decides', (condition) => {
  expect(isKnownCondition(condition)).toBe(false)
})

test('values are filled in, and a missing one is an error', () => {
  expect(filled({ a: ['x-{$inputs.run}', '$steps.a.outputs.id'], b: '$5' }, known)).toEqual({ a: ['x-r', 7], b: '$5' })
  expect(() => filled('$steps.b.outputs.id', known)).toThrow(MissingValue)
})

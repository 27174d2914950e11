// The result of a tool: the body of the operation is passed on as it is written.
import { expect, test } from 'vitest'
import { tools } from '../../generated/mcp-tools.ts'
import { resultOf } from './result.ts'

const [tool] = Object.values(tools)
if (!tool) throw new Error('There is no tool.')
const json = { 'Content-Type': 'application/json' }

test.each([
  ['an object', json, '{"a":1}', '{"a":1}'],
  ['an object of another JSON type', { 'Content-Type': 'application/vnd.a+json; charset=utf-8' }, '{}', '{}'],
  ['a list', json, '[1]', undefined],
  ['a text in JSON', json, '"{}"', undefined],
  ['a text that looks like an object', { 'Content-Type': 'text/plain' }, '{not json}', undefined],
  ['a text without a type', {}, '{not json}', undefined],
])('%s', (_, headers, body, structured) => {
  const answer = resultOf(tool, { status: 200, headers, body })
  expect(answer).toEqual({
    result: { content: [{ type: 'text', text: body }] },
    ...(structured !== undefined && { structured }),
  })
})

test('an answer without a body', () => {
  expect(resultOf(tool, { status: 204, headers: {} })).toEqual({
    result: { content: [{ type: 'text', text: `${tool.title}: done.` }] },
  })
})

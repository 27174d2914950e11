// The signed state of a question: its time, its secrets, and what it is bound to.
import { expect, test } from 'vitest'
import { createStates, type Asked } from './state.ts'

const [older, newer] = ['an-older-secret-of-32-characters!', 'a-newer-secret-of-32-characters!!']
const asked: Asked = {
  tool: 'deleteThing',
  caller: 'alice',
  request: { method: 'DELETE', path: '/things/1', query: {}, headers: { 'if-match': '*' }, body: Buffer.from('{}') },
}
const minutes = 60_000

test('a state is accepted for ten minutes', () => {
  let now = 1_000_000
  const states = createStates([newer], () => now)
  const state = states.seal(asked, '"a-1"')
  for (const [after, expected] of [
    [0, { etag: '"a-1"' }],
    [10 * minutes, { etag: '"a-1"' }],
    [10 * minutes + 1, undefined],
    [365 * 24 * 60 * minutes, undefined],
  ] as const) {
    now = 1_000_000 + after
    expect(states.open(asked, state), String(after)).toEqual(expected)
  }
})

test('an item without a version has a state without one', () => {
  const states = createStates([newer])
  expect(states.open(asked, states.seal(asked, undefined))).toEqual({})
})

test('secrets rotate: the first signs, and all are accepted', () => {
  const [before, during, after] = [createStates([older]), createStates([newer, older]), createStates([newer])]
  const ofOlder = before.seal(asked, '"a-1"')
  const ofNewer = during.seal(asked, '"a-1"')
  expect([before, during, after].map((states) => states.open(asked, ofOlder) !== undefined)).toEqual([
    true,
    true,
    false,
  ])
  expect([before, during, after].map((states) => states.open(asked, ofNewer) !== undefined)).toEqual([
    false,
    true,
    true,
  ])
})

const changes: [string, Partial<Asked> | { request: Partial<Asked['request']> }][] = [
  ['tool', { tool: 'deleteOther' }],
  ['caller', { caller: 'bob' }],
  ['caller and tool', { caller: 'alicedelete', tool: 'Thing' }],
  ['method', { request: { method: 'PUT' } }],
  ['path', { request: { path: '/things/2' } }],
  ['query', { request: { query: { all: ['true'] } } }],
  ['header', { request: { headers: {} } }],
  ['body', { request: { body: Buffer.from('{"a":1}') } }],
]
test.each(changes)('another %s needs another state', (_, change) => {
  const states = createStates([newer])
  const other = { ...asked, ...change, request: { ...asked.request, ...change.request } }
  expect(states.open(other, states.seal(asked, '"a-1"'))).toBeUndefined()
  expect(states.open(other, states.seal(other, '"a-1"'))).toEqual({ etag: '"a-1"' })
})

// The log for people: which format is chosen, and how a line reads.
import { expect, test } from 'vitest'
import { logFormat, readable } from './log-lines.ts'

const plain = (_style: unknown, text: string) => text
const marked = (style: unknown, text: string) => `<${String(style)}>${text}</>`
const line = (members: object) =>
  `${JSON.stringify({ level: 'INFO', timestamp: '2026-11-20T09:30:00.000Z', service: 'any', ...members })}\n`
const time = new Date('2026-11-20T09:30:00.000Z').toLocaleTimeString('en-GB')

test('a terminal gets text, everything else JSON, and LOG_FORMAT decides before both', () => {
  expect(logFormat({}, true)).toBe('pretty')
  expect(logFormat({}, false)).toBe('json')
  expect(logFormat({ LOG_FORMAT: 'json' }, true)).toBe('json')
  expect(logFormat({ LOG_FORMAT: 'pretty' }, false)).toBe('pretty')
  expect(() => logFormat({ LOG_FORMAT: 'colour' }, true)).toThrow('LOG_FORMAT must be json or pretty.')
})

test('a request is one line: time, method, path, status, duration, caller', () => {
  const request = { message: 'request', method: 'GET', path: '/a', status: 404, durationMs: 1.5, requestId: 'r' }
  const user = line({ ...request, caller: { kind: 'user', id: 'u-1' } })
  expect(readable(user, plain)).toBe(`${time} GET    /a 404 1.5 ms user u-1\n`)
  expect(readable(user, marked)).toContain('<yellow>404</>')
  const anyone = line({ ...request, status: 200, caller: { kind: 'anyone', id: 'anyone' } })
  expect(readable(anyone, plain)).toBe(`${time} GET    /a 200 1.5 ms anyone\n`)
})

test('any other line has its level, its message, its members, and the stacks of its error and the causes', () => {
  const error = { name: 'Error', message: 'outer', stack: 'Error: outer\n    at a', cause: { message: 'inner' } }
  expect(readable(line({ level: 'ERROR', message: 'Failed', requestId: 'r', error }), plain)).toBe(
    `${time} ERROR Failed requestId=r\n  Error: outer\n      at a\n  Caused by: Error: inner\n`,
  )
  expect(readable(line({ message: 'workflow', count: 2 }), plain)).toBe(`${time} INFO workflow count=2\n`)
})

test.each(['Ready at http://localhost\n', '{"a":1}\n', '{not JSON\n', ''])('%j stays as it is', (text) => {
  expect(readable(text, plain)).toBe(text)
})

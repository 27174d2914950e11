// Places in a JSON text that are not accepted, and the pointer to the first of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '../../testing/tally.ts'
import { maxDepth, readJson } from './json.ts'

const refusalIn = (text: string) => {
  const read = readJson(text)
  return 'refusal' in read ? read.refusal : undefined
}
const twice = 'is given more than once'
const unaccepted = 'is a name that is not accepted'
const noText = 'holds characters that are not text'

test.each([
  ['{"a":1,"a":1}', '/a', twice],
  ['{"a":1,"\\u0061":2}', '/a', twice],
  ['{"\\u0061":1,"a":2}', '/a', twice],
  ['{"\\u006A":1,"\\u006a":2}', '/j', twice],
  ['{"":1,"":2}', '/', twice],
  ['{"a\\"b":1 , "a\\u0022b"\n:2}', '/a"b', twice],
  ['{"a\\\\":1,"a\\u005c":2}', '/a\\', twice],
  ['{"a":[0,{"b":{}},{"c/d~":1,"c/d~":[]}]}', '/a/2/c~1d~0', twice],
  ['{"x":{"a":1},"y":[[],[{"a":1,"a":1}]]}', '/y/1/0/a', twice],
  ['{"__proto__":1}', '/__proto__', unaccepted],
  ['{"metadata":{"__\\u0070roto__":"boo"}}', '/metadata/__proto__', unaccepted],
  ['{"a":[{"\\u005F\\u005f\\u0070\\u0072oto__":[]}]}', '/a/0/__proto__', unaccepted],
  ['{"a":{"b\\u0000":1}}', '/a/b\0', unaccepted],
  ['{"a":"\\uD83D"}', '/a', noText],
  ['{"a":[1,"x","\\udE00"]}', '/a/2', noText],
  ['{"a":["x",["\\u0000"]]}', '/a/1/0', noText],
  ['["x","\\ud83d\\ud83d\\ude00"]', '/1', noText],
])('%s', (text, pointer, detail) => {
  expect(refusalIn(text)).toEqual({ pointer, detail })
})

test.each([
  '{"a":"__proto__"}',
  '{"a":{"b":1},"b":{"a":1},"c":[{"a":1},{"a":1}]}',
  '{"a":"\\"a\\":1,\\"a\\":2","b":"\\\\","c":"\\\\\\""}',
  '{"a":"\\ud83d\\ude00","A":"\\\\u0000","constructor":"\\\\ud800"}',
  ' { "a" : [ "b:" , ":" , { } ] , "c\\n" : null } ',
])('%s has nothing to refuse', (text) => {
  expect(refusalIn(text)).toBeUndefined()
})

const nested = (open: string, inner: string, close: string, depth: number) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`

test.each([
  ['lists', '[', '[]', ']'],
  ['objects', '{"a":', '{}', '}'],
  ['lists in objects', '{"a":[', '{"b":1,"c":[{}]}', ']}'],
])('%s are read to a depth, whatever the stack', (_what, open, inner, close) => {
  expect(refusalIn(nested(open, inner, close, 60))).toBeUndefined()
  for (const depth of [maxDepth, 6000, 20_000]) {
    expect(refusalIn(nested(open, inner, close, depth))?.detail, String(depth)).toBe(
      'is nested in more than 200 levels',
    )
  }
})

test('the deepest level that is accepted is the two hundredth', () => {
  expect(refusalIn(nested('[', '1', ']', maxDepth))).toBeUndefined()
  expect(refusalIn(nested('[', '1', ']', maxDepth + 1))?.pointer).toBe('/0'.repeat(maxDepth))
})

test.each([
  ['[1e400]', '/0'],
  ['{"a":{"b/c":-1E+999}}', '/a/b~1c'],
  [`{"a":[0,${'9'.repeat(400)}]}`, '/a/1'],
])('%s holds a number that no double can be', (text, pointer) => {
  expect(refusalIn(text)).toEqual({ pointer, detail: 'is too large a number' })
})

test.each(['[1e30,"1e400"]', '{"1e999":1e-999}', `["${'9'.repeat(400)}"]`])('%s holds no such number', (text) => {
  expect(refusalIn(text)).toBeUndefined()
})

test('any value is accepted as it is written, and refused with one member repeated', () => {
  const value = fc.jsonValue({ maxDepth: 4 })
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value, { minKeys: 1 }), fc.constantFrom(undefined, 1), (members, space) => {
      const text = JSON.stringify(members, undefined, space)
      // V8 13.6 can read the name "\"" as "\\", when it has read an object with that name before.
      fc.pre(!/__proto__|\\/.test(text))
      expect(refusalIn(text)).toBeUndefined()
      const [name] = Object.keys(members)
      expect(refusalIn(`{${JSON.stringify(name)}:1,${text.trim().slice(1)}`)?.detail).toBe(twice)
    }),
    { seed, numRuns: 500 },
  )
})

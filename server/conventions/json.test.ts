// JSON in the body of every operation that takes a body: malformed JSON, and JSON that a service should not store.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations, type Schema } from '../../testing/contract-operations.ts'
import { occurrences } from '../../testing/contract-text.ts'
import { faultsIn } from '../../testing/faults.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../../testing/good-requests.ts'
import { startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('json')
const withBody = operations.filter(({ body }) => body)
const jsonOf = (value: unknown) => Buffer.from(JSON.stringify(value))

test.each(withBody)('$operationId: what is not JSON, or not text', async (operation) => {
  const fitting = jsonOf(good.bodyFor(operation))
  const text = fitting.toString()
  const bodies: Record<string, string | Buffer> = {
    // Where no body is needed, `null` alone is none: bodies.test.ts.
    null: operation.body?.required ? 'null' : 'null null',
    true: 'true',
    number: '1',
    string: '"text"',
    'string with the body': JSON.stringify(text),
    array: '[]',
    'array with the body': `[${text}]`,
    blank: ' ',
    'cut off': text.slice(0, -1),
    twice: text + text,
    'comma at the end': text.replace(/}$/, ',}'),
    comment: `/* */${text}`,
    'single quotes': "{'a': 1}",
    'bare word': '{"a": NaN}',
    'UTF-16': Buffer.from(text, 'utf16le'),
    'broken UTF-8': Buffer.concat([Buffer.from('{"\xc3\x28": "', 'latin1'), Buffer.from('"}')]),
    'overlong UTF-8': Buffer.from('{"a": "\xc0\x80"}', 'latin1'),
    'encoded surrogate': Buffer.from('{"a": "\xed\xa0\x80"}', 'latin1'),
    'deep array': '['.repeat(100_000) + ']'.repeat(100_000),
    'deep object': '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000),
    'member __proto__': `{"__proto__": {"polluted": true}, ${text.slice(1)}`,
    'member __proto__ in escapes': `{"\\u005f_proto__": {"polluted": true}, ${text.slice(1)}`,
    'member constructor': `{"constructor": {"prototype": {"polluted": true}}, ${text.slice(1)}`,
    'UTF-7': '+AHsAfQ-',
  }
  for (const [what, body] of Object.entries(bodies)) {
    const { status } = await good.send(operation, { body: Buffer.from(body as string) })
    // An object that is open ignores a member that it does not know.
    const isOpen = operation.body?.schema.additionalProperties === true
    expect({ what, status }).toEqual({ what, status: isOpen && what === 'member constructor' ? 200 : 400 })
    tally.add('not JSON (refused)')
  }
  expect({}).not.toHaveProperty('polluted')
  const withMark = Buffer.concat([Buffer.from('\ufeff'), jsonOf(good.bodyFor(operation))])
  expect((await good.send(operation, { body: withMark })).status, 'byte order mark').toBeLessThan(300)
})

const inMembers = withBody.flatMap((operation) =>
  members(operation.body?.schema ?? {}).map(({ pointer, schema }) => ({ operation, pointer, schema })),
)

test.each(inMembers)(
  '$operation.operationId $pointer: what JSON lets through',
  async ({ operation, pointer, schema }) => {
    const put = (raw: string) => replaced(good.bodyFor(operation), pointer.split('/').slice(1), raw)
    const raws = [
      ...['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00x"', '"\\ud800\\ud800"', '"\\uD83D"'],
      ...['1e400', '-1e400', '[[[[[[[[]]]]]]]]', '{"__proto__": "b"}', '{"a\\u0000": "b"}', '{"\\ud800": "b"}'],
      `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    ]
    for (const raw of raws) {
      const response = await good.send(operation, { body: Buffer.from(put(raw)) })
      expect({ raw: raw.slice(0, 30), status: response.status }).toEqual({ raw: raw.slice(0, 30), status: 400 })
      tally.add('not storable (refused)')
    }
    if (schema.type !== 'string' || schema.enum || schema.pattern !== undefined) return
    for (const raw of [
      '"\\ud83d\\ude00"',
      '"\\u00e9\\u2028\\u2029\\ufffe\\uffff"',
      '"\\\\u0000"',
      '"\\/\\b\\f\\n\\r\\t\\u0007"',
    ]) {
      const { status } = await good.send(operation, { body: Buffer.from(put(raw)) })
      expect(status, raw).toBeLessThan(300)
      tally.add('odd text')
    }
  },
)

test.each(withBody)(
  '$operationId: a member that is given twice is refused, even with equal values',
  async (operation) => {
    const [first] = members(operation.body?.schema ?? {})
    if (!first) return
    const value = good.bodyFor(operation) as Record<string, unknown>
    const name = first.pointer.slice(1)
    const escaped = `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`
    const text = JSON.stringify({ ...value, [name]: undefined })
    for (const [one, other] of [
      [name, name],
      [name, escaped],
      [escaped, name],
    ]) {
      const member = JSON.stringify(value[name] ?? 'x')
      const twice = `{"${one}": ${member}, "${other}" : ${member}, ${text.slice(1)}`
      const body = Buffer.from(twice.replace(/, }$/, '}'))
      const response = await good.send(operation, { body })
      expect(response.status).toBe(400)
      expect(faultsIn(operation, response)).toEqual([{ pointer: first.pointer, detail: 'is given more than once' }])
    }
    tally.add('twice')
  },
)

test('enough was tried', () => {
  expect(tally.counts()).toEqual({
    'not JSON (refused)': withBody.length * 24,
    'not storable (refused)': inMembers.length * 13,
    // Four tries for each member that takes any text. At least one member in four does.
    'odd text': expect.toSatisfy((count: number) => count >= inMembers.length) as number,
    twice: withBody.filter(({ body }) => body?.schema.properties).length,
  })
  expect(withBody).toHaveLength(occurrences(/"requestBody":/g))
  const named = withBody.flatMap(({ body }) => Object.keys(body?.schema.properties ?? {}))
  expect(inMembers.filter(({ pointer }) => pointer.lastIndexOf('/') === 0)).toHaveLength(named.length)
})

/** The members of a body's schema, with the members of a list's first item and of an open object. */
function members(schema: Schema, pointer = ''): { pointer: string; schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
    { pointer: `${pointer}/${name}`, schema: member },
    ...members(member, `${pointer}/${name}`),
    ...(member.items ? members(member.items, `${pointer}/${name}/0`) : []),
    ...(typeof member.additionalProperties === 'object'
      ? [{ pointer: `${pointer}/${name}/one`, schema: member.additionalProperties }]
      : []),
  ])
}

/** The JSON text of the value, with this raw text at the place that the steps lead to. */
function replaced(value: unknown, [step, ...rest]: string[], raw: string): string {
  if (step === undefined) return raw
  if (Array.isArray(value)) {
    return `[${value.map((item, n) => (String(n) === step ? replaced(item, rest, raw) : JSON.stringify(item))).join()}]`
  }
  const members = Object.entries({ ...(value as object), [step]: (value as Record<string, unknown>)[step] })
  const texts = members.map(
    ([name, member]) =>
      `${JSON.stringify(name)}: ${name === step ? replaced(member ?? {}, rest, raw) : JSON.stringify(member)}`,
  )
  return `{${texts.join()}}`
}

// Bodies, of every operation that takes one: media types, size, and what JSON allows but a service should not store.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations, type Schema } from '../testing/contract-operations.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../testing/good-requests.ts'
import { startTally } from '../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('bodies')
const withBody = operations.filter(({ body }) => body)
const jsonOf = (value: unknown) => Buffer.from(JSON.stringify(value))

test.each(withBody)('$operationId: media types', async (operation) => {
  const type = (value: string | undefined, more = {}) => ({ headers: { 'content-type': value, ...more } })
  const refused = [
    type(undefined),
    ...[
      '',
      'text/plain',
      'text/json',
      'application/jsonx',
      'application/problem+json',
      'application/json; charset=utf-16',
      'application/json; charset=iso-8859-1',
      'application/json, text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ].map((one) => type(one)),
    ...['gzip', 'br', 'identity, gzip'].map((encoding) => type('application/json', { 'content-encoding': encoding })),
  ]
  for (const changes of refused) {
    const { status } = await good.send(operation, changes)
    expect({ ...changes, status }).toEqual({ ...changes, status: 415 })
    tally.add('media type (refused)')
  }
  const taken = [
    ...[
      'APPLICATION/JSON',
      'application/json; charset=UTF-8',
      'application/json;charset="utf-8"',
      ' application/json ',
    ].map((one) => type(one)),
    type('application/json', { 'content-encoding': 'identity' }),
  ]
  for (const changes of taken) {
    const { status } = await good.send(operation, changes)
    expect(status, JSON.stringify(changes)).toBeLessThan(300)
    tally.add('media type')
  }
})

test.each(withBody)('$operationId: 262,144 bytes pass, one more is too many', async (operation) => {
  const sized = (length: number) => {
    const json = jsonOf(good.bodyFor(operation))
    return Buffer.concat([json, Buffer.alloc(length - json.length, ' ')])
  }
  expect((await good.send(operation, { body: sized(262_144) })).status).toBeLessThan(300)
  expect((await good.send(operation, { body: sized(262_145) })).status).toBe(413)
  expect((await good.send(operation, { body: Buffer.alloc(6_000_000, '[') })).status).toBe(413)
  tally.add('size')
})

test.each(withBody)('$operationId: no body, and an empty one', async (operation) => {
  const { required } = operation.body ?? {}
  for (const headers of [
    { 'content-type': undefined },
    { 'content-type': 'application/json' },
    { 'content-type': 'text/plain' },
  ]) {
    for (const body of [undefined, Buffer.alloc(0)]) {
      const response = await good.send(operation, { headers, body })
      if (!required) expect(response.status).toBeLessThan(300)
      else expect(bodyOf(response)).toMatchObject({ status: 400, errors: [{ pointer: '', detail: 'is required' }] })
      tally.add('absent')
    }
  }
})

test.each(withBody)('$operationId: what is not JSON, or not text', async (operation) => {
  const fitting = jsonOf(good.bodyFor(operation))
  const text = fitting.toString()
  const bodies: Record<string, string | Buffer> = {
    null: 'null',
    true: 'true',
    number: '1',
    string: '"text"',
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
    __proto__: `{"__proto__": {"polluted": true}, ${text.slice(1)}`,
    '__proto__ in escapes': `{"\\u005f_proto__": {"polluted": true}, ${text.slice(1)}`,
    constructor: `{"constructor": {"prototype": {"polluted": true}}, ${text.slice(1)}`,
    'UTF-7': '+AHsAfQ-',
  }
  for (const [what, body] of Object.entries(bodies)) {
    const { status } = await good.send(operation, { body: Buffer.from(body as string) })
    expect({ what, status }).toEqual({ what, status: 400 })
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
      ...['1e400', '-1e400', '[[[[[[[[]]]]]]]]', '{"__proto__": 1}', '{"a\\u0000": "b"}', '{"\\ud800": "b"}'],
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

test.each(withBody)('$operationId: of a member that is given twice the last one counts', async (operation) => {
  const [first] = members(operation.body?.schema ?? {})
  if (!first) return
  const text = JSON.stringify(good.bodyFor(operation))
  const twice = await good.send(operation, {
    body: Buffer.from(`{"${first.pointer.slice(1)}": 12.345, ${text.slice(1)}`),
  })
  expect(twice.status).toBeLessThan(300)
  const wrongLast = `${text.slice(0, -1)}, "${first.pointer.slice(1)}": {"a": 1}}`
  expect((await good.send(operation, { body: Buffer.from(wrongLast) })).status).toBe(400)
  tally.add('twice')
})

test.each(withBody)('$operationId: a body that is wrong in 20,000 places is answered at once', async (operation) => {
  const body = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`m${n}`, 1]))
  const started = performance.now()
  const response = await good.send(operation, { body })
  // Work that grew with the square of the places took longer than this.
  expect(performance.now() - started).toBeLessThan(600)
  expect(response.status).toBe(400)
  expect(bodyOf(response).errors).toHaveLength(20)
  tally.add('many faults')
})

test('a body where none is documented is not read', async () => {
  for (const operation of operations.filter(({ body }) => !body)) {
    const { status } = await good.send(operation, {
      body: Buffer.from('{"broken'),
      headers: { 'content-type': 'text/plain' },
    })
    expect(status, operation.operationId).toBeLessThan(300)
    tally.add('unread')
  }
})

test('enough was tried', () => {
  const { length } = withBody
  expect(length).toBeGreaterThanOrEqual(8)
  expect(tally.counts()).toEqual({
    'media type (refused)': length * 14,
    'media type': length * 5,
    size: length,
    absent: length * 6,
    'not JSON (refused)': length * 22,
    'not storable (refused)': inMembers.length * 13,
    'odd text': expect.toSatisfy((count: number) => count >= 40) as number,
    twice: withBody.filter(({ body }) => body?.schema.properties).length,
    'many faults': length,
    unread: operations.length - length,
  })
})

/** The members of a body's schema, with those of the first item of a list and of an open object. */
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

/** The JSON text of the value with this raw text at the end of the steps. */
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

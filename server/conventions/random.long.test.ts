// Random requests: a request that fits the contract is accepted, any other is a 400, and none is a 5xx.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fittingValue, nearValue } from '../../testing/arbitrary-value.ts'
import { operations } from '../../testing/contract-operations.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, unknownPath, type GoodRequests } from '../../testing/good-requests.ts'
import { fits } from '../../testing/scalar-cases.ts'
import { seed, startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
const paths = new Map<string, string>()
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
  for (const operation of operations) paths.set(operation.operationId, await good.freshPath(operation))
})
afterAll(() => door.close())

const tally = startTally('random')
const withBody = operations.filter(({ body }) => body)
const runs = 60

test.each(withBody)('$operationId: bodies that fit', async (operation) => {
  const { schema } = operation.body ?? { schema: {} }
  await fc.assert(
    fc.asyncProperty(fittingValue(schema), async (value) => {
      const { status } = await good.send(operation, {
        path: paths.get(operation.operationId) ?? '',
        body: good.withNewIds(value as object),
      })
      tally.add(`fitting body ${status}`)
      // A schema cannot say that the turns of a conversation alternate.
      expect(status).toSatisfy(
        (code: number) => code < 300 || (code === 400 && operation.operationId.startsWith('chat')),
      )
    }),
    { seed, numRuns: runs },
  )
})

test.each(withBody)('$operationId: bodies that nearly fit', async (operation) => {
  const { schema } = operation.body ?? { schema: {} }
  await fc.assert(
    fc.asyncProperty(nearValue(schema), async (value) => {
      const { status } = await good.send(operation, { path: paths.get(operation.operationId) ?? '', body: value })
      tally.add(`near body ${status}`)
      if (!fits(schema, value) || !isStorable(value)) expect(status).toBe(400)
      else expect(status).toBeLessThan(500)
    }),
    { seed, numRuns: runs },
  )
})

test.each(withBody)('$operationId: bodies with bytes changed', async (operation) => {
  const bytes = Buffer.from(JSON.stringify(good.bodyFor(operation)))
  const change = fc.tuple(fc.nat(bytes.length), fc.uint8Array({ maxLength: 3 }), fc.nat(3))
  await fc.assert(
    fc.asyncProperty(change, async ([at, inserted, left]) => {
      const body = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + left)])
      const { status } = await good.send(operation, { path: paths.get(operation.operationId) ?? '', body })
      tally.add(`changed bytes ${status}`)
      expect(status).toBeLessThan(500)
    }),
    { seed, numRuns: runs },
  )
})

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '*',
    '"a-1"',
    'W/"a-1"',
    '"mfx2k1a8-1", "mfx2k1a8-2"',
    '-1',
    '0',
    '1e3',
    'null',
    '../..',
    "' OR 1=1 --",
    '${x}',
  ),
  fc
    .array(fc.constantFrom('"0-0"', '"zzzzzzzz-1"', '"zzzzzzzzzzz-999999999999999"', '*', ','), { maxLength: 200 })
    .map((tags) => tags.join()),
)
const headerNames = [
  ...new Set(
    operations.flatMap(({ parameters }) =>
      parameters.flatMap((parameter) => (parameter.in === 'header' ? parameter.name.toLowerCase() : [])),
    ),
  ),
]
const anyHeaders = fc.dictionary(
  fc.constantFrom(...headerNames, 'cookie', 'x-request-id', 'origin', 'accept', 'content-length', 'x-forwarded-for'),
  word,
  { maxKeys: 4 },
)

test.each(operations)('$operationId: any query, headers and id', async (operation) => {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query')
  const known = Object.fromEntries(
    inQuery.map(({ name, schema }) => [name, fc.oneof(fittingValue(schema).map(String), word)]),
  )
  const query = fc.oneof(
    { weight: 4, arbitrary: fc.record(known, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...known, nope: word }, { requiredKeys: [] }) },
  )
  const id = fc.option(word, { nil: undefined, freq: 3 })
  await fc.assert(
    fc.asyncProperty(query, anyHeaders, id, async (values: Record<string, string | undefined>, headers, text) => {
      const fixed = operation.method === 'DELETE' ? unknownPath(operation) : (paths.get(operation.operationId) ?? '')
      const path = text === undefined ? fixed : operation.path.replace(/\{[^}]+\}/, encodeURIComponent(text))
      const search = Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
      const { status } = await good.send(operation, { path, headers, query: `?${search.join('&')}` })
      tally.add(`any parameters ${status}`)
      expect(status).toBeLessThan(500)
    }),
    { seed, numRuns: runs },
  )
})

test('any method and path', async () => {
  const methods = fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE')
  const segment = fc.oneof(
    fc.constantFrom(...new Set(operations.flatMap(({ path }) => path.split('/')))),
    fc.string({ unit: 'binary', maxLength: 12 }).map(encodeURIComponent),
    fc.string({ maxLength: 8 }).map((text) => text.replaceAll('?', '')),
    fc.constantFrom('%', '%ff', '%00', '..', '.', '__proto__', 'constructor'),
  )
  const spoilt = fc.tuple(fc.constantFrom(...operations), segment, fc.boolean()).map(([operation, text, after]) => {
    const path = unknownPath(operation)
    return after ? `${path}/${text}` : path.replace(/[^/]*$/, text)
  })
  const path = fc.oneof(
    fc.constantFrom(...operations.map(unknownPath)),
    spoilt,
    fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join('/')}`),
  )
  await fc.assert(
    fc.asyncProperty(methods, path, async (method, url) => {
      const { status } = await door.send(method, url)
      tally.add(`any path ${status}`)
      expect(status).toBeLessThan(500)
    }),
    { seed, numRuns: 1000 },
  )
})

test('the answers were of many kinds', () => {
  const sum = (kind: string, from: number, to: number) =>
    Object.entries(tally.counts()).reduce((total, [name, count]) => {
      const status = Number(name.slice(-3))
      return name.startsWith(kind) && status >= from && status < to ? total + count : total
    }, 0)
  const { length } = withBody
  const conversations = withBody.filter(({ operationId }) => operationId.startsWith('chat'))
  expect(sum('fitting body', 200, 300)).toBeGreaterThanOrEqual((length - conversations.length) * runs)
  expect(sum('near body', 200, 300)).toBeGreaterThanOrEqual(length * runs * 0.03)
  expect(sum('near body', 400, 401)).toBeGreaterThanOrEqual(length * runs * 0.5)
  expect(sum('changed bytes', 200, 300)).toBeGreaterThanOrEqual(length * runs * 0.05)
  expect(sum('changed bytes', 400, 401)).toBeGreaterThanOrEqual(length * runs * 0.4)
  for (const status of [200, 400, 404])
    expect(sum('any parameters', status, status + 1), String(status)).toBeGreaterThan(20)
  for (const status of [204, 401, 404, 405]) expect(tally.of(`any path ${status}`), String(status)).toBeGreaterThan(10)
})

/** No text has a NUL or a lone surrogate, and no member is `__proto__`. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, member]) => name !== '__proto__' && isStorable(name) && isStorable(member))
}

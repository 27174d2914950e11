// Bodies written with escapes at every level: the parsed value decides, and no spelling is a 5xx.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fittingValue } from '../../testing/arbitrary-value.ts'
import { operations } from '../../testing/contract-operations.ts'
import { faultsIn } from '../../testing/faults.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../../testing/good-requests.ts'
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

const tally = startTally('escapes')
const withBody = operations.filter(({ body }) => body)
const refusedNames = ['__proto__', 'a\0', '\ud800', 'x\udfff']
const otherNames = ['constructor', 'prototype', 'toString', '__defineGetter__', 'then', 'toJSON', 'length']

/** How each character is written, in turn: as it is, or by an escape in lower or upper case. */
type Spelling = (0 | 1 | 2)[]
/** A member that is added to one of the objects. */
type Extra = { name: string; object: number }

const spelling: fc.Arbitrary<Spelling> = fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 30 })

test.each(withBody)('$operationId: names that are refused, at every level', async (operation) => {
  await fc.assert(
    fc.asyncProperty(bodyAndExtra(refusedNames), async ({ value, extra, spelling }) => {
      const text = written(good.withNewIds(value as object), spelling, extra)
      const response = await good.send(operation, {
        path: paths.get(operation.operationId) ?? '',
        body: Buffer.from(text),
      })
      expect(response.status).toBe(400)
      expect(faultsIn(operation, response)).toEqual([
        { pointer: expect.any(String) as string, detail: 'is a name that is not accepted' },
      ])
      tally.add('refused name')
    }),
    { seed, numRuns: 40 },
  )

  function bodyAndExtra(names: string[]) {
    const extra = fc.record({ name: fc.constantFrom(...names), object: fc.nat(5) })
    return fc.record({ value: fittingValue(operation.body?.schema ?? {}), extra, spelling })
  }
})

test.each(withBody)('$operationId: other names and any spelling', async (operation) => {
  const { schema } = operation.body ?? { schema: {} }
  const extra = fc.option(fc.record({ name: fc.constantFrom(...otherNames), object: fc.nat(5) }), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(
      fc.record({ value: fittingValue(schema), extra, spelling }),
      async ({ value, extra, spelling }) => {
        const text = written(good.withNewIds(value as object), spelling, extra)
        const { status } = await good.send(operation, {
          path: paths.get(operation.operationId) ?? '',
          body: Buffer.from(text),
        })
        // A schema cannot say that the turns of a conversation alternate.
        if (extra || operation.operationId.startsWith('chat')) expect(status).toBeLessThan(500)
        else expect(status).toBeLessThan(300)
        tally.add('other spelling')
      },
    ),
    { seed, numRuns: 40 },
  )
})

test('names of JavaScript are names like any other in metadata, in a new case and in an update', async () => {
  const names = [...otherNames, 'hasOwnProperty', 'valueOf', '__proto', 'proto__']
  const metadata = Object.fromEntries(names.map((name) => [name, `${name}!`]))
  const client = door.client()
  const created = await client.POST('/cases', { body: { description: 'x', metadata } })
  expect(created.data?.metadata).toEqual(metadata)
  const caseId = created.data?.caseId ?? ''
  const changed = { ...metadata, constructor: 'changed' }
  await client.PUT('/cases/{caseId}', { params: { path: { caseId } }, body: { metadata: changed } })
  expect((await client.GET('/cases/{caseId}', { params: { path: { caseId } } })).data?.metadata).toEqual(changed)
})

test.each(operations)('$operationId: names of the prototype in the path and the query', async (operation) => {
  for (const name of ['__proto__', 'constructor', 'prototype', '%5F_proto__', '__%70roto__']) {
    const path = operation.path.replace(/\{[^}]+\}/g, name)
    expect((await good.send(operation, { path })).status).toBeLessThan(500)
    const query = await good.send(operation, { path: paths.get(operation.operationId) ?? '', query: `?${name}=1` })
    expect(bodyOf(query)).toMatchObject({ status: 400, errors: [{ detail: 'is unknown here' }] })
    tally.add('path and query')
  }
})

test('enough was tried', () => {
  expect(tally.counts()).toEqual({
    'refused name': withBody.length * 40,
    'other spelling': withBody.length * 40,
    'path and query': operations.length * 5,
  })
})

/** The value as JSON in this spelling. The extra member goes into the object whose number it names, or into the last. */
function written(value: unknown, spelling: Spelling, extra?: Extra): string {
  const objects = countObjects(value)
  let characters = 0
  let object = -1
  const stringOf = (text: string) => {
    const parts = Array.from({ length: text.length }, (_, at) => {
      const code = text.charCodeAt(at)
      const way = spelling[(characters += 1) % spelling.length]
      const hex = code.toString(16).padStart(4, '0')
      // A surrogate stays beside its other half only when both are written alike.
      const mustEscape = code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)
      return way === 0 && !mustEscape ? text.charAt(at) : `\\u${way === 2 ? hex.toUpperCase() : hex}`
    })
    return `"${parts.join('')}"`
  }
  const write = (part: unknown): string => {
    if (typeof part === 'string') return stringOf(part)
    if (Array.isArray(part)) return `[${part.map(write).join()}]`
    if (typeof part !== 'object' || part === null) return JSON.stringify(part)
    object += 1
    const isPlace = extra && object === extra.object % objects
    const members = Object.entries(part).map(([name, member]) => `${stringOf(name)}:${write(member)}`)
    return `{${[...members, ...(isPlace ? [`${stringOf(extra.name)}:"boo"`] : [])].join()}}`
  }
  return write(value)
}

function countObjects(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce((sum: number, part) => sum + countObjects(part), 0)
  return inside + (Array.isArray(value) ? 0 : 1)
}

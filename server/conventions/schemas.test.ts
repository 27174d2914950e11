// Every schema of the contract's requests, at its limits: a fitting value is accepted, any other is a 400 that names it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpResponse } from '../http/message.ts'
import { operations, type ContractOperation, type Parameter } from '../../testing/contract-operations.ts'
import { faultsIn } from '../../testing/faults.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type Changes, type GoodRequests } from '../../testing/good-requests.ts'
import { fits, type SchemaCase } from '../../testing/scalar-cases.ts'
import { casesOf, sampleOf } from '../../testing/schema-cases.ts'
import { startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('schemas')
const withBody = operations.filter(({ body }) => body)

/** Values that fit their schema and are refused by a rule that the contract states only in words. */
const beyondTheSchema = new Set<string>()

test('every operation has a request that succeeds', async () => {
  for (const operation of operations) {
    const { status } = await good.send(operation)
    expect(status, operation.operationId).toBeLessThan(300)
    tally.add('success')
  }
  expect(tally.of('success')).toBe(operations.length)
})

test.each(withBody)('$operationId: its body', async (operation) => {
  const { schema, examples } = operation.body ?? { schema: {}, examples: [] }
  const base = sampleOf(schema, examples)
  expect(fits(schema, base)).toBe(true)
  const path = await good.freshPath(operation)
  for (const schemaCase of casesOf(schema, base)) {
    const [, member] = schemaCase.pointer.split('/')
    const body = schemaCase.fits ? good.withNewIds(schemaCase.value as object, member) : schemaCase.value
    const response = await good.send(operation, { path, body })
    judge(operation, schemaCase, response, { pointer: schemaCase.pointer })
    // A protocol has few methods, and a text that fits names none of them.
    const isUnknown = operation.protocol !== undefined && schemaCase.pointer === '/method'
    if (schemaCase.fits && response.status !== 400)
      expect(response.status, JSON.stringify(schemaCase)).toBeLessThan(isUnknown ? 405 : 300)
    tally.add(`body ${schemaCase.kind}${schemaCase.fits ? '' : ' (refused)'}`)
  }
})

const byParameter = operations.flatMap((operation) =>
  operation.parameters.map((parameter) => ({
    operation,
    parameter,
    what: `${operation.operationId} ${parameter.name}`,
  })),
)

test.each(byParameter)('$what', async ({ operation, parameter }) => {
  const sample = parameter.example ?? sampleOf(parameter.schema)
  const path = await good.freshPath(operation)
  // Header names do not depend on case, and the app gets them in lower case.
  const shown = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name
  for (const schemaCase of [...casesOf(parameter.schema, sample), ...spellings(parameter)]) {
    // In a URL or a header every value is text, and no segment of a path is empty.
    const isText =
      parameter.schema.type === 'string' ? typeof schemaCase.value === 'string' : schemaCase.kind !== 'type'
    const text = String(schemaCase.value)
    if (!isText || (parameter.in === 'path' && text === '')) continue
    const response = await good.send(operation, changesFor(operation, parameter, text, path))
    judge(operation, { ...schemaCase, pointer: ` ${parameter.name}` }, response, { parameter: shown })
    tally.add(`${parameter.in} ${schemaCase.kind}${schemaCase.fits ? '' : ' (refused)'}`)
  }
})

test('what fits is refused in three places alone, which the contract describes in words', () => {
  expect([...beyondTheSchema].sort()).toEqual(
    [
      // Turns alternate, and the user begins.
      'chat enum /history/0/role',
      'chatStream enum /history/0/role',
      // A file's name is limited in bytes.
      'getCaseUploadUrl maxLength in characters  fileName',
      // Only a page gives valid cursors.
      ...operations.flatMap(({ operationId, parameters }) =>
        parameters.some(({ name }) => name === 'cursor')
          ? ['maxLength', 'maxLength in characters', 'minLength'].map((kind) => `${operationId} ${kind}  cursor`)
          : [],
      ),
    ].sort(),
  )
})

/** The least number of tries of each kind. More tries are fine; a missing kind is not. */
const least: Record<string, number> = {
  success: 26,
  'body enum': 12,
  'body enum (refused)': 30,
  'body format': 4,
  'body format (refused)': 10,
  'body integer (refused)': 4,
  'body maxItems': 1,
  'body maxItems (refused)': 1,
  'body maxLength': 20,
  'body maxLength (refused)': 20,
  'body maxLength in characters': 15,
  'body maxProperties': 2,
  'body maxProperties (refused)': 2,
  'body maximum': 6,
  'body maximum (refused)': 12,
  'body minItems': 1,
  'body minLength': 20,
  'body minLength (refused)': 15,
  'body minProperties': 2,
  'body minProperties (refused)': 3,
  'body minimum': 6,
  'body minimum (refused)': 12,
  'body odd name': 22,
  'body optional': 15,
  'body pattern (refused)': 50,
  'body required (refused)': 15,
  'body type (refused)': 200,
  'body unknown member (refused)': 36,
  'header maxLength': 10,
  'header maxLength (refused)': 10,
  'header maxLength in characters': 9,
  'header minLength': 10,
  'header minLength (refused)': 10,
  'header pattern (refused)': 12,
  'path format': 7,
  'path format (refused)': 14,
  'path maxLength': 13,
  'path maxLength (refused)': 13,
  'path maxLength in characters': 0,
  'path minLength': 13,
  'path pattern (refused)': 130,
  'query enum': 8,
  'query enum (refused)': 20,
  'query integer (refused)': 5,
  'query maxLength': 7,
  'query maxLength (refused)': 7,
  'query maxLength in characters': 6,
  'query maximum': 5,
  'query maximum (refused)': 10,
  'query minLength': 7,
  'query minLength (refused)': 7,
  'query minimum': 5,
  'query minimum (refused)': 10,
  'query pattern (refused)': 20,
  'query spelling (refused)': 80,
}

test('enough was tried of every kind', () => {
  expect(Object.keys(tally.counts()).filter((kind) => !(kind in least))).toEqual([])
  for (const [kind, count] of Object.entries(least)) expect(tally.of(kind), kind).toBeGreaterThanOrEqual(count)
})

/** Wrong spellings of a value of this parameter. */
function spellings({ schema, in: place }: Parameter): SchemaCase[] {
  if (schema.type !== 'integer' || place !== 'query') return []
  const texts = [
    '0x10',
    '1e1',
    '',
    ' 5',
    '5 ',
    '+5',
    '05',
    '-0',
    '1.0',
    '5.',
    '1_0',
    '٥',
    'NaN',
    'Infinity',
    'true',
    '5,5',
  ]
  return texts.map((value) => ({ kind: 'spelling', pointer: '', value, fits: false }))
}

function changesFor(operation: ContractOperation, { name, in: place }: Parameter, text: string, path: string): Changes {
  if (place === 'header') return { path, headers: { [name.toLowerCase()]: text } }
  if (place === 'query') return { path, query: `?${name}=${encodeURIComponent(text)}` }
  return { path: operation.path.replace(`{${name}}`, encodeURIComponent(text)) }
}

type Place = { pointer: string } | { parameter: string }

function judge(operation: ContractOperation, schemaCase: SchemaCase, response: HttpResponse, place: Place) {
  const { operationId } = operation
  const what = `${operationId} ${schemaCase.kind} ${schemaCase.pointer}`
  const sent = `${what}: ${JSON.stringify(schemaCase.value).slice(0, 200)}`
  if (schemaCase.fits) {
    if (response.status === 400) beyondTheSchema.add(what)
    expect(response.status, sent).toBeLessThan(500)
    return
  }
  expect(response.status, sent).toBe(400)
  const errors = 'pointer' in place ? faultsIn(operation, response) : bodyOf(response).errors
  expect(errors, sent).toContainEqual(expect.objectContaining(place))
}

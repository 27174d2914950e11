import addFormats from 'ajv-formats'
import type { ValidateFunction } from 'ajv'
import type { OpenAPIV3 } from 'openapi-types'
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { calendarDate, renderValidators } from './validators.ts'

const format = addFormats.default.get('date')
if (typeof format !== 'object' || !('validate' in format) || typeof format.validate !== 'function') {
  throw new Error('ajv-formats has another kind of date.')
}
const isDate = format.validate as (text: string) => boolean

const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

test('a calendar date is what ajv-formats takes for one, on every day of every year', () => {
  let dates = 0
  const unlike: string[] = []
  for (let year = 0; year <= 9999; year += 1) {
    for (const month of twoDigits.slice(0, 20)) {
      for (const day of twoDigits.slice(0, 40)) {
        const text = `${String(year).padStart(4, '0')}-${month}-${day}`
        const expected = isDate(text)
        if (calendarDate.test(text) !== expected) unlike.push(text)
        if (expected) dates += 1
      }
    }
  }
  expect(unlike).toEqual([])
  // Ten thousand years of the Gregorian calendar.
  expect(dates).toBe(3_652_425)
})

const others = [
  '',
  '2027-1-01',
  '2027-01-1',
  ' 2027-01-01',
  '2027-01-01\n',
  '2027-01-01T00:00:00Z',
  '٢٠٢٧-٠١-٠١',
  '20270101',
]
test.each(others)('%j is no calendar date', (text) => {
  expect(isDate(text)).toBe(false)
  expect(calendarDate.test(text)).toBe(false)
})

type Schema = OpenAPIV3.SchemaObject | OpenAPIV3.ReferenceObject

const pet = (name: string): Schema => ({
  type: 'object',
  required: [name],
  additionalProperties: false,
  properties: { [name]: { type: 'string', description: 'Only people read this.' } },
})

const contractOf = (schema: Schema): Contract => ({
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets': {
      post: {
        operationId: 'createPet',
        tags: ['pets'],
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: {},
      },
    },
  },
  components: {
    schemas: {
      Cat: pet('claws'),
      Dog: pet('bark'),
      Loud: { type: 'object', required: ['bark'] },
      // A reference in a composition of a shared schema.
      Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
    },
  },
  'x-problem-types': {},
})

/** The module of a tag, loaded from its text. The modules of these contracts import nothing. */
async function bodyValidator(contract: Contract): Promise<ValidateFunction> {
  const { 'pets.js': source = '' } = renderValidators(modelOf(contract))
  const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    createPet: { body: ValidateFunction }
  }
  return module.createPet.body
}

const cat = { $ref: '#/components/schemas/Cat' }
const dog = { $ref: '#/components/schemas/Dog' }
const loud = { $ref: '#/components/schemas/Loud' }

test.each<[what: string, schema: Schema, accepted: object[], refused: object[]]>([
  ['oneOf', { oneOf: [cat, dog] }, [{ claws: 'x' }, { bark: 'x' }], [{}, { claws: 1 }, { claws: 'x', bark: 'x' }]],
  ['anyOf', { anyOf: [cat, loud] }, [{ claws: 'x' }, { bark: 1, more: 1 }], [{}, { claws: 'x', more: 1 }]],
  ['allOf', { allOf: [dog, loud] }, [{ bark: 'x' }], [{}, { claws: 'x' }, { bark: 'x', more: 1 }]],
  ['oneOf in a shared schema', { $ref: '#/components/schemas/Pet' }, [{ claws: 'x' }], [{}, { claws: 1 }]],
  [
    'anyOf in allOf in a list',
    { type: 'array', items: { allOf: [loud, { anyOf: [dog, { not: dog }] }] } },
    [[{ bark: 'x' }], [{ bark: 1 }]],
    [[{}], [{ bark: 'x' }, { claws: 'x' }]],
  ],
])('%s is compiled with the schemas it refers to', async (_what, schema, accepted, refused) => {
  const validate = await bodyValidator(contractOf(schema))
  for (const requestBody of accepted) expect(validate({ requestBody }), JSON.stringify(requestBody)).toBe(true)
  for (const requestBody of refused) expect(validate({ requestBody }), JSON.stringify(requestBody)).toBe(false)
})

test('what an enum lists is data, also when it looks like a schema', () => {
  const value = { description: 'x', $ref: '#/components/schemas/Cat' }
  expect(renderValidators(modelOf(contractOf({ enum: [value] })))['pets.js']).toContain(
    `"enum":[${JSON.stringify(value)}]`,
  )
})

test.each(['double', 'float', 'int64', 'int32'])(
  'the format %s is an annotation, and its module is not loaded',
  async (format) => {
    const price: Schema = { type: 'number', format, minimum: 0, maximum: 10 }
    const contract = contractOf({ type: 'object', properties: { price } })
    expect(renderValidators(modelOf(contract))['pets.js']).not.toMatch(/ajv-formats|"format"/)
    const validate = await bodyValidator(contract)
    expect(validate({ requestBody: { price: 9.99 } })).toBe(true)
    expect(validate({ requestBody: { price: 11 } })).toBe(false)
  },
)

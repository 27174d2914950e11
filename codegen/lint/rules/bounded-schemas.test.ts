// The rule finds each kind of schema without its bound.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const name = 'things.yaml#/schemas/ThingInput/properties/name'
const labels = 'things.yaml#/schemas/ThingInput/properties/labels'
const parts = 'things.yaml#/schemas/ThingInput/properties/parts'
const number = `${parts}/items/properties/partNumber`
const size = 'things.yaml#/schemas/Thing/properties/size'
const limit = 'things.yaml#/parameters/limit/schema'

it.each([
  [name, 'maxLength'],
  [labels, 'maxProperties'],
  [`${labels}/additionalProperties`, 'maxLength'],
  [parts, 'maxItems'],
  [number, 'minimum'],
  [number, 'maximum'],
  [size, 'minimum'],
  [size, 'maximum'],
  [limit, 'maximum'],
])('finds that %s lacks %s', async (place, bound) => {
  expect(await findings({ [`${place}/${bound}`]: undefined })).toEqual([`contract/bounded-schemas ${place}`])
})

it('takes a format for a bound only where its length is fixed', async () => {
  expect(await findings({ 'things.yaml#/schemas/ThingId/format': 'uri-reference' })).toEqual([
    'contract/bounded-schemas things.yaml#/schemas/ThingId',
  ])
})

it.each([
  [name, { type: 'string', enum: ['A thing'], description: 'What it is called.' }],
  [number, { type: 'integer', enum: [1, 2], description: 'Its number.' }],
])('takes an enum for a bound of %s', async (place, schema) => {
  expect(await findings({ 'things.yaml#/schemas/Kind': schema, [place]: { $ref: '#/schemas/Kind' } })).toEqual([])
})

// The rule finds enums without a name: in members, items, maps and parameters.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const input = 'things.yaml#/schemas/ThingInput/properties'
const list = 'things.yaml#/paths/~1things/get'
const inline = { type: 'string', enum: ['A thing', 'b'], description: 'A kind.' }

it.each([
  `${input}/name`,
  `${input}/labels/additionalProperties`,
  `${input}/parts/items/properties/partNumber`,
  'things.yaml#/schemas/Thing/properties/thing',
])('finds the enum at %s', async (place) => {
  expect(await findings({ [place]: inline })).toContain(`contract/named-enums ${place}`)
})

it('finds the enum of a parameter', async () => {
  const parameter = { name: 'kind', in: 'query', description: 'Which things.', schema: inline }
  expect(await findings({ [`${list}/parameters/2`]: parameter })).toEqual([
    `contract/named-enums ${list}/parameters/2/schema`,
  ])
})

it('accepts an enum with a name, and the fixed value of a header', async () => {
  expect(
    await findings({ 'things.yaml#/schemas/Kind': inline, [`${input}/name`]: { $ref: '#/schemas/Kind' } }),
  ).toEqual([])
  const schema = { type: 'string', enum: ['"1"'] }
  expect(await findings({ 'things.yaml#/headers/ETag/schema': schema })).toEqual([])
})

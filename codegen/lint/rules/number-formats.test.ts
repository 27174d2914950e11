// The rule finds numbers that a smaller type of another language would change.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const size = 'things.yaml#/schemas/Thing/properties/size'
const number = 'things.yaml#/schemas/ThingInput/properties/parts/items/properties/partNumber'
const limit = 'things.yaml#/parameters/limit/schema'

it.each([undefined, 'float', 'int64'])('finds a number with the format %s', async (format) => {
  expect(await findings({ [`${size}/format`]: format })).toEqual([`contract/number-formats ${size}`])
})

it.each([
  ['maximum', 2 ** 31 - 1, 2 ** 31],
  ['minimum', -(2 ** 31), -(2 ** 31) - 1],
])('finds an integer without int64 whose %s leaves int32', async (bound, inside, outside) => {
  expect(await findings({ [`${number}/${bound}`]: inside })).toEqual([])
  const found = [`contract/number-formats ${number}`]
  expect(await findings({ [`${number}/${bound}`]: outside })).toEqual(found)
  expect(await findings({ [`${number}/${bound}`]: outside, [`${number}/format`]: 'int32' })).toEqual(found)
  expect(await findings({ [`${number}/${bound}`]: outside, [`${number}/format`]: 'int64' })).toEqual([])
})

it('finds a large integer among the values of an enum, and in a parameter', async () => {
  const kind = 'things.yaml#/schemas/Kind'
  const schema = { type: 'integer', enum: [1, 2 ** 31], description: 'Its kind.' }
  expect(await findings({ [kind]: schema, [number]: { $ref: '#/schemas/Kind' } })).toEqual([
    `contract/number-formats ${kind}`,
  ])
  expect(await findings({ [`${limit}/maximum`]: 2 ** 40 })).toEqual([`contract/number-formats ${limit}`])
})

it.each(['int32', 'int64'])('accepts %s where int32 is enough, and no other format', async (format) => {
  expect(await findings({ [`${number}/format`]: format })).toEqual([])
  expect(await findings({ [`${number}/format`]: 'double' })).toEqual([`contract/number-formats ${number}`])
})

// The rule finds members whose names are spelled otherwise than their schema says.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const thing = 'things.yaml#/schemas/Thing'
const part = 'things.yaml#/schemas/ThingInput/properties/parts/items'
const flag = { type: 'boolean', description: 'A flag.' }

it.each(['is_old', 'IsOld', 'is-old', '_old', '1old', 'is old'])('finds %s', async (name) => {
  for (const schema of [thing, part]) {
    const place = `${schema}/properties/${name}`
    expect(await findings({ [place]: flag })).toEqual([`contract/member-names ${place}`])
  }
})

it('accepts the names of an RFC where the schema says so, and no others there', async () => {
  const snake = { [`${thing}/x-member-names`]: 'snake_case' }
  expect(await findings({ ...snake, [`${thing}/properties/is_old`]: flag })).toEqual([])
  for (const name of ['isOld', 'is__old', 'is_', '_is', 'IS_OLD']) {
    const place = `${thing}/properties/${name}`
    expect(await findings({ ...snake, [place]: flag })).toEqual([`contract/member-names ${place}`])
  }
  const inside = `${part}/properties/is_old`
  expect(await findings({ 'things.yaml#/schemas/ThingInput/x-member-names': 'snake_case', [inside]: flag })).toEqual([
    `contract/member-names ${inside}`,
  ])
})

it.each(['kebab-case', 'toString', 1, null])('finds the unknown spelling %j', async (spelling) => {
  const place = `${thing}/x-member-names`
  expect(await findings({ [place]: spelling })).toEqual([`contract/member-names ${place}`])
})

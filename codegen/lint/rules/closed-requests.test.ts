// The rule finds open objects anywhere in a request.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const input = 'things.yaml#/schemas/ThingInput'
const part = `${input}/properties/parts/items`
const shared = { $ref: '#/schemas/Name' }

it.each([input, part])('finds the open object %s in a request', async (place) => {
  const found = [`contract/closed-requests ${place}`]
  expect(await findings({ [`${place}/additionalProperties`]: undefined })).toEqual(found)
  expect(await findings({ [`${place}/additionalProperties`]: true })).toEqual(found)
})

it.each([
  ['a member', `${input}/properties/owner`],
  ['an item', part],
  ['the values of a map', `${input}/properties/labels/additionalProperties`],
])('finds an open object that %s refers to', async (_, place) => {
  const example = 'things.yaml#/paths/~1things/post/requestBody/content/application~1json/examples/least/value/labels'
  expect(await findings({ [place]: shared, [example]: {} })).toEqual([
    'contract/closed-requests things.yaml#/schemas/Name',
  ])
})

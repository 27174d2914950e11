// The rule finds members and shared schemas without a description.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

it.each([
  'things.yaml#/schemas/Thing',
  'things.yaml#/schemas/ThingId',
  'things.yaml#/schemas/Problem',
  'things.yaml#/schemas/Thing/properties/name',
  'things.yaml#/schemas/ThingInput/properties/labels/additionalProperties',
  'things.yaml#/schemas/ThingInput/properties/parts/items',
])('finds that %s has no description', async (place) => {
  const found = [`contract/described-schemas ${place}`]
  expect(await findings({ [`${place}/description`]: undefined })).toEqual(found)
  expect(await findings({ [`${place}/description`]: ' ' })).toEqual(found)
})

it('finds it for a member that is called schema', async () => {
  const place = 'things.yaml#/schemas/Thing/properties/schema'
  expect(await findings({ [place]: { type: 'boolean' } })).toEqual([`contract/described-schemas ${place}`])
})

// The rule finds null where it does not stand for an absent body, and optional bodies that may not be null.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const input = 'things.yaml#/schemas/ThingInput'
const body = 'things.yaml#/paths/~1things/post/requestBody'

it.each([`${input}/properties/name`, `${input}/properties/labels/additionalProperties`, input])(
  'finds null at %s',
  async (place) => {
    expect(await findings({ [`${place}/nullable`]: true })).toEqual([`contract/null-bodies ${place}/nullable`])
  },
)

it.each([undefined, false])('finds an optional body (required: %s) that may not be null', async (required) => {
  expect(await findings({ [`${body}/required`]: required })).toEqual([`contract/null-bodies ${input}`])
  expect(await findings({ [`${body}/required`]: required, [`${input}/nullable`]: true })).toEqual([])
})

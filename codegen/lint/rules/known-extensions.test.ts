// The rule finds misspelt and misplaced extensions.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

it.each([
  'openapi.yaml#/x-problem-type',
  'openapi.yaml#/tags/0/x-display-name',
  'openapi.yaml#/info/x-logo',
  'things.yaml#/paths/~1things/x-agents',
  'things.yaml#/paths/~1things/get/x-agent',
  'things.yaml#/schemas/Thing/x-pagination',
  'things.yaml#/parameters/limit/x-anything',
])('finds %s', async (place) => {
  expect(await findings({ [place]: {} })).toEqual([`contract/known-extensions ${place}`])
})

it('leaves names alone that begin like an extension', async () => {
  const example = 'things.yaml#/paths/~1things/post/requestBody/content/application~1json/examples/least/value/labels'
  expect(await findings({ [`${example}/x-label`]: 'b' })).toEqual([])
})

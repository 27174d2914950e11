// The rule finds wrong examples of headers.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

it.each([
  ['Retry-After', 61],
  ['Retry-After', '2'],
  ['Location', 'x'.repeat(101)],
])('finds the wrong example of %s: %j', async (header, example) => {
  const place = `things.yaml#/headers/${header}/example`
  expect(await findings({ [place]: example })).toEqual([`contract/valid-header-examples ${place}`])
})

it('checks formats, and schemas that are referred to', async () => {
  const place = 'things.yaml#/headers/ETag'
  expect(await findings({ [`${place}/schema`]: { $ref: '#/schemas/ThingId' } })).toEqual([
    `contract/valid-header-examples ${place}/example`,
  ])
})

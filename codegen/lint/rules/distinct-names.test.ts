// The rule finds components whose types would have one name.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const part = 'things.yaml#/schemas/Thing/properties/part'
const text = { type: 'string', maxLength: 10, description: 'A text.' }
const parameter = { name: 'part', in: 'query', description: 'Which part.', schema: text }

it.each(['Part', 'part', 'PART', 'pa-rt', 'pa_rt'])('finds the parameter Part beside the schema %s', async (name) => {
  const found = await findings({
    'things.yaml#/parameters/Part': parameter,
    [`${list}/parameters/2`]: { $ref: '#/parameters/Part' },
    [`things.yaml#/schemas/${name}`]: text,
    [part]: { $ref: `#/schemas/${name}` },
  })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^contract\/distinct-names things\.yaml#\/(parameters\/Part|schemas\/)/)
})

it('finds two schemas that differ only in case, and a schema with the name of a response', async () => {
  expect(await findings({ 'things.yaml#/schemas/Thingid': text, [part]: { $ref: '#/schemas/Thingid' } })).toHaveLength(
    1,
  )
  const response = { description: 'Refused.', content: {} }
  expect(
    await findings({
      'things.yaml#/responses/Part': response,
      [`${list}/responses/404`]: { $ref: '#/responses/Part' },
      'things.yaml#/schemas/Part': text,
      [part]: { $ref: '#/schemas/Part' },
    }),
  ).toContainEqual(expect.stringMatching(/^contract\/distinct-names /))
})

it('accepts a parameter with another name than its schema', async () => {
  expect(
    await findings({
      'things.yaml#/parameters/PartInQuery': parameter,
      [`${list}/parameters/2`]: { $ref: '#/parameters/PartInQuery' },
      'things.yaml#/schemas/Part': text,
      [part]: { $ref: '#/schemas/Part' },
    }),
  ).toEqual([])
})

// The rule finds inputs that an assistant cannot fill in; arrays only for the platforms that take none.
import { expect, it } from 'vitest'
import { findings, type Edits } from '../testing/findings.ts'

const create = 'things.yaml#/paths/~1things/post'
const list = 'things.yaml#/paths/~1things/get'
const input = 'things.yaml#/schemas/ThingInput'
const parts = `${input}/properties/parts`
const part = { type: 'integer', minimum: 1, maximum: 9, description: 'A part.' }

/** The operation that takes a body is offered; its array holds numbers. */
const offering = (to: string[], edits: Edits = {}): Edits => ({
  [`${create}/x-agents`]: to,
  [`${parts}/items`]: part,
  ...edits,
})

it.each([['amazon-q'], ['quick']])('finds an array that %s is offered', async (platform) => {
  expect(await findings(offering([platform]))).toEqual([`contract/agent-inputs ${parts}`])
})

it('accepts an array of plain values for the others, and a map', async () => {
  expect(await findings(offering(['agentcore', 'm365', 'mcp', 'assistant']))).toEqual([])
})

it('finds an array of objects for every platform', async () => {
  expect(await findings({ [`${create}/x-agents`]: ['mcp'] })).toEqual([`contract/agent-inputs ${parts}/items`])
})

const object = { type: 'object', description: 'Deep.', maxProperties: 2, additionalProperties: part }
it.each<[what: string, edits: Edits, place: string]>([
  [
    'objects in a map',
    {
      [`${input}/properties/labels/additionalProperties`]: object,
      [`${create}/requestBody/content/application~1json/examples/least/value/labels`]: { a: { b: 1 } },
    },
    `${input}/properties/labels/additionalProperties`,
  ],
  [
    'an object in an object',
    {
      [`${input}/properties/labels`]: {
        type: 'object',
        description: 'Labels.',
        additionalProperties: false,
        properties: { a: object },
      },
      [`${create}/requestBody/content/application~1json/examples/least/value/labels`]: { a: { b: 1 } },
    },
    `${input}/properties/labels/properties/a`,
  ],
  ['a choice', { [`${input}/properties/name/not`]: part }, `${input}/properties/name/not`],
  ['a choice in an array', { [`${parts}/items`]: { ...part, anyOf: [part] } }, `${parts}/items/anyOf`],
  ['a choice for the whole body', { [`${input}/oneOf`]: [part] }, `${input}/oneOf`],
  ['a cycle', { [`${input}/properties/parent`]: { $ref: '#/schemas/ThingInput' } }, input],
  ['a body that is no object', { [`${input}/type`]: 'string' }, input],
  ['a list of types', { [`${input}/properties/name/type`]: ['string', 'null'] }, `${input}/properties/name/type`],
])('finds %s', async (_, edits, place) => {
  expect(await findings(offering(['mcp'], edits))).toContain(`contract/agent-inputs ${place}`)
})

it('finds a choice in a parameter', async () => {
  const place = 'things.yaml#/parameters/limit/schema/not'
  expect(await findings({ [place]: { type: 'integer', description: 'No.' } })).toContain(
    `contract/agent-inputs ${place}`,
  )
})

it('finds a member of a body once, however many operations take it', async () => {
  const post = { [`${list}/x-agents`]: ['mcp'], 'things.yaml#/paths/~1things~1{thingId}/delete/x-agents': ['mcp'] }
  const place = 'things.yaml#/parameters/thingIdInPath/schema'
  const edits = { ...post, [place]: { type: 'array', maxItems: 2, items: part, description: 'Ids.' } }
  const found = await findings({ ...edits, 'things.yaml#/paths/~1things~1{thingId}/get/x-agents': ['quick'] })
  expect(found.filter((finding) => finding === `contract/agent-inputs ${place}`)).toHaveLength(1)
})

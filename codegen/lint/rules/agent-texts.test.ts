// The rule finds operations, parameters and members without a description, and texts that are too long.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const create = 'things.yaml#/paths/~1things/post'
const input = 'things.yaml#/schemas/ThingInput'

it.each([
  [`${list}/description`, list],
  ['things.yaml#/parameters/limit/description', 'things.yaml#/parameters/limit'],
])('finds %s to be missing', async (place, owner) => {
  expect(await findings({ [place]: undefined })).toContain(`contract/agent-texts ${owner}`)
})

it.each([`${input}/properties/name`, `${input}/properties/labels/additionalProperties`])(
  'finds %s without a description, in the body of an offered operation alone',
  async (place) => {
    const found = `contract/agent-texts ${place}`
    expect(await findings({ [`${place}/description`]: '', [`${create}/x-agents`]: ['mcp'] })).toContain(found)
    expect(await findings({ [`${place}/description`]: '' })).not.toContain(found)
  },
)

it('finds a text of more than 4,000 characters', async () => {
  expect(await findings({ [`${list}/description`]: 'x'.repeat(4000) })).toEqual([])
  expect(await findings({ [`${list}/description`]: 'x'.repeat(4001) })).toEqual([
    `contract/agent-texts ${list}/description`,
  ])
})

it('finds such a text for the model in the marking', async () => {
  const marked = (length: number) =>
    findings({ [`${list}/x-agents`]: { to: ['mcp'], description: 'x'.repeat(length) } })
  expect(await marked(4000)).toEqual([])
  expect(await marked(4001)).toEqual([`contract/agent-texts ${list}/x-agents/description`])
})

// The rule finds names that a host of assistants refuses, on offered operations alone.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const create = 'things.yaml#/paths/~1things/post'
const found = [`contract/agent-names ${list}/operationId`]

it.each([`list${'Things'.repeat(7)}`, 'list-things', 'list.things', 'thingsList', 'listing'])(
  'finds the operationId %j',
  async (operationId) => {
    expect(await findings({ [`${list}/operationId`]: operationId })).toEqual(expect.arrayContaining(found))
  },
)

it('accepts 40 characters', async () => {
  expect(await findings({ [`${list}/operationId`]: `listA${'thing'.repeat(7)}` })).toEqual([])
})

it('leaves operations alone that no assistant is offered', async () => {
  const edits = { [`${list}/operationId`]: `list${'Things'.repeat(7)}`, [`${list}/x-agents`]: undefined }
  expect(await findings(edits)).toEqual([])
})

it.each([
  ['body', 'name'],
  ['header', 'Idempotency-Key'],
])('finds a query parameter with the name of an argument in the %s', async (_, other) => {
  const name = other === 'name' ? 'name' : 'idempotencyKey'
  const twin = { name, in: 'query', description: 'Twin.', schema: { type: 'string', maxLength: 3 } }
  const edits = { [`${create}/parameters/1`]: twin, [`${create}/x-agents`]: ['mcp'] }
  const parts = {
    'things.yaml#/schemas/ThingInput/properties/parts/items': {
      type: 'integer',
      minimum: 1,
      maximum: 9,
      description: 'A part.',
    },
  }
  expect(await findings({ ...edits, ...parts })).toEqual([`contract/agent-names ${create}`])
})

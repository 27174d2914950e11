// The rule finds answers that are no object, contain themselves, or have a list of types.
import { expect, it } from 'vitest'
import { findings, type Edits } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const answer = `${list}/responses/200/content/application~1json`
const schemas = 'things.yaml#/schemas'

it.each<[what: string, edits: Edits, place: string]>([
  [
    'an array',
    {
      [`${answer}/schema`]: { type: 'array', maxItems: 2, description: 'Things.', items: { $ref: '#/schemas/Thing' } },
    },
    `${answer}/schema`,
  ],
  ['a text', { [`${schemas}/ThingList/type`]: 'string' }, `${schemas}/ThingList`],
  ['a cycle', { [`${schemas}/Thing/properties/parent`]: { $ref: '#/schemas/Thing' } }, `${schemas}/Thing`],
  [
    'a list of types',
    { [`${schemas}/Thing/properties/name/type`]: ['string', 'null'] },
    `${schemas}/Thing/properties/name/type`,
  ],
])('finds %s', async (_, edits, place) => {
  expect(await findings(edits)).toContain(`contract/agent-answers ${place}`)
  expect(await findings({ ...edits, [`${list}/x-agents`]: undefined })).not.toContain(`contract/agent-answers ${place}`)
})

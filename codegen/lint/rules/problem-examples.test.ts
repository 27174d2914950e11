// The rule finds examples of errors that contradict the problem types.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const media = 'things.yaml#/responses/404/content/application~1problem+json'
const found = 'contract/problem-examples things.yaml#/responses/404'

it.each([
  ['type', '/docs/problems/not-there'],
  ['type', 'not-found'],
  ['title', 'Nothing'],
  ['status', 410],
  ['error', 'Nothing'],
  ['message', 'Nothing.'],
])('finds the wrong %s %j, once for each operation that refers to it', async (member, value) => {
  expect(await findings({ [`${media}/example/${member}`]: value })).toEqual([found, found])
})

it('finds an error that stands under the status of another', async () => {
  const place = 'things.yaml#/paths/~1about.json/get/responses/409'
  expect(await findings({ [place]: { $ref: '#/responses/404' } })).toEqual([found])
})

it('looks at named examples too', async () => {
  const edits = { [`${media}/example`]: undefined, [`${media}/examples`]: { gone: { value: { title: 'Gone' } } } }
  expect(await findings(edits)).toEqual([found, found])
})

// The rule finds pages that lack one of their signs.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const page = 'things.yaml#/schemas/ThingList/properties'
const example = `${list}/responses/200/content/application~1json/example`

it.each([
  ['x-pagination', { [`${list}/x-pagination`]: undefined }],
  ['nextCursor', { [`${page}/nextCursor`]: undefined, [`${example}/nextCursor`]: undefined }],
  ['limit', { 'things.yaml#/parameters/limit/name': 'count' }],
  ['cursor', { 'things.yaml#/parameters/cursor/name': 'position' }],
])('finds pages without %s', async (_, edits) => {
  expect(await findings(edits)).toEqual([`contract/pagination ${list}`])
})

it.each([
  { items: 'thing' },
  { items: 'nextCursor' },
  { items: 3 },
  { items: 'things', limit: 10 },
  'things',
  null,
  [],
])('finds that x-pagination does not name an array: %j', async (extension) => {
  expect(await findings({ [`${list}/x-pagination`]: extension })).toEqual([`contract/pagination ${list}/x-pagination`])
})

// The rule finds each missing status, and each status that the operation cannot answer.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const create = 'things.yaml#/paths/~1things/post'
const get = 'things.yaml#/paths/~1things~1{thingId}/get'
const remove = 'things.yaml#/paths/~1things~1{thingId}/delete'
const name = 'things.yaml#/paths/~1names~1{name}'
const about = 'things.yaml#/paths/~1about.json/get'

it.each([
  [about, 400],
  [about, 429],
  [about, 431],
  [about, 500],
  [list, 401],
  [list, 403],
  [`${name}/put`, 403],
  [get, 404],
  [get, 304],
  [list, 503],
  [list, 504],
  [`${name}/put`, 503],
  [`${name}/put`, 504],
])('finds that %s lacks %d', async (operation, status) => {
  expect(await findings({ [`${operation}/responses/${status}`]: undefined })).toEqual([
    `contract/documented-statuses ${operation}/responses`,
  ])
})

it.each([
  [remove, 412],
  [create, 413],
  [create, 415],
  [create, 422],
])('finds that %s, alone in answering it, lacks %d', async (operation, status) => {
  const definition = `things.yaml#/responses/${status}`
  expect(await findings({ [`${operation}/responses/${status}`]: undefined, [definition]: undefined })).toEqual([
    `contract/documented-statuses ${operation}/responses`,
  ])
})

it.each([
  [about, 401],
  [about, 503],
  [about, 504],
  [list, 412],
  [list, 413],
  [list, 415],
  [list, 422],
])('finds that %s cannot answer %d', async (operation, status) => {
  expect(await findings({ [`${operation}/responses/${status}`]: { $ref: `#/responses/${status}` } })).toEqual([
    `contract/documented-statuses ${operation}/responses/${status}`,
  ])
})

it('finds that a 304 is not for an operation without If-None-Match', async () => {
  const response = { description: 'Not changed.', headers: { ETag: { $ref: '#/headers/ETag' } } }
  expect(await findings({ [`${list}/responses/304`]: response })).toEqual([
    `contract/documented-statuses ${list}/responses/304`,
  ])
})

it('wants a 404 of a path with a parameter, unless its PUT creates what the path names', async () => {
  const media = { schema: { $ref: '#/schemas/Name' }, example: { name: 'a' } }
  const update = {
    [`${name}/put/responses/201`]: undefined,
    [`${name}/put/responses/200`]: { description: 'The name.', content: { 'application/json': media } },
  }
  expect(await findings(update)).toEqual([`contract/documented-statuses ${name}/put/responses`])
})

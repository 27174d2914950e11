// The rule finds statuses without a header that a client needs.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const create = 'things.yaml#/paths/~1things/post'
const get = 'things.yaml#/paths/~1things~1{thingId}/get'
const accepted = {
  description: 'Accepted.',
  content: { 'application/json': { schema: { $ref: '#/schemas/Name' }, example: { name: 'a' } } },
}

it.each([
  ['Location of a 201', { [`${create}/responses/201/headers/Location`]: undefined }, `${create}/responses/201`],
  ['all headers of a 201', { [`${create}/responses/201/headers`]: undefined }, `${create}/responses/201`],
  ['ETag of a 304', { [`${get}/responses/304/headers`]: {} }, `${get}/responses/304`],
  ['Location of a 202', { [`${create}/responses/202`]: accepted }, `${create}/responses/202`],
])('finds the missing %s', async (_, edits, place) => {
  expect(await findings(edits)).toContain(`contract/response-headers ${place}`)
})

it.each([
  ['401', 'WWW-Authenticate'],
  ['429', 'Retry-After'],
  ['503', 'Retry-After'],
])('finds that a shared %s lacks %s, once', async (status, name) => {
  const found = await findings({ [`things.yaml#/responses/${status}/headers/${name}`]: undefined })
  expect(found.filter((finding) => finding.startsWith('contract/response-headers'))).toEqual([
    `contract/response-headers things.yaml#/responses/${status}`,
  ])
})

// Errors of another media type are found.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const about = 'things.yaml#/paths/~1about.json/get/responses'
const media = { schema: { $ref: '#/schemas/Name' }, example: { name: 'a' } }

it.each([
  ['no body', { description: 'No.' }],
  ['plain JSON', { description: 'No.', content: { 'application/json': media } }],
])('finds an error with %s', async (_, response) => {
  expect(await findings({ [`${about}/409`]: response })).toEqual([`frontdesk/problem-responses ${about}/409`])
})

it('finds an error that has another media type besides', async () => {
  const place = 'things.yaml#/responses/412'
  expect(await findings({ [`${place}/content/application~1json`]: media })).toEqual([
    'frontdesk/problem-responses things.yaml#/paths/~1things~1{thingId}/delete/responses/412',
  ])
})

it('finds a success that is a problem', async () => {
  expect(await findings({ [`${about}/200/content`]: { 'application/problem+json': media } })).toContain(
    `frontdesk/problem-responses ${about}/200`,
  )
})

// The rule finds responses with a media type that does not belong to their status.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const about = 'things.yaml#/paths/~1about.json/get/responses'
const get = 'things.yaml#/paths/~1things~1{thingId}/get/responses'
const put = 'things.yaml#/paths/~1names~1{name}/put/responses'
const remove = 'things.yaml#/paths/~1things~1{thingId}/delete/responses'
const media = { schema: { $ref: '#/schemas/Name' }, example: { name: 'a' } }

const stream = { ...media, 'x-event-stream': { end: 'done', failure: 'error' } }

it('takes a stream of events, whose schema is that of one event', async () => {
  const response = { description: 'Events.', content: { 'text/event-stream': stream } }
  // The example is no stream: the rule event-streams says so.
  const found = await findings({ [`${about}/200`]: response })
  expect(found.filter((finding) => finding.startsWith('contract/response-media-types'))).toEqual([])
})

it.each([
  [`${about}/409`, { description: 'An error without a body.' }],
  [`${about}/409`, { description: 'An error in plain JSON.', content: { 'application/json': media } }],
  [`${about}/200`, { description: 'A success in another type.', content: { 'text/plain': media } }],
  [`${about}/200`, { description: 'A success that is a problem.', content: { 'application/problem+json': media } }],
  [`${about}/200`, { description: 'A stream without the extension.', content: { 'text/event-stream': media } }],
  [`${about}/200`, { description: 'A stream in JSON.', content: { 'application/json': stream } }],
  [`${put}/202`, { description: 'A success without a body.', headers: { Location: { $ref: '#/headers/Location' } } }],
  [`${remove}/204`, { description: 'A body where there is none.', content: { 'application/json': media } }],
])('finds that %s is %j', async (place, response) => {
  const found = await findings({ [place]: response })
  expect(found.filter((finding) => !finding.startsWith('contract/event-streams'))).toEqual([
    `contract/response-media-types ${place}`,
  ])
})

it.each([
  ['things.yaml#/responses/412/content/application~1json', media, `${remove}/412`],
  [`${get}/304/content`, { 'application/json': media }, `${get}/304`],
])('finds the media type %s', async (place, value, found) => {
  expect(await findings({ [place]: value })).toEqual([`contract/response-media-types ${found}`])
})

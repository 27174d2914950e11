// The rule finds missing ETags.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const create = 'things.yaml#/paths/~1things/post/responses/201'
const get = 'things.yaml#/paths/~1things~1{thingId}/get'

it('finds an answer to a conditional request without an ETag', async () => {
  const untagged = { [`${get}/responses/200/headers`]: {}, [`${create}/headers/ETag`]: undefined }
  expect(await findings(untagged)).toEqual([`contract/etags ${get}/responses/200`])
})

it('finds an item that is answered with its ETag elsewhere', async () => {
  expect(await findings({ [`${create}/headers/ETag`]: undefined })).toEqual([`contract/etags ${create}`])
})

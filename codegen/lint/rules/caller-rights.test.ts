// The rule finds operations that write, or hand out the right to write, for callers who may only read.
import { expect, it } from 'vitest'
import { findings, type Edits } from '../testing/findings.ts'

const get = 'things.yaml#/paths/~1things~1{thingId}/get'
const put = 'things.yaml#/paths/~1names~1{name}/put'
const read = [{ cognito: ['frontdesk/read'] }]
const write = [{ cognito: ['frontdesk/write'] }]
const answer = `${get}/responses/200/content/application~1json`
const url = { type: 'string', format: 'uri', maxLength: 100, description: 'Where.' }

/** An answer with a URL, and the method to use with it. */
const handsOut = (method: string): Edits => ({
  'things.yaml#/schemas/Method': { type: 'string', enum: [method], description: 'How.' },
  'things.yaml#/schemas/Link': {
    type: 'object',
    description: 'A link.',
    properties: { url, method: { $ref: '#/schemas/Method' } },
  },
  [`${answer}/schema`]: { $ref: '#/schemas/Link' },
  [`${answer}/example`]: { url: 'https://a.example', method },
})

it.each<[what: string, edits: Edits]>([
  ['hands out an upload', { [`${get}/x-sdk`]: { upload: true } }],
  ['hands out a URL to write to', handsOut('PUT')],
])('finds a GET that %s and is read-scoped, or open', async (_, edits) => {
  const found = [`contract/caller-rights ${get}/security`]
  expect(await findings(edits)).toEqual(found)
  expect(await findings({ ...edits, [`${get}/security`]: [] })).toEqual(expect.arrayContaining(found))
  expect(await findings({ ...edits, [`${get}/security`]: write })).toEqual([])
})

it('accepts a read-scoped GET that hands out a URL to read from', async () => {
  expect(await findings(handsOut('GET'))).toEqual([])
})

it.each(['201', '202'])('finds a GET that answers %s', async (status) => {
  const edits = { [`${get}/responses/${status}`]: { $ref: '#/responses/400' } }
  expect(await findings(edits)).toContain(`contract/caller-rights ${get}/security`)
})

it('finds a GET with If-Match', async () => {
  const edits = { [`${get}/parameters/1`]: { $ref: '#/parameters/If-Match' } }
  expect(await findings(edits)).toContain(`contract/caller-rights ${get}/security`)
})

it('finds a read-scoped PUT, and one that says nothing of its callers', async () => {
  expect(await findings({ [`${put}/security`]: read })).toContain(`contract/caller-rights ${put}/security`)
  expect(await findings({ [`${put}/security`]: undefined })).toContain(`contract/caller-rights ${put}`)
})

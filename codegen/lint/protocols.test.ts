// An operation that speaks a protocol is judged by what the protocol needs, and by the house's rules for all else.
import { expect, it } from 'vitest'
import { findings, type Edits } from './testing/findings.ts'

const create = 'things.yaml#/paths/~1things/post'
const input = 'things.yaml#/schemas/ThingInput'
const answer = { 'application/json': { schema: { $ref: '#/schemas/Name' }, example: { name: 'a' } } }
const problem = {
  'application/problem+json': {
    schema: { $ref: '#/schemas/Problem' },
    example: {
      type: '/docs/problems/invalid-request',
      title: 'Invalid request',
      status: 400,
      detail: 'No.',
      error: 'Invalid request',
      message: 'No.',
    },
  },
}
const callers = [{ cognito: ['frontdesk/read'] }, { cognito: ['frontdesk/write'] }]

/** The operation that creates speaks JSON-RPC, with all that the protocol needs. */
const speaking: Edits = {
  [`${create}/x-protocol`]: 'json-rpc',
  [`${create}/security`]: callers,
  [`${input}/additionalProperties`]: true,
  [`${create}/responses/202`]: { description: 'A notification has no answer.' },
  [`${create}/responses/400`]: {
    description: 'An error in a message, or a problem.',
    content: { ...answer, ...problem },
  },
  [`${create}/responses/404`]: { description: 'An error in a message.', content: answer },
}

it('accepts what JSON-RPC needs', async () => {
  expect(await findings(speaking)).toEqual([])
})

it('finds the same in an operation without the protocol', async () => {
  const { [`${create}/x-protocol`]: _, ...rest } = speaking
  expect((await findings(rest)).sort()).toEqual(
    [
      `contract/caller-rights ${create}/security`,
      `contract/closed-requests ${input}`,
      `contract/response-headers ${create}/responses/202`,
      `contract/response-media-types ${create}/responses/202`,
      `contract/response-media-types ${create}/responses/400`,
      `contract/response-media-types ${create}/responses/404`,
    ].sort(),
  )
})

it.each<[what: string, changes: Edits, found: string]>([
  ['the callers of a write', { [`${create}/security`]: [{ cognito: ['frontdesk/read'] }] }, 'contract/caller-rights'],
  ['anyone', { [`${create}/security`]: [] }, 'contract/caller-rights'],
  ['a body in a 202', { [`${create}/responses/202/content`]: answer }, 'contract/response-media-types'],
  ['a problem as 404', { [`${create}/responses/404/content`]: problem }, 'contract/response-media-types'],
  [
    'plain JSON as 401',
    { [`${create}/responses/401`]: { description: 'No.', content: answer } },
    'contract/response-media-types',
  ],
  [
    'a 401 without its header',
    { [`${create}/responses/401`]: { description: 'No.', content: problem } },
    'contract/response-headers',
  ],
  ['no 413', { [`${create}/responses/413`]: undefined }, 'contract/documented-statuses'],
])('still finds %s', async (_, changes, rule) => {
  const found = await findings({ ...speaking, ...changes })
  expect(found.some((finding) => finding.startsWith(`${rule} things.yaml#/paths/~1things/post`))).toBe(true)
})

// The rule finds markings that nothing can read, and operations that no assistant may or can call.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const remove = 'things.yaml#/paths/~1things~1{thingId}/delete'
const name = 'things.yaml#/paths/~1names~1{name}/put'
const marking = `${list}/x-agents`
const found = (place: string) => [`contract/agents ${place}`]

it.each<[value: unknown, place?: string]>([
  ['amazon-q'],
  [[]],
  [['amazon-queue']],
  [['quick', 'quick']],
  [true],
  [null],
  [{}],
  [{ description: 'Lists things.' }],
  [{ to: [] }, `${marking}/to`],
  [{ to: ['bedrock'] }, `${marking}/to`],
  [{ to: ['quick'], description: ' ' }, `${marking}/description`],
  [{ to: ['quick'], kind: 'write' }, `${marking}/kind`],
  [{ to: ['quick'], confirm: 'yes' }, `${marking}/confirm`],
  [{ to: ['quick'], confirmation: true }, `${marking}/confirmation`],
  [['m365', 'assistant']],
  [{ to: ['m365'] }],
])('finds x-agents: %j', async (value, place = marking) => {
  expect(await findings({ [marking]: value })).toEqual(found(place))
})

it.each([
  ['a list', ['mcp']],
  ['an object', { to: ['amazon-q', 'quick', 'agentcore', 'm365', 'mcp', 'assistant'] }],
  ['everything', { to: ['quick'], description: 'All things.', kind: 'update', confirm: true }],
])('accepts %s', async (_, value) => {
  expect(await findings({ [marking]: value })).toEqual([])
})

it('finds an operation that asks for an API key, in any alternative', async () => {
  expect(await findings({ [`${name}/x-agents`]: ['mcp'] })).toEqual(found(`${name}/x-agents`))
  const security = [{ cognito: ['frontdesk/read'] }, { apiKey: [] }]
  expect(await findings({ [`${list}/security`]: security })).toContain(found(marking)[0])
})

it.each(['chat', 'getOpenApi', 'mcp'])('finds %s, which redocly.yaml excludes', async (operationId) => {
  expect(await findings({ [`${list}/operationId`]: operationId })).toContain(found(marking)[0])
})

it('finds a delete without consent, and a DELETE of another kind', async () => {
  const [confirm, kind] = [`${remove}/x-agents/confirm`, `${remove}/x-agents/kind`]
  expect(await findings({ [`${remove}/x-agents`]: { to: ['mcp'], confirm: false } })).toEqual(found(confirm))
  expect(await findings({ [`${remove}/x-agents`]: { to: ['mcp'], kind: 'update' } })).toEqual(found(kind))
  expect(await findings({ [marking]: { to: ['mcp'], kind: 'delete', confirm: false } })).toEqual(
    found(`${marking}/confirm`),
  )
  expect(await findings({ [`${remove}/x-agents`]: ['mcp'] })).toEqual([])
})

// The rule finds streams whose events a client could not tell apart, or that would have no end.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const place = 'things.yaml#/paths/~1about.json/get/responses/200'

const event = (type: string | string[], members: object = {}, required: string[] = []) => ({
  type: 'object',
  description: 'An event.',
  required: ['type', ...required],
  properties: {
    type: { type: 'string', enum: [type].flat(), 'x-enum-varnames': [type].flat(), description: 'Which one.' },
    ...members,
  },
})
const problem = { problem: { $ref: 'problem.yaml#/schemas/Problem' } }
const failed = event('failed', problem, ['problem'])

const streamOf = (...oneOf: object[]) => ({
  description: 'Events.',
  content: {
    'text/event-stream': {
      'x-event-stream': { end: 'done', failure: 'failed' },
      schema: { type: 'object', 'x-event': true, description: 'An event.', oneOf },
      example: { type: 'done' },
    },
  },
})

/** Inline schemas of events are no fault of this rule. */
const found = async (response: object) =>
  (await findings({ [place]: response })).filter((finding) => finding.startsWith('contract/event-streams'))

it('takes events that differ by their type, of which one ends the stream and one has a problem', async () => {
  expect(await found(streamOf(event('piece'), event('done'), failed))).toEqual([])
})

it.each([
  ['no union', []],
  ['an event without a type', [event('done'), failed, { type: 'object', description: 'Untyped.' }]],
  ['an event whose type need not be there', [event('done'), failed, { ...event('piece'), required: [] }]],
  ['an event of two types', [event('done'), failed, event(['piece', 'part'])]],
  ['two events of one type', [event('done'), failed, event('done')]],
  ['no event that ends the stream', [event('piece'), failed]],
  ['no event of a failure', [event('piece'), event('done')]],
  ['a failure without a problem', [event('piece'), event('done'), event('failed')]],
])('finds %s', async (_what, events) => {
  expect(await found(streamOf(...events))).toEqual([
    `contract/event-streams ${place}/content/text~1event-stream/schema`,
  ])
})

// Each kind of failure of a step is one plain sentence.
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import type { Check, ExecutedStep } from './respect.ts'
import { failuresOf } from './sentence.ts'

const model = modelOf({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: { '/things/{id}': { get: { operationId: 'getThing', responses: {} } } },
} satisfies Contract)
const steps = [
  { stepId: 'get', operationId: 'getThing' },
  { stepId: 'send', 'x-operation': { url: '$steps.get.outputs.url', method: 'put' } },
]
const journey = {
  name: 'thing',
  file: 'thing.yaml',
  inputs: [],
  document: { info: { title: 'A thing' }, workflows: [{ workflowId: 'thing', steps }] },
}

const executed = (step: Partial<ExecutedStep>): ExecutedStep => ({
  workflowId: 'thing',
  stepId: 'get',
  status: 'error',
  response: { statusCode: 200 },
  checks: [],
  ...step,
})
const failed = (check: Partial<Check>): Check => ({
  name: 'success criteria check',
  passed: false,
  message: '',
  ...check,
})
const passed = executed({ status: 'success' })
const sentence = (check: Partial<Check>, response?: ExecutedStep['response']) =>
  failuresOf(model, journey, [executed({ checks: [failed(check)], ...(response && { response }) })])[0]?.replace(
    'A thing, step get: getThing (GET /things/{id}) ',
    '',
  )

const schemaMessage = `
TYPE must be string

  1 | {
> 2 |   "eventId": 7
    |              ^ 👈🏽  type must be string
  3 | }
`

test.each([
  ['a status', { condition: '$statusCode == 200' }, { statusCode: 503 }, 'answered 503, not 200.'],
  [
    'a status with a problem',
    { condition: '$statusCode == 200' },
    { statusCode: 503, body: { title: 'Unavailable', detail: 'Come again.' }, headers: { 'x-request-id': 'r-1' } },
    'answered 503, not 200 (request r-1): Unavailable. Come again.',
  ],
  [
    'a value',
    { condition: "$response.body#/files/0/name == 'a.txt'" },
    { statusCode: 200, body: { files: [{ name: 'b.txt' }] } },
    'answered 200, but `files.0.name` in its answer is "b.txt", not \'a.txt\'.',
  ],
  [
    'a member that is missing',
    { condition: "$response.body#/name == 'a'" },
    { statusCode: 200, body: {} },
    "answered 200, but `name` in its answer is missing, and should be 'a'.",
  ],
  [
    'a header',
    { condition: "$response.header.Idempotent-Replayed == 'true'" },
    { statusCode: 200, headers: {} },
    "answered 200, but the header Idempotent-Replayed is missing, and should be 'true'.",
  ],
  [
    'another condition',
    { condition: '$statusCode < 300' },
    { statusCode: 400 },
    'answered 400, but this does not hold: $statusCode < 300.',
  ],
  [
    'no answer',
    { name: 'failed network request', message: 'fetch failed' },
    { statusCode: 0 },
    'got no answer: fetch failed.',
  ],
  [
    'an undocumented status',
    { name: 'status code check' },
    { statusCode: 418 },
    'answered 418, which the contract does not document.',
  ],
  [
    'another media type',
    { name: 'content-type check' },
    { statusCode: 200, headers: { 'content-type': 'text/html' } },
    'answered with text/html, which the contract does not document.',
  ],
  [
    'another type of a member',
    { name: 'schema check', message: schemaMessage },
    { statusCode: 200 },
    'answered 200 with a body that breaks the contract: `eventId` must be string.',
  ],
  [
    'a missing member',
    { name: 'schema check', message: "\nREQUIRED must have required property 'updatedAt'\n" },
    { statusCode: 200 },
    "answered 200 with a body that breaks the contract: it must have required property 'updatedAt'.",
  ],
])('%s', (_, check, response, expected) => {
  expect(sentence(check, response)).toBe(expected)
})

test('a wrong status is named before what follows from it', () => {
  const checks = [
    failed({ condition: "$response.body#/name == 'a'" }),
    failed({ name: 'schema check' }),
    failed({ condition: '$statusCode == 200' }),
  ]
  expect(failuresOf(model, journey, [executed({ response: { statusCode: 500 }, checks })])).toEqual([
    'A thing, step get: getThing (GET /things/{id}) answered 500, not 200.',
  ])
})

test('a step counts by its last attempt, and a step that was never sent is a failure', () => {
  const put = executed({ stepId: 'send', status: 'success' })
  expect(failuresOf(model, journey, [executed({}), passed, put])).toEqual([])
  expect(failuresOf(model, journey, [passed])).toEqual([
    'A thing, step send: the PUT to an address that the API gave was not sent.',
  ])
})

// The option `validate`: answers that break the contract are errors that name the place and the rule, and no value.
import { expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { createClient } from './index.ts'
import { AnswerError, answers } from './validate.ts'

const ok = (body: unknown, more: Partial<Exclude<Reaction, string>> = {}): Reaction => ({
  status: 200,
  headers: { 'x-request-id': 'r-1' },
  body,
  ...more,
})

test('a right answer is given as it came, with members that the contract does not have yet', async () => {
  const later = { ...aCase, later: { a: 1 } }
  await using server = await startServer([ok(later), ok({ cases: [later], later: 1 }), { status: 204 }])
  const frontdesk = impatient(server.url, { validate: answers })
  expect(await frontdesk.cases.get('c')).toEqual(later)
  expect(await frontdesk.cases.list()).toEqual({ cases: [later], later: 1 })
  expect(await frontdesk.events.delete('e')).toBeUndefined()
})

test.each<[what: string, body: unknown, pointer: string, rule: string]>([
  ['a value that is none of the enum', { ...aCase, status: 'secret' }, '/status', 'enum'],
  ['a missing member', { ...aCase, createdAt: undefined }, '/createdAt', 'required'],
  ['another type', { ...aCase, description: 7 }, '/description', 'type'],
  ['null', { ...aCase, status: null }, '/status', 'type'],
  ['a format', { ...aCase, createdAt: 'secret' }, '/createdAt', 'format'],
  ['a pattern', { ...aCase, caseId: aCase.caseId.toUpperCase() }, '/caseId', 'pattern'],
  ['too long a text', { ...aCase, description: 'secret'.repeat(2000) }, '/description', 'maxLength'],
  ['a value of a map', { ...aCase, metadata: { 'a/b': 1 } }, '/metadata/a~1b', 'type'],
])('%s', async (_, body, pointer, rule) => {
  await using server = await startServer([ok(body)])
  const error = await failure(impatient(server.url, { validate: answers }).cases.get('c'))
  expect(error).toBeInstanceOf(AnswerError)
  expect(error).toMatchObject({
    name: 'AnswerError',
    message: `getCase answered 200 with a body that breaks the rule ${rule} at '${pointer}'`,
    operation: 'getCase',
    status: 200,
    pointer,
    rule,
    requestId: 'r-1',
    attempts: 1,
  })
  expect(JSON.stringify(error)).not.toContain('secret')
  // The service answers so again: it is not asked again.
  expect(server.received).toHaveLength(1)
})

test('an item of a page has its place, and a status that the contract does not have is a fault', async () => {
  await using server = await startServer([
    ok({ cases: [aCase, { ...aCase, status: 'x' }] }),
    ok(aCase, { status: 206 }),
  ])
  const frontdesk = impatient(server.url, { validate: answers })
  expect(await failure(frontdesk.cases.list())).toMatchObject({ pointer: '/cases/1/status', rule: 'enum' })
  expect(await failure(frontdesk.cases.get('c'))).toMatchObject({ pointer: '', rule: 'status', status: 206 })
})

test('a creation whose answer is wrong has its key, and a failure stays a failure', async () => {
  await using server = await startServer([ok({}, { status: 201 }), problem(404)])
  const frontdesk = impatient(server.url, { validate: answers })
  const error = await failure(frontdesk.cases.create({ description: 'x' }, { idempotencyKey: 'k' }))
  expect(error).toMatchObject({ rule: 'required', idempotencyKey: 'k', operation: 'createCase' })
  expect(await failure(frontdesk.cases.get('c'))).toMatchObject({ name: 'NotFoundError' })
})

test('request() is checked too, by its method and its path', async () => {
  await using server = await startServer([ok({ ...aCase, status: 'x' })])
  const client = createClient({ baseUrl: server.url, validate: answers })
  expect(await failure(client.request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }))).toMatchObject({
    message: "GET /cases/{caseId} answered 200 with a body that breaks the rule enum at '/status'",
  })
})

test('nothing is checked by default', async () => {
  await using server = await startServer([ok({ status: 'x' })])
  expect(await impatient(server.url).cases.get('c')).toEqual({ status: 'x' })
})

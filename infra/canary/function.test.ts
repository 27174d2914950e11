// The function of the canary: its time, its reports, its sign-in, and the steps that it tries without a credential.
import { expect, test } from 'vitest'
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import { stageOf } from '../stages.ts'
import { expectedJourneys } from '../testing/canary-journeys.ts'
import { choicesOf } from './chosen.ts'
import { metricOf, signIn, takeAll } from './function.ts'
import { answering } from './testing/answering.ts'

// Safe cast: `npm run generate` writes the file.
const bundled = written as unknown as BundledJourneys
const names = [...expectedJourneys({ ...stageOf('dev'), canary: { everyMinutes: 10 } })]
const token = 'a-token'

test('nothing is sent when the time is over, and the sentence says so', async () => {
  const sent: string[] = []
  const server = await answering((request, respond) => {
    sent.push(`${request.method} ${request.url}`)
    respond(200)
  })
  const failures = await takeAll(bundled, { server: server.url, token, names, end: performance.now() })
  server.close()
  expect(sent).toEqual([])
  expect(failures.map(({ journey }) => journey)).toEqual(bundled.journeys.map(({ name }) => name))
  for (const { journey, sentence } of failures)
    expect(sentence).toMatch(
      names.includes(journey)
        ? /\) was not sent: the time was over\.$/
        : /was not sent without a credential: the time was over\.$/,
    )
})

test('a failure is reported as it comes', async () => {
  let reported: () => void = () => undefined
  const first = new Promise<void>((resolve) => (reported = resolve))
  let calls = 0
  const server = await answering((_, respond) => {
    if (calls++ === 0) respond(500)
    else void first.then(() => respond(401))
  })
  const all: string[] = []
  const failures = await takeAll(bundled, { server: server.url, token, names, patience: 2000 }, ({ journey }) => {
    all.push(journey)
    reported()
  })
  server.close()
  expect(all).toEqual(failures.map(({ journey }) => journey))
  if (names.length > 1) expect(all.length).toBeGreaterThan(1)
  expect(JSON.stringify(failures)).not.toContain('got no answer')
})

test('a sign-in that hangs, and one without a token, are sentences', async () => {
  const hanging = await answering(() => undefined)
  process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = hanging.url
  process.env.AWS_REGION = 'us-east-1'
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })
  const program = { pool: 'us-east-1_A', client: 'c', host: 'sign-in.test' }
  await expect(signIn(program, 300)).rejects.toThrow('Cognito does not give the secret of the client for programs: ')
  hanging.close()
  const empty = await answering((_, respond) => respond(200))
  process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = empty.url
  await expect(signIn(program)).rejects.toThrow('The client for programs has no secret.')
  empty.close()
})

test('without a token no journey is taken', async () => {
  await expect(takeAll(bundled, { server: 'http://127.0.0.1:1', token: '', names })).rejects.toThrow(
    'There is no token',
  )
})

test('the metric names the journey and the step', () => {
  const metric: unknown = JSON.parse(metricOf({ journey: 'a', step: 'b', sentence: 'c' }, 'dev', 1))
  expect(metric).toMatchObject({ level: 'ERROR', journey: 'a', step: 'b', message: 'c', JourneyFailures: 1 })
  expect(metric).toHaveProperty('_aws.CloudWatchMetrics.0.Dimensions', [['journey', 'step']])
})

const parameters = { user: { in: 'header' as const, name: 'Authorization', value: 'Bearer {$inputs.token}' } }
const user = { reference: '$components.parameters.user' }
const item = { in: 'path' as const, name: 'id', value: '$steps.list.outputs.id' }
const called = (operationId: string, method: string, path: string, status = '200') => ({
  ...{ operationId, method, path },
  answers: { [status]: [] },
})
const operations = [
  called('list', 'get', '/things'),
  called('change', 'put', '/things/{id}'),
  called('create', 'post', '/things', '201'),
  called('delete', 'delete', '/things/{id}'),
]
const steps = {
  list: { stepId: 'list', operationId: 'list', outputs: { id: '$response.body#/id' } },
  read: { stepId: 'read', operationId: 'list', parameters: [user] },
  change: { stepId: 'change', operationId: 'change', parameters: [user, item] },
  create: { stepId: 'create', operationId: 'create', parameters: [user] },
  remove: { stepId: 'remove', operationId: 'delete', parameters: [user, item] },
}
const journeyOf = (...names: (keyof typeof steps)[]) => ({
  name: 't',
  inputs: ['token'],
  document: {
    info: { title: 'T' },
    components: { parameters },
    workflows: [{ workflowId: 'w', steps: names.map((name) => steps[name]) }],
  },
})

test('a step is tried without its credential that needs no other, and a read before a write', async () => {
  const noFirst = 'no step that needs a credential can come first, to be tried without it'
  const whyOf = (...names: (keyof typeof steps)[]) =>
    choicesOf({ operations, journeys: [journeyOf(...names)] }, []).map(({ why }) => why)
  expect(whyOf('list', 'change')).toEqual([noFirst])
  expect(whyOf('create')).toEqual([noFirst])
  expect(whyOf('create', 'remove')).toEqual([undefined])
  const sent: string[] = []
  const server = await answering((request, respond) => {
    sent.push(`${request.method} ${request.url}`)
    respond(401)
  })
  const tried = async (...names: (keyof typeof steps)[]) => {
    const failures = await takeAll(
      { operations, journeys: [journeyOf(...names)] },
      { server: server.url, token, names: [] },
    )
    expect(failures).toEqual([])
    return sent.splice(0)
  }
  expect(await tried('list', 'change')).toEqual([])
  expect(await tried('create', 'remove')).toEqual(['POST /things'])
  expect(await tried('create', 'remove', 'read')).toEqual(['GET /things'])
  expect(await tried('create')).toEqual([])
  server.close()
})

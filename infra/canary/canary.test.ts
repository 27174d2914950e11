// The canary's journeys, on the local cloud: they pass, name the journey and the step that is broken, and leave nothing behind.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import { readJourneys } from '../../codegen/journeys/documents.ts'
import { breakingProxy, breaks, isStored, type Break } from '../../codegen/journeys/testing/breaking-proxy.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import { startCloud } from '../../local-cloud/cloud.ts'
import { issueAccessToken, loadSigningKey } from '../../local-cloud/emulators/cognito/index.ts'
import { model } from '../model.ts'
import { stageOf } from '../stages.ts'
import { expectedJourneys } from '../testing/canary-journeys.ts'
import { choicesOf, chosenNames } from './chosen.ts'
import { filled, holds, isKnownCondition, MissingValue, type Known } from './expressions.ts'
import { metricOf, signIn, takeAll } from './function.ts'

// Safe cast: `npm run generate` writes the file.
const bundled = written as unknown as BundledJourneys
const stage = stageOf('dev')
const { operations: modelOperations } = stage.assistant
// Not by the code under test: without a journey many tests would pass.
const names = [...expectedJourneys({ ...stage, canary: { everyMinutes: 10 } })]

let directory: string
let cloud: Awaited<ReturnType<typeof startCloud>>
let token: string
beforeAll(async () => {
  process.env.LOG_LEVEL = 'SILENT'
  directory = await mkdtemp(join(tmpdir(), 'canary-'))
  cloud = await startCloud({ port: 0, dataDir: directory, apiKey: 'a-key' })
  token = issueAccessToken(await loadSigningKey(directory), { scope: model.scopes.join(' '), expiresIn: 600 })
})
afterAll(async () => {
  await cloud.close()
  await rm(directory, { recursive: true })
})

const take = (server = cloud.url, given: Partial<{ token: string; names: string[] }> = {}) =>
  takeAll(bundled, { server, token, names, ...given })

/** The items of every collection that a user may fill. */
async function stored(): Promise<string[]> {
  const canCreate = (path: string) =>
    model.operations.some((other) => other.path === path && other.answers.some(({ status }) => status === 201))
  const lists = model.operations.filter(
    ({ method, path }) => method === 'get' && !path.includes('{') && canCreate(path),
  )
  const pages = lists.map(async ({ path }) => {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${cloud.url}${path}?limit=100`, { headers })
    const page: unknown = await response.json()
    expect(response.status, JSON.stringify(page)).toBe(200)
    return Object.values(page as object).flat() as unknown[]
  })
  return (await Promise.all(pages)).flat().map((item) => JSON.stringify(item))
}

/** What is stored now and was not before. */
const added = async (before: string[]) => (await stored()).filter((item) => !before.includes(item))

test('the journeys pass, twice in a row, and nothing stays behind', async () => {
  const before = await stored()
  expect(await take()).toEqual([])
  expect(await take()).toEqual([])
  expect(await added(before)).toEqual([])
})

test('each journey is taken whole, or the reason why not is known', () => {
  expect(chosenNames(bundled, modelOperations, undefined)).toEqual(names)
  const choices = choicesOf(bundled, modelOperations)
  expect(choices.map(({ name }) => name)).toEqual(bundled.journeys.map(({ name }) => name))
  for (const { why } of choices.filter((choice) => !names.includes(choice.name)))
    expect(why).toMatch(/^the canary has no apiKey$|^no step deletes what \w+ creates$|^each of its runs costs tokens/)
})

test('a stage may name its journeys, but none that the canary cannot take', () => {
  const { name = '' } = choicesOf(bundled, modelOperations).find(({ why = '' }) => why.startsWith('no step')) ?? {}
  if (name !== '') expect(chosenNames(bundled, modelOperations, [name])).toEqual([name])
  expect(() => chosenNames(bundled, [], ['nowhere'])).toThrow('canary.journeys names nowhere; there are ')
  for (const { name: ofSystem } of bundled.journeys.filter(({ inputs }) => inputs.includes('apiKey')))
    expect(() => chosenNames(bundled, [], [ofSystem])).toThrow('but the canary has no apiKey.')
})

test.each([
  [{ successCriteria: [{ condition: '$.a', type: 'jsonpath' }] }, 'the canary cannot decide $.a'],
  [{ successCriteria: [{ condition: '$statusCode == 200 || true' }] }, 'the canary cannot decide $statusCode'],
  [{ successCriteria: [{ condition: "$method == 'POST'" }] }, "the canary cannot decide $method == 'POST'"],
  [{ outputs: { a: '$request.header.a' } }, 'the canary cannot read $request.header.a'],
  [{ onFailure: [{ type: 'goto' }] }, 'the canary knows no action goto'],
  [{ 'x-operation': { url: 'https://a.test', method: 'put' } }, 'no step deletes what a sends'],
])('a journey with %j is left out', (step, why) => {
  const document = { info: { title: 'T' }, workflows: [{ workflowId: 'w', steps: [{ stepId: 'a', ...step }] }] }
  const [choice] = choicesOf({ operations: [], journeys: [{ name: 't', document, inputs: [] }] }, [])
  expect(choice?.why).toContain(why)
})

const calledBy = (name: string) => {
  const { document } = bundled.journeys.find((journey) => journey.name === name) ?? { document: undefined }
  const ids = document?.workflows.flatMap(({ steps }) => steps.flatMap(({ operationId }) => operationId ?? [])) ?? []
  return [...new Set(ids)].flatMap((id) => model.operations.find(({ operationId }) => operationId === id) ?? [])
}
const ways = Object.keys(breaks).filter((way): way is Break => way in breaks)
const creates = ({ answers }: (typeof model.operations)[number]) => answers.some(({ status }) => status === 201)
// A creation whose answer is always lost leaves something behind: it has a test of its own.
const wayFor = (operation: (typeof model.operations)[number], index: number) => {
  const own = ways.filter((way) => !isStored(way) || !creates(operation))
  return own[(index + 1) % own.length] ?? 'answers HTML'
}
const broken = names.flatMap((name) =>
  // A broken deletion leaves something behind: it has a test of its own.
  calledBy(name).flatMap((operation, index) =>
    operation.method === 'delete' ? [] : [{ name, operation, how: wayFor(operation, index) }],
  ),
)

test.each(broken)('$operation.operationId $how: $name fails, and is cleaned up', async ({ name, operation, how }) => {
  const before = await stored()
  const proxy = await breakingProxy(cloud.url, [{ operation, how }])
  const failures = await take(proxy.url)
  proxy.close()
  // Others may try the same operation without a credential.
  const taken = failures.filter(({ sentence }) => !sentence.includes('without a credential'))
  expect(taken.map(({ journey }) => journey)).toEqual([name])
  for (const { step, sentence } of failures) expect(sentence).toContain(`, step ${step}: ${operation.operationId} (`)
  expect(await added(before)).toEqual([])
})

test('a deletion that is broken is named, and so is what stays', async () => {
  for (const name of names) {
    const operation = calledBy(name).find(({ method }) => method === 'delete')
    if (!operation) continue
    const proxy = await breakingProxy(cloud.url, [{ operation, how: 'fails with a 500' }])
    const [failure] = await take(proxy.url)
    proxy.close()
    expect(failure?.journey).toBe(name)
    expect(failure?.sentence).toMatch(/answered 500, not 204.*\. These deletions failed: \w+ \(\w+\)\.$/)
  }
})

const creations = names.flatMap((name) =>
  calledBy(name)
    .filter(creates)
    .map((operation) => ({ name, operation })),
)

test.each(creations)('$operation.operationId loses one answer: nothing of $name stays', async ({ name, operation }) => {
  const before = await stored()
  for (const how of ways.filter(isStored)) {
    const proxy = await breakingProxy(cloud.url, [{ operation, how, times: 1 }])
    const failures = await take(proxy.url, { names: [name] })
    proxy.close()
    expect(failures.map(({ journey }) => journey)).toEqual([name])
    expect(failures[0]?.sentence).not.toContain('may have created')
    expect(await added(before)).toEqual([])
  }
})

test.each(creations)('$operation.operationId loses each answer: the sentence says so', async ({ name, operation }) => {
  const before = await stored()
  const proxy = await breakingProxy(cloud.url, [{ operation, how: 'stores, then closes the connection' }])
  const [failure] = await take(proxy.url, { names: [name] })
  proxy.close()
  expect(failure?.sentence).toMatch(
    new RegExp(`These steps may have created something: \\w+ \\(${operation.operationId}\\)\\.$`),
  )
  const left = await added(before)
  expect(left).toHaveLength(1)
  // An operator can tell it from an item of a person.
  expect(left[0]).toContain('journey-canary-')
})

test('a creation that is refused has created nothing, and a repeat without a key is not sent', async () => {
  for (const { name, operation } of creations) {
    const refused = await breakingProxy(cloud.url, [{ operation, how: 'answers an undocumented status' }])
    const [failure] = await take(refused.url, { names: [name] })
    refused.close()
    expect(failure?.sentence).not.toContain('may have created')
    const sent: string[] = []
    const server = await answering((request, respond) => {
      sent.push(`${request.method} ${request.url}`)
      respond(request.headers.authorization === undefined ? 401 : 500)
    })
    const unrepeatable = bundled.operations.map(({ repeat: _, ...other }) => other)
    const inputs = { server: server.url, token, names: [name] }
    const [other] = await takeAll({ ...bundled, operations: unrepeatable }, inputs)
    server.close()
    expect(other?.sentence).toContain(`may have created something: create (${operation.operationId}).`)
    expect(sent.filter((line) => line === `POST ${operation.path}`)).toHaveLength(1)
  }
})

/** A server that answers an empty object with a status. */
async function answering(answer: (request: IncomingMessage, respond: (status: number) => void) => void) {
  const server = createServer((request, response) => {
    request.resume()
    answer(request, (status) => void response.writeHead(status, { 'content-type': 'application/json' }).end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Safe cast: a server of TCP has an address and a port.
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

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

test('a service that lets everybody in fails each journey, also those that are not taken whole', async () => {
  const open = await breakingProxy(
    cloud.url,
    bundled.journeys
      .flatMap(({ name }) => calledBy(name))
      .map((operation) => ({ operation, how: 'answers an empty object' })),
  )
  const failures = await take(open.url, { names: [] })
  open.close()
  expect(failures.map(({ journey }) => journey)).toEqual(bundled.journeys.map(({ name }) => name))
  const said =
    /answered 200 without a credential, not 401 or 403\.(?: These steps may have created something: \w+ \(\w+\)\.)?$/
  for (const { sentence } of failures) expect(sentence).toMatch(said)
})

test('a service that takes everybody for a user fails, and nothing stays', async () => {
  const before = await stored()
  const open = await breakingProxy(cloud.url, [], { authorization: `Bearer ${token}` })
  const failures = await take(open.url)
  open.close()
  const ofUsers = bundled.journeys.filter(({ inputs }) => inputs.includes('token'))
  expect(failures.map(({ journey }) => journey)).toEqual(ofUsers.map(({ name }) => name))
  for (const { sentence } of failures)
    expect(sentence).toMatch(/answered 20[01] without a credential, not 401 or 403\.$/)
  expect(await added(before)).toEqual([])
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

test('a token that is refused, and a server that is not there, fail without showing the token', async () => {
  const refused = await take(cloud.url, { token: 'no-token' })
  expect(refused.map(({ journey }) => journey)).toEqual(names)
  for (const { sentence } of refused) expect(sentence).toContain('answered 401, not ')
  const nobody = await take('http://127.0.0.1:1')
  for (const { sentence } of nobody) expect(sentence).toContain('got no answer')
  expect(JSON.stringify([...refused, ...nobody])).not.toMatch(/no-token|Bearer/)
})

test('the metric names the journey and the step', () => {
  const metric: unknown = JSON.parse(metricOf({ journey: 'a', step: 'b', sentence: 'c' }, 'dev', 1))
  expect(metric).toMatchObject({ level: 'ERROR', journey: 'a', step: 'b', message: 'c', JourneyFailures: 1 })
  expect(metric).toHaveProperty('_aws.CloudWatchMetrics.0.Dimensions', [['journey', 'step']])
})

test('the bundled journeys are those of spec/journeys', async () => {
  expect(bundled.journeys.map(({ name }) => name)).toEqual((await readJourneys()).map(({ name }) => name))
})

const known: Known = { inputs: { run: 'r' }, outputs: new Map([['a', { id: 7, word: 'Open' }]]) }
const answer = {
  statusCode: 200,
  headers: { etag: '"x"' },
  body: { list: [{ n: 2, ok: true, word: 'Open', gone: null }] },
}
test.each([
  ['$statusCode == 200', true],
  ['$statusCode != 200', false],
  ['$statusCode < 300', true],
  ['$statusCode >= 300', false],
  ['$response.header.ETag == \'"x"\'', true],
  ['$response.body#/list/0/n > 1', true],
  ['$response.body#/list/0/n <= 1', false],
  ['$response.body#/list/0/ok == true', true],
  ["$response.body#/list/0/word == 'OPEN'", true],
  ["$response.body#/list/0/word != 'OPEN'", false],
  ["$steps.a.outputs.word == 'open'", true],
  ["$inputs.run == 'R'", true],
  ['$response.body#/list/0/gone == null', true],
  ['$response.body#/list/1/n == null', true],
  ['$response.body#/list/1/n != null', false],
  ['$response.body#/list != null', true],
  ["$response.body#/list/1/n == 'a'", false],
])('%s is %s', (condition, expected) => {
  expect(isKnownCondition(condition)).toBe(true)
  expect(holds(condition, known, answer)).toBe(expected)
})

test.each([
  "$method == 'POST'",
  "$url != 'x'",
  "$request.header.a != 'x'",
  "$workflows.w.outputs.a == 'x'",
  "$steps.a.id == 'x'",
  "$response.status == 'x'",
  "$statusCode.x == 'x'",
  "$statusCode == '200' && $statusCode == 200",
])('%s is none that the canary decides', (condition) => {
  expect(isKnownCondition(condition)).toBe(false)
})

test('values are filled in, and a missing one is an error', () => {
  expect(filled({ a: ['x-{$inputs.run}', '$steps.a.outputs.id'], b: '$5' }, known)).toEqual({ a: ['x-r', 7], b: '$5' })
  expect(() => filled('$steps.b.outputs.id', known)).toThrow(MissingValue)
})

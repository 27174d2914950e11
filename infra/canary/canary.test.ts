// The canary's journeys, on the local cloud: they pass, name the journey and the step that is broken, and leave nothing behind.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import { readJourneys } from '../../codegen/journeys/documents.ts'
import { breakingProxy, breaks, type Break } from '../../codegen/journeys/testing/breaking-proxy.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import { startCloud } from '../../local-cloud/cloud.ts'
import { issueAccessToken, loadSigningKey } from '../../local-cloud/emulators/cognito/index.ts'
import { model } from '../model.ts'
import { stageOf } from '../stages.ts'
import { choicesOf, chosenNames } from './chosen.ts'
import { filled, holds, isKnownCondition, MissingValue, type Known } from './expressions.ts'
import { metricOf, takeAll } from './function.ts'

// Safe cast: `npm run generate` writes the file.
const bundled = written as unknown as BundledJourneys
const { operations: modelOperations } = stageOf('dev').assistant
const names = chosenNames(bundled, modelOperations, undefined)

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
const broken = names.flatMap((name) =>
  // A broken deletion leaves something behind: it has a test of its own.
  calledBy(name).flatMap((operation, index) =>
    operation.method === 'delete' ? [] : [{ name, operation, how: ways[(index + 1) % ways.length] ?? 'answers HTML' }],
  ),
)

test.each(broken)('$operation.operationId $how: $name fails, and is cleaned up', async ({ name, operation, how }) => {
  const before = await stored()
  const proxy = await breakingProxy(cloud.url, [{ operation, how }])
  const failures = await take(proxy.url)
  proxy.close()
  expect(failures.map(({ journey }) => journey)).toEqual([name])
  expect(failures[0]?.sentence).toContain(`, step ${failures[0]?.step}: ${operation.operationId} (`)
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
    expect(failure?.sentence).toMatch(/answered 500, not 204.*Nothing could delete what it has created: \w+\.$/)
  }
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
  for (const { sentence } of failures) expect(sentence).toMatch(/answered 200 without a credential, not 401 or 403\.$/)
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

const known: Known = { inputs: { run: 'r' }, outputs: new Map([['a', { id: 7 }]]) }
const answer = { statusCode: 200, headers: { etag: '"x"' }, body: { list: [{ n: 2, ok: true, gone: null }] } }
test.each([
  ['$statusCode == 200', true],
  ['$statusCode != 200', false],
  ['$statusCode < 300', true],
  ['$statusCode >= 300', false],
  ['$response.header.ETag == \'"x"\'', true],
  ['$response.body#/list/0/n > 1', true],
  ['$response.body#/list/0/n <= 1', false],
  ['$response.body#/list/0/ok == true', true],
  ['$response.body#/list/0/gone == null', true],
  ["$response.body#/list/1/n == 'a'", false],
])('%s is %s', (condition, expected) => {
  expect(isKnownCondition(condition)).toBe(true)
  expect(holds(condition, known, answer)).toBe(expected)
})

test('values are filled in, and a missing one is an error', () => {
  expect(filled({ a: ['x-{$inputs.run}', '$steps.a.outputs.id'], b: '$5' }, known)).toEqual({ a: ['x-r', 7], b: '$5' })
  expect(() => filled('$steps.b.outputs.id', known)).toThrow(MissingValue)
})

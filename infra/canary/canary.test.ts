// The canary's journeys, on the local cloud: they pass, name the journey and the step that is broken, and leave nothing behind.
import { mkdtemp, rm } from 'node:fs/promises'
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
import { takeAll } from './function.ts'
import { answering } from './testing/answering.ts'

// Safe cast: `npm run generate` writes the file.
const bundled = written as unknown as BundledJourneys
const stage = stageOf('dev')
const { operations: modelOperations } = stage.assistant
// Not by the code under test: without a journey many tests would pass.
const names = [...expectedJourneys({ ...stage, canary: { everyMinutes: 10 } })]

const apiKey = 'a-key'

let directory: string
let cloud: Awaited<ReturnType<typeof startCloud>>
let token: string
beforeAll(async () => {
  process.env.LOG_LEVEL = 'SILENT'
  directory = await mkdtemp(join(tmpdir(), 'canary-'))
  cloud = await startCloud({ port: 0, dataDir: directory, apiKey })
  token = issueAccessToken(await loadSigningKey(directory), { scope: model.scopes.join(' '), expiresIn: 600 })
})
afterAll(async () => {
  await cloud.close()
  await rm(directory, { recursive: true })
})

const take = (server = cloud.url, given: Partial<{ token: string; names: string[] }> = {}) =>
  takeAll(bundled, { server, token, names, ...given })

/** The items of every collection that a caller may fill. */
async function stored(): Promise<string[]> {
  const canCreate = (path: string) =>
    model.operations.some((other) => other.path === path && other.answers.some(({ status }) => status === 201))
  const lists = model.operations.filter(
    ({ method, path }) => method === 'get' && !path.includes('{') && canCreate(path),
  )
  const pages = lists.map(async ({ path, caller }) => {
    const headers: Record<string, string> =
      caller === 'apiKey' ? { 'x-api-key': apiKey } : { authorization: `Bearer ${token}` }
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

test('a token that is refused, and a server that is not there, fail without showing the token', async () => {
  const refused = await take(cloud.url, { token: 'no-token' })
  expect(refused.map(({ journey }) => journey)).toEqual(names)
  for (const { sentence } of refused) expect(sentence).toContain('answered 401, not ')
  const nobody = await take('http://127.0.0.1:1')
  for (const { sentence } of nobody) expect(sentence).toContain('got no answer')
  expect(JSON.stringify([...refused, ...nobody])).not.toMatch(/no-token|Bearer/)
})

test('the bundled journeys are those of spec/journeys', async () => {
  expect(bundled.journeys.map(({ name }) => name)).toEqual((await readJourneys()).map(({ name }) => name))
})

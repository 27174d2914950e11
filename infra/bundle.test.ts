// The bundles of a synthesis run as on Lambda: with the Runtime API, the template's environment and the local cloud.
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { largestFile } from '../server/services/case-files.ts'
import { stages } from './stages.ts'
import { propertiesOf } from './testing/checks/resources.ts'
import { startLambda } from './testing/lambda.ts'
import { proxyEvent } from './testing/proxy-event.ts'
import { plain, synthesize } from './testing/template.ts'

type FunctionProperties = {
  Handler: string
  Code: { S3Key: string }
  Environment: { Variables: Record<string, string> }
}
type Lambda = Awaited<ReturnType<typeof startLambda>>

let door: FrontDoor
let synthesized: Awaited<ReturnType<typeof synthesize>>
const started: Lambda[] = []
beforeAll(async () => {
  ;[door, synthesized] = await Promise.all([openFrontDoor(), synthesize(stages.dev, { bundled: true })])
})
afterAll(async () => {
  await Promise.all(started.map((lambda) => lambda.close()))
  await Promise.all([door.close(), synthesized.remove()])
})

/** Safe cast: a Function has these properties. */
const functionNamed = (name: string) =>
  propertiesOf(plain(synthesized.template), 'AWS::Lambda::Function', name) as FunctionProperties

/** The folder of the bundle. There are no node_modules beside it: the bundle contains the AWS SDK too. */
const assetOf = ({ Code }: Pick<FunctionProperties, 'Code'>) =>
  join(synthesized.outdir, `asset.${Code.S3Key.replace('.zip', '')}`)

/** Starts a function with the template's code, handler and variables. References become the local cloud's names. */
async function start(name: string, changes: Record<string, string> = {}): Promise<Lambda> {
  const { Handler, Code, Environment } = functionNamed(name)
  const told = Object.entries(Environment.Variables).map(([variable, value]) => {
    return [variable, value.includes('<') ? (process.env[variable] ?? '') : value] as const
  })
  const ofLambda = Object.entries(process.env).filter(([variable]) => variable.startsWith('AWS_'))
  const lambda = await startLambda({
    code: assetOf({ Code }),
    handler: Handler,
    environment: {
      ...(Object.fromEntries(ofLambda) as Record<string, string>),
      // The tokens of the local pool name its local address.
      TOKEN_ISSUERS: process.env.TOKEN_ISSUERS ?? '',
      ...Object.fromEntries(told),
      ...changes,
    },
  })
  started.push(lambda)
  return lambda
}

type Answer = { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded: boolean }

const ask = async (lambda: Lambda, request: Parameters<typeof proxyEvent>[0]) => {
  const outcome = await lambda.invoke(proxyEvent(request))
  if ('error' in outcome) throw new Error(outcome.error.errorMessage)
  // Safe cast: the proxy integration takes such an answer.
  const { body, ...answer } = outcome.result as Answer
  return { ...answer, body: JSON.parse(body) as Record<string, unknown> }
}

test('the API answers a REST proxy event', async () => {
  const api = await start('ApiFunction')
  const headers = { Authorization: `Bearer ${door.idToken()}` }
  const created = await ask(api, { method: 'POST', path: '/cases', headers, body: { description: 'From a bundle' } })
  expect(created).toMatchObject({
    statusCode: 201,
    isBase64Encoded: false,
    headers: { 'Content-Type': 'application/json', 'X-Frame-Options': 'DENY', Location: expect.any(String) as string },
    body: { description: 'From a bundle', status: 'open' },
  })
  expect(created.headers.Location).toMatch(/^\/dev\/cases\//)
  const path = String(created.headers.Location).slice('/dev'.length)
  expect(await ask(api, { method: 'GET', path, resource: '/cases/{caseId}', headers })).toMatchObject({
    statusCode: 200,
    body: created.body,
  })
  expect(await ask(api, { method: 'GET', path: '/status', headers })).toMatchObject({
    statusCode: 200,
    body: { environment: 'dev', user: 'alice' },
  })
  expect(await ask(api, { method: 'GET', path: '/cases' })).toMatchObject({
    statusCode: 401,
    headers: { 'Content-Type': 'application/problem+json' },
  })
  const upload = { method: 'GET', path: `${path}/upload`, resource: '/cases/{caseId}/upload', headers }
  const { body } = await ask(api, upload)
  const file = await fetch(String(body.uploadUrl), { method: 'PUT', headers: body.headers as never, body: 'a file' })
  expect(file.status).toBe(200)
})

test('the API answers who has a key, and reads its sample data', async () => {
  const api = await start('ApiFunction')
  const key = { 'x-api-key': 'a key that the gateway took' }
  const customer = { method: 'PUT', path: '/customers/ada', resource: '/customers/{id}' }
  expect(await ask(api, { ...customer, headers: key })).toMatchObject({
    statusCode: 201,
    body: { id: 'ada', exists: true },
  })
  expect(await ask(api, customer)).toMatchObject({ statusCode: 403 })
  const headers = { Authorization: `Bearer ${door.idToken()}` }
  expect(await ask(api, { method: 'GET', path: '/users', headers })).toMatchObject({ statusCode: 200 })
})

test('a task of the workflow answers Step Functions', async () => {
  const [validate, insert] = await Promise.all([
    start('WorkflowValidateExistsFunction'),
    start('WorkflowInsertIdFunction'),
  ])
  expect(await validate.invoke({ id: 'grace' })).toEqual({ result: { exists: false } })
  expect(await insert.invoke({ id: 'grace' })).toEqual({ result: { outcome: 'inserted' } })
  expect(await validate.invoke({ id: 'grace' })).toEqual({ result: { exists: true } })
})

test('the guard of the uploads answers an event of S3', async () => {
  const guard = await start('UploadGuardFunction')
  const detail = { object: { key: 'cases/1/2/large.bin', size: largestFile + 1 } }
  expect(await guard.invoke({ detail })).toEqual({ result: null })
})

test('without a variable that it needs a function does not start, and says which', async () => {
  const api = await start('ApiFunction', { QUOTAS_TABLE: '' })
  expect(await api.invoke(proxyEvent({ method: 'GET', path: '/status' }))).toMatchObject({
    error: { errorMessage: 'The environment variable QUOTAS_TABLE is not set.' },
  })
})

test('what goes wrong is found in the source: traces lead there by the maps beside the code', async () => {
  const folder = assetOf(functionNamed('ApiFunction'))
  const files = await readdir(folder)
  const code = files.filter((name) => /\.m?js$/.test(name))
  expect(files.sort()).toEqual(code.flatMap((name) => [name, `${name}.map`]).sort())
  const maps = await Promise.all(code.map((name) => readFile(join(folder, `${name}.map`), 'utf8')))
  const sources = maps.flatMap((map) => (JSON.parse(map) as { sources: string[] }).sources)
  expect(sources).toContain('../../server/app.ts')

  const entry = JSON.stringify(pathToFileURL(join(folder, 'index.mjs')))
  const trace = `import(${entry}).catch((error) => console.log(error.stack))`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', trace], { env: {} })
  expect(stdout).toMatch(/^Error: The environment variable \w+ is not set\.\n +at .*server\/variables\.ts:\d+:\d+/)
  expect(stdout).toMatch(/server\/dependencies\.ts:\d+:\d+/)
  expect(stdout).toMatch(/server\/lambda\.ts:\d+:\d+/)
})

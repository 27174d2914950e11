// The smoke test of a deployed stage, on the local cloud.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { startCloud } from '../local-cloud/cloud.ts'
import { userClientId, userPoolId } from '../local-cloud/emulators/cognito/index.ts'
import contract from '../generated/openapi.json' with { type: 'json' }
import { routes } from '../generated/routes.ts'
import { smoke, targetOf, type Target } from './smoke.ts'

/** The collections whose items can be deleted. */
const deletable = routes.filter(({ method }) => method === 'delete').map(({ path }) => path.replace(/\/[^/]+$/, ''))

/** Whether the items of a collection need an API key. */
const isKeyed = (collection: string) =>
  routes.some(({ path, security }) => path.startsWith(`${collection}/`) && security.some((one) => 'apiKey' in one))

let directory: string
let cloud: Awaited<ReturnType<typeof startCloud>>
let target: Target
beforeAll(async () => {
  process.env.LOG_LEVEL = 'SILENT'
  directory = await mkdtemp(join(tmpdir(), `${name}-`))
  // As at the default endpoint of a deployed API.
  cloud = await startCloud({ port: 0, dataDir: directory, apiKey: 'a-key', stagePath: '/dev' })
  target = { url: `${cloud.url}/dev`, userPoolId, clientId: userClientId }
})
afterAll(async () => {
  await cloud.close()
  await rm(directory, { recursive: true })
})

const run = async (changes: Partial<Target> = {}) => {
  const lines: string[] = []
  await smoke({ ...target, ...changes }, (line) => lines.push(line))
  return lines.map((line) => line.replace(/\b(smoke)-[0-9a-f]{12}|[0-9a-f-]{36}/, '$1…'))
}

test('a stage that works passes each step, and what was made is removed', async () => {
  const lines = await run({ apiKey: 'a-key' })
  expect(lines.slice(0, 1)).toEqual(['ok  smoke… signed up and in'])
  const about = (path: string) =>
    lines.filter((line) => line.includes(` ${path}`)).map((line) => line.slice('ok  '.length))
  expect(about('/status')).toEqual(['GET /status 401', 'GET /status 200'])
  expect(about('/no-such-route')).toEqual(['GET /no-such-route 404'])
  expect(about('/customers')).toEqual([
    'GET /customers/smoke… 403',
    'PUT /customers/smoke… 201',
    'GET /customers/smoke… 200',
    'DELETE /customers/smoke… 204',
  ])
  const collections = lines.flatMap((line) => /^ok {2}POST (\S+)/.exec(line)?.[1] ?? [])
  expect(collections).toEqual(
    Object.keys(contract.paths).filter((path) => deletable.includes(path) && path !== '/customers'),
  )
  for (const path of collections) {
    const needsKey = isKeyed(path)
    expect(about(path).map((line) => line.replace(/\/\w*…/, '/…'))).toEqual([
      ...(needsKey ? [`GET ${path}/… 403`] : []),
      `POST ${path} 201`,
      `GET ${path}/… 200`,
      `DELETE ${path}/… 204`,
      `GET ${path}/… 404`,
    ])
  }
  expect(lines.slice(-1)).toEqual(['ok  smoke… deleted'])
})

const stepsByKey = [
  'ok  PUT /customers/smoke… 201',
  'ok  GET /customers/smoke… 200',
  'ok  DELETE /customers/smoke… 204',
]

test('without a key the steps that need one are left out', async () => {
  const [without, all] = [await run(), await run({ apiKey: 'a-key' })]
  const leftOut = all.filter((line) => !without.includes(line))
  expect(leftOut).toEqual(expect.arrayContaining(stepsByKey))
  const ofOthers = leftOut.filter((line) => !stepsByKey.includes(line))
  expect(ofOthers.filter((line) => !isKeyed(/ (\/[^/ ]+)/.exec(line)?.[1] ?? ''))).toEqual([])
  expect(without).toHaveLength(all.length - leftOut.length)
})

test('a stage that answers otherwise fails by the step', async () => {
  await expect(run({ apiKey: 'another-key' })).rejects.toThrow(/^PUT \/customers\/smoke-\w+ answered 403, not 201: \{/)
})

test('the addresses are those that the deployment wrote', async () => {
  const file = join(directory, 'outputs.json')
  const outputs = {
    ApiEndpoint: 'https://api.example.com/dev',
    UserPoolId: 'eu-west-1_a',
    UserPoolClientId: 'b',
    More: 'c',
  }
  await writeFile(file, JSON.stringify({ [`${name}-dev`]: outputs }))
  expect(await targetOf('dev', { file })).toEqual({
    url: 'https://api.example.com/dev',
    userPoolId: 'eu-west-1_a',
    clientId: 'b',
  })
  await expect(targetOf('prod', { file })).rejects.toThrow(`has no ApiEndpoint of ${name}-prod`)
  await expect(targetOf('dev', { file: join(directory, 'none.json') })).rejects.toThrow('npm run deploy -- --stage dev')
})

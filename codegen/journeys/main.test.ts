// The journeys against the local cloud: they pass, and fail with a plain sentence when operations are broken.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueIdToken } from '../../local-cloud/emulators/cognito/index.ts'
import { model } from '../../local-cloud/model.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import { readJourneys } from './documents.ts'
import { main, travel } from './main.ts'
import { breakingProxy, breaks, type Break } from './testing/breaking-proxy.ts'

const journeys = await readJourneys()
let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
let inputs: Record<string, string>
beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
  inputs = { token: issueIdToken(data.key, { user: 'alice', expiresIn: 3600 }), apiKey: 'local-api-key' }
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

async function travelTo(server: string) {
  const lines: string[] = []
  const exitCode = await travel({ server, inputs, names: [] }, (line) => lines.push(line))
  expect(lines.join('\n')).not.toContain(inputs.token)
  return { exitCode, lines }
}

test('every journey passes', async () => {
  const { exitCode, lines } = await travelTo(url)
  expect(lines).toEqual([
    ...journeys.map(({ document }) => `ok      ${document.info.title}`),
    `${journeys.length} passed, 0 failed`,
  ])
  expect(exitCode).toBe(0)
})

/** The last operation that each journey calls, each broken in a way of its own. */
test('each journey names the operation that is broken, and says how', async () => {
  const ways = Object.keys(breaks) as Break[]
  // Journeys that end with the same operation meet it broken in the same way.
  const wayOf = new Map<string, Break>()
  const broken = journeys.map(({ document }, index) => {
    const ids = document.workflows.flatMap(({ steps }) => steps.flatMap(({ operationId }) => operationId ?? []))
    const operation = model.operations.find(({ operationId }) => operationId === ids.at(-1))
    if (!operation) throw new Error(`${ids.at(-1)} is no operation`)
    const how = wayOf.get(operation.operationId) ?? ways[index % ways.length] ?? 'fails with a 500'
    wayOf.set(operation.operationId, how)
    return { operation, how, title: document.info.title }
  })
  const proxy = await breakingProxy(url, broken)
  const { exitCode, lines } = await travelTo(proxy.url)
  proxy.close()
  const said: Record<Break, RegExp> = {
    'fails with a 500': /answered 500, not \d+.*\.$/,
    'answers an undocumented status': /answered 418, not \d+\.$/,
    'answers HTML': /answered with text\/html, which the contract does not document\.$|answered 200, not \d+\.$/,
    'answers an empty object': /answered 200 with a body that breaks the contract: .+\.$|answered 200, not \d+\.$/,
    'closes the connection': /got no answer: .+\.$/,
    'stores, then closes the connection': /got no answer: .+\.$/,
    'stores, then fails with a 500': /answered 500, not \d+.*\.$/,
  }
  for (const [index, { operation, how, title }] of broken.entries()) {
    expect(lines[index]).toContain(`failed  ${title}, step `)
    expect(lines[index]).toContain(`${operation.operationId} (${operation.method.toUpperCase()} ${operation.path})`)
    expect(lines[index]).toMatch(said[how])
  }
  expect(lines.at(-1)).toBe(`0 passed, ${journeys.length} failed`)
  expect(exitCode).toBe(journeys.length > 0 ? 1 : 0)
})

test.each([
  [['--server', 'localhost:3000'], 'takes an address such as https://api.example.com'],
  [['--server', 'https://api.test/?a=b'], 'takes an address without a query'],
  [['--srver', 'x'], "Unknown option '--srver'"],
  [[], 'no journey can be run without a token or an API key'],
  [['--journey', 'nowhere'], 'there is no journey nowhere; there are '],
])('npm run journeys -- %j says what is wrong', async (args, message) => {
  await expect(main(args, {}, () => undefined)).rejects.toThrow(message)
})

test('a credential may be a variable, and a journey without what it needs is left out', async () => {
  const lines: string[] = []
  const say = (line: string) => lines.push(line)
  const ofSystems = journeys.filter((journey) => journey.inputs.includes('apiKey'))
  for (const { name, document } of ofSystems) {
    const variables = { TOKEN: 'x' }
    await expect(main(['--server', url, '--journey', name], variables, say)).rejects.toThrow('no journey can be run')
    expect(lines.pop()).toBe(`--      ${document.info.title}: needs --api-key`)
  }
  expect(await main(['--list'], {}, say)).toBe(0)
  expect(lines).toHaveLength(journeys.length)
})

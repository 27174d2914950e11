// The canary's journey, on the local cloud: it passes where a stage works, and fails at the first wrong answer.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloud } from '../../local-cloud/cloud.ts'
import { issueAccessToken, loadSigningKey } from '../../local-cloud/emulators/cognito/index.ts'
import { model } from '../model.ts'
import { itemCalls } from '../smoke-calls.ts'
import { placeholder, travel, type Step } from './journey.ts'
import { stepsOf } from './steps.ts'

let directory: string
let cloud: Awaited<ReturnType<typeof startCloud>>
let token: string
beforeAll(async () => {
  process.env.LOG_LEVEL = 'SILENT'
  directory = await mkdtemp(join(tmpdir(), 'canary-'))
  cloud = await startCloud({ port: 0, dataDir: directory, apiKey: 'a-key', stagePath: '/dev' })
  token = issueAccessToken(await loadSigningKey(directory), { scope: 'frontdesk/read frontdesk/write', expiresIn: 600 })
})
afterAll(async () => {
  await cloud.close()
  await rm(directory, { recursive: true })
})

const steps = stepsOf(model.operations)
const go = (changed: Step[] = steps, as = token) =>
  travel({ url: `${cloud.url}/dev`, token: as, steps: changed }, 'canary-1')

test('a stage that works passes each step, twice in a row', async () => {
  expect(await go()).toBe(steps.length)
  // Nothing stays behind: the same names are free again.
  expect(await go()).toBe(steps.length)
})

test('it signs in, is refused, and makes, reads and removes items of each resource that a program may use', () => {
  const reached = (path: string) => steps.filter((step) => step.path.startsWith(path))
  for (const { create, read } of itemCalls(model.operations, placeholder)) {
    const calls = reached(read.path.replace(`/${placeholder}`, ''))
    const expected = create.access === 'apiKey' ? ['GET 403'] : [/^(POST|PUT) 201$/, /^GET 200$/, /^DELETE 2\d\d$/]
    for (const call of expected)
      expect(calls.map(({ method, status }) => `${method} ${status}`).some((said) => said.match(call))).toBe(true)
  }
  expect(steps.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 401, 404]))
})

test('the first wrong answer fails, with the call and the status', async () => {
  const wrong = steps.map((step) => (step.status === 404 ? { ...step, status: 200 } : step))
  await expect(go(wrong)).rejects.toThrow(/^GET \/no-such-route answered 404, not 200: \{/)
  await expect(go(steps, 'no-token')).rejects.toThrow(/^GET \S+ answered 401, not 200/)
})

test('the steps fit into the environment of a function', () => {
  // All variables together have at most 4 KB (Lambda developer guide, quotas).
  expect(JSON.stringify(steps).length).toBeLessThan(3500)
})

// Each operation of each journey is broken in turn. Every time the journey fails and names the operation.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueIdToken } from '../../local-cloud/emulators/cognito/index.ts'
import { model } from '../../local-cloud/model.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import { readJourneys } from './documents.ts'
import { travel } from './main.ts'
import { breakingProxy, breaks, type Break } from './testing/breaking-proxy.ts'

const journeys = (await readJourneys()).map(({ name, document }) => {
  const ids = document.workflows.flatMap(({ steps }) => steps.flatMap(({ operationId }) => operationId ?? []))
  const operations = [...new Set(ids)].flatMap((id) => model.operations.find((known) => known.operationId === id) ?? [])
  return { name, title: document.info.title, operations }
})
const rounds = Math.max(...journeys.map(({ operations }) => operations.length))
const ways = Object.keys(breaks) as Break[]

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

/** Each run breaks one operation of every journey that has still one. The journeys take turns with the ways. */
const runs = [0, 1].flatMap((offset) => Array.from({ length: rounds }, (_, round) => ({ offset, round })))

test.each(runs)(
  'operation $round of each journey, from way $offset on',
  { timeout: 120_000 },
  async ({ offset, round }) => {
    const chosen = journeys.flatMap((journey, index) => {
      const operation = journey.operations[round]
      const how = ways[(index + round + offset) % ways.length]
      return operation && how ? [{ ...journey, operation, how }] : []
    })
    const token = issueIdToken(data.key, { user: 'alice', expiresIn: 3600 })
    const proxy = await breakingProxy(url, chosen)
    const lines: string[] = []
    const names = chosen.map(({ name }) => name)
    const inputs = { token, apiKey: 'local-api-key' }
    const exitCode = await travel({ server: proxy.url, inputs, names }, (line) => lines.push(line))
    proxy.close()
    expect(exitCode).toBe(1)
    expect(lines).toHaveLength(chosen.length + 1)
    for (const [index, { title, operation }] of chosen.entries())
      expect(lines[index]).toMatch(new RegExp(`^failed {2}${title}, step [\\w-]+: ${operation.operationId} \\(.+\\.$`))
  },
)

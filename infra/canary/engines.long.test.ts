// The canary and `npm run journeys` say the same of each journey: it passes, or fails at the same step with the same status.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import { travel as travelByCommand } from '../../codegen/journeys/main.ts'
import { breakingProxy, type Break } from '../../codegen/journeys/testing/breaking-proxy.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import { model } from '../model.ts'
import { given } from './chosen.ts'
import { takeAll } from './function.ts'

// Safe cast: `npm run generate` writes the file.
const bundled = written as unknown as BundledJourneys
const ours = bundled.journeys.filter(({ inputs }) => inputs.every((input) => given.some((own) => own === input)))
const names = ours.map(({ name }) => name)

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
let token: string
beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
  token = data.accessToken(model.scopes.join(' '))
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

/** The journey, the step, the operation and the status: what a reader acts on. */
const essenceOf = (sentence: string) => /^.+?\) (?:answered \S+ not \d+|answered \d+|got no answer)/.exec(sentence)?.[0]

async function both(server: string) {
  const lines: string[] = []
  await travelByCommand({ server, inputs: { token }, names }, (line) => lines.push(line))
  const byCommand = lines.flatMap((line) => (line.startsWith('failed') ? [line.replace(/^failed +/, '')] : []))
  const byCanary = (await takeAll(bundled, { server, token, names })).map(({ sentence }) => sentence)
  return [byCommand, byCanary].map((sentences) => sentences.map(essenceOf).sort())
}

const steps = ours.map(({ document }) => [
  ...new Set(document.workflows.flatMap((workflow) => workflow.steps.flatMap(({ operationId }) => operationId ?? []))),
])
const ways: Break[] = ['fails with a 500', 'answers an undocumented status', 'closes the connection']
const rounds = Array.from({ length: Math.max(...steps.map(({ length }) => length)) }, (_, round) => round)

test('every journey passes by both', { timeout: 120_000 }, async () => {
  expect(await both(url)).toEqual([[], []])
})

test.each(rounds)('operation %i of each journey is broken', { timeout: 120_000 }, async (round) => {
  const broken = steps.flatMap((ids, index) => {
    const operation = model.operations.find(({ operationId }) => operationId === ids[round])
    const how = ways[(round + index) % ways.length]
    return operation && how ? [{ operation, how }] : []
  })
  const proxy = await breakingProxy(url, broken)
  const [byCommand = [], byCanary] = await both(proxy.url)
  proxy.close()
  // An operation that is broken for a journey is broken for all that call it.
  const failing = steps.filter((ids) => broken.some(({ operation }) => ids.includes(operation.operationId)))
  expect(byCommand).toHaveLength(failing.length)
  expect(byCommand).not.toContain(undefined)
  expect(byCanary).toEqual(byCommand)
})

// The protocol's own judges: the conformance suite in both eras, and the inspector.
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { eras, inspect, installJudges, judge, revisions, withService, type Revision, type Verdict } from './main.ts'

let verdicts: Map<Revision, Verdict>
let inspected: Awaited<ReturnType<typeof inspect>>[]

beforeAll(async () => {
  await installJudges()
  await withService(async ({ url, token }) => {
    const found = revisions.map(async (revision) => [revision, await judge(url, revision)] as const)
    verdicts = new Map(await Promise.all(found))
    inspected = await Promise.all(eras.map((era) => inspect(url, token, era)))
  })
}, 300_000)

/** These pass whole: nothing in them needs a test server. */
const whole: Record<Revision, string[]> = {
  '2026-07-28': [
    'tools-list',
    'resources-list',
    'http-header-validation',
    'dns-rebinding-protection',
    'sep-2164-resource-not-found',
    'input-required-result-unsupported-methods',
    'input-required-result-validate-input',
  ],
  '2025-11-25': ['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'],
}

describe.each(revisions)('%s', (revision) => {
  test('exactly the checks of the baseline fail', () => {
    const { code, summary } = verdicts.get(revision) ?? {}
    expect(code, summary).toBe(0)
  })

  test.each(whole[revision])('%s passes whole', (scenario) => {
    const { passed = [], failed } = verdicts.get(revision)?.checks[scenario] ?? {}
    expect(failed).toEqual([])
    expect(passed.length).toBeGreaterThan(0)
  })

  test('the baseline has nothing of a feature that the service declares', async () => {
    const text = await readFile(new URL(`baseline-${revision}.yaml`, import.meta.url), 'utf8')
    const { server } = parse(text) as { server: string[] }
    const scenarios = new Set(server.map((line) => line.split(':')[0]))
    expect(server.length).toBeGreaterThan(20)
    expect(whole[revision].filter((scenario) => scenarios.has(scenario))).toEqual([])
    const checks = Object.values(verdicts.get(revision)?.checks ?? {})
    expect(checks.flatMap(({ passed }) => passed).length).toBeGreaterThan(30)
  })
})

test('the inspector finds the schemas portable, in both eras', () => {
  for (const { code, output } of inspected) expect(code, output).toBe(0)
  expect(inspected).toHaveLength(2)
})

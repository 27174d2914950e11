// The matrix of runtimes: a missing or failing runtime is named and counts, and the README's table is compared.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { promises, type Findings } from '../testing/exercise.ts'
import { packageFolder } from '../testing/installed.ts'
import { chosen, linesOf, runOn, staleRows, writtenInto } from './matrix.ts'
import { runtimes, type Runtime } from './runtimes.ts'

const given = { url: '', flaky: '', token: '', apiKey: '' }
const kept = Array.from({ length: promises }, (_, index) => `promise ${index}`)
const whole = { kept, broken: [] }

const runtime = (findings: Findings, more: Partial<Runtime> = {}): Runtime => ({
  key: 'one',
  name: 'One',
  find: () => '/one',
  run: async () => ({ version: '1.2.3', findings }),
  ...more,
})

test('the exercise has as many checks as it says', async () => {
  const source = await readFile(join(packageFolder, 'testing/exercise.ts'), 'utf8')
  expect(source.match(/^ +check\(/gm)).toHaveLength(promises)
})

test('a runtime that keeps every promise passes', async () => {
  const outcome = await runOn(runtime(whole), given)
  expect(outcome.failures).toEqual([])
  expect(linesOf(outcome)).toEqual([expect.stringMatching(new RegExp(`^One 1\\.2\\.3 +${promises} of ${promises}$`))])
})

const missing = () => {
  throw new Error('It is not installed: npm ci')
}

test.each<[string, Runtime, string, number]>([
  ['is missing', runtime(whole, { find: missing }), 'It is not installed: npm ci', 0],
  [
    'breaks a promise',
    runtime({ kept: kept.slice(1), broken: ['not so: it flies'] }),
    'not so: it flies',
    promises - 1,
  ],
  [
    'runs fewer checks',
    runtime({ kept: kept.slice(2), broken: [] }),
    `It ran ${promises - 2} of ${promises} checks.`,
    promises - 2,
  ],
  ['does not start', runtime(whole, { run: () => Promise.reject(new Error('no\nmemory')) }), '  memory', 0],
])('a runtime that %s fails, and the reason is printed', async (_, given_, reason, count) => {
  const outcome = await runOn(given_, given)
  expect(outcome.failures).toHaveLength(1)
  const lines = linesOf(outcome)
  expect(lines[0]).toContain(` ${count} of ${promises}`)
  expect(lines.join('\n')).toContain(reason)
})

test('--only chooses by key, and refuses a key that is not there', () => {
  expect(chosen(runtimes, 'deno,bun').map(({ key }) => key)).toEqual(['deno', 'bun'])
  expect(chosen(runtimes, undefined)).toEqual(runtimes)
  expect(new Set(runtimes.map(({ key }) => key)).size).toBe(runtimes.length)
  expect(() => chosen(runtimes, 'deno,netscape')).toThrow('There is no runtime netscape.')
})

test('the page is told the versions of a run, and compared with them', async () => {
  const ran = async (version: string, more: Partial<Runtime> = {}) =>
    runOn(runtime(whole, { ...more, run: async () => ({ version, findings: whole }) }), given)
  const readme = '<!-- runtimes: a note -->\n\n| x |\n\n<!-- /runtimes -->\n'
  const browser = { name: 'Browser', isOfMachine: true }
  const outcomes = [await ran('1.2.3'), await ran('2.0.0'), await ran('150.1.2', browser)]
  expect(staleRows(readme, outcomes)).toEqual(['| One | 1.2.3, 2.0.0 |', '| Browser | 150 |'])

  const written = writtenInto(readme, outcomes)
  expect(written).toContain('| One | 1.2.3, 2.0.0 |\n| Browser | 150 |\n\n<!-- /runtimes -->')
  expect(staleRows(written, outcomes)).toEqual([])
  expect(staleRows(written, [await ran('2.0.1')])).toEqual(['| One | 2.0.1 |'])
  // A machine may bring a newer browser.
  expect(staleRows(written, [await ran('151.0', browser)])).toEqual([])
  expect(staleRows(written, [await ran('149.0', browser)])).toEqual(['| Browser | 149 |'])
})

test('the page of the SDK names the pinned versions', async () => {
  const read = async (path: string) => readFile(join(packageFolder, path), 'utf8')
  const pins = JSON.parse(await read('runtimes/package.json')) as { dependencies: Record<string, string> }
  const [, table = ''] = /<!-- runtimes: .*?\n(.*?)<!-- \/runtimes -->/s.exec(await read('../docs/sdk.md')) ?? []
  for (const name of ['node-20', 'node-22', 'deno', 'bun', 'jest', 'jsdom', 'undici', 'node-fetch', 'ofetch']) {
    expect(table).toContain(pins.dependencies[name]?.replace('npm:node@', ''))
  }
})

// The comparison in the README: every cell of ours is held by tests, and these tests exist.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const packageFolder = join(import.meta.dirname, '..')
const readme = await readFile(join(packageFolder, 'README.md'), 'utf8')
const [, section = ''] = /^## Compared with others\n(.*?)^## /ms.exec(readme) ?? []
const rows = [...section.matchAll(/^\| (?!-)(.+) \|$/gm)].map(([, row = '']) =>
  row.split('|').map((cell) => cell.trim()),
)
const [head = [], ...facts] = rows

test('the table compares with five others, and has a last column of tests', () => {
  for (const name of ['openai-node', 'stripe-node', 'AWS SDK v3', 'hey-api', 'Speakeasy'])
    expect(head.some((cell) => cell.startsWith(name))).toBe(true)
  expect(head.at(-1)).toBe('held by')
  expect(facts.length).toBeGreaterThan(20)
  for (const row of facts) expect(row).toHaveLength(head.length)
})

const generated = join(packageFolder, '../generated/client-sdk')
const sources = await Promise.all((await readdir(generated)).map((name) => readFile(join(generated, name), 'utf8')))
/** A project that has removed the resource of a combined method has removed its tests too. */
const isOffered = ([, cell = '']: string[]) => {
  const [, method] = /^`(\w+(?:AndWait|With))`$/.exec(cell) ?? []
  return method === undefined || sources.some((source) => source.includes(`${method}: (`))
}

describe.each(facts.filter(isOffered).map((row) => [row[0] ?? '', row.at(-1) ?? ''] as const))('%s', (_, cell) => {
  test('is held by tests that are there', async () => {
    const named = cell.split('; ').map((test) => /^`(\S+)` _(.+)_$/.exec(test) ?? [])
    for (const [, path = '', title = ''] of named) {
      const file = path.startsWith('codegen/') ? join(packageFolder, '..', path) : join(packageFolder, path)
      const source = await readFile(file, 'utf8')
      // The title is that of a test, of a group of tests, or of a check of test:runtimes.
      expect(source).toMatch(/\b(test|describe|program|Check)\b/)
      expect(source.replaceAll('\\', '')).toContain(`'${title.replaceAll('\\', '')}'`)
    }
  })
})

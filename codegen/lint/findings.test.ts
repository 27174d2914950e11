// The findings in a copy of spec/: each has its file, line and column, and each mistake is told once.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { projectRoot } from '../contract.ts'
import { findingsIn } from './findings.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'findings-'))
  await cp(join(projectRoot, 'spec'), join(root, 'spec'), { recursive: true })
})
afterAll(() => rm(root, { recursive: true }))

async function findingsAfter(file: string, change: (yaml: string) => string) {
  const path = join(root, file)
  const before = await readFile(path, 'utf8')
  await writeFile(path, change(before))
  const findings = await findingsIn(root)
  await writeFile(path, before)
  return findings
}

test('the contract as it is has none', async () => {
  expect(await findingsIn(root)).toEqual([])
})

it.each([
  [
    'spec/openapi.yaml',
    'a bracket',
    (yaml: string) => yaml.replace('version: ', 'version: ['),
    /:\d+:\d+ .*indentation/,
  ],
  ['spec/system.yaml', 'a bracket', (yaml: string) => yaml.replace('tags: ', 'tags: ['), /:\d+:\d+ Failed to parse/],
  [
    'spec/system.yaml',
    'a rule',
    (yaml: string) => yaml.replace(/^ {6}summary: .*\n/m, ''),
    /:5:5 .*\(operation-summary\)/,
  ],
])('%s: %s', async (file, _mistake, change, expected) => {
  const findings = await findingsAfter(file, change)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatch(new RegExp(`^${file.replace('.', '\\.')}${expected.source}`))
})

test('a reference that leads nowhere', async () => {
  const findings = await findingsAfter('spec/system.yaml', (yaml) =>
    yaml.replace('#/schemas/Status', '#/schemas/State'),
  )
  expect(findings[0]).toMatch(/^spec\/system\.yaml:\d+:\d+ Can't resolve \$ref/)
})

// Which saved files matter to --watch, and how they are told.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { describe, isCode, isCodegen, isContract, isWatched, watchChanges } from './changes.ts'

it.each([
  'spec/cases.yaml',
  'spec/journeys/cases.yml',
  'spec/guides/start.md',
  'redocly.yaml',
  'server/operations/cases.ts',
  'server/sample-data/products.json',
  'codegen/lint/rules/etags.ts',
  'local-cloud/pages/site.ts',
])('%s is watched', (path) => {
  expect(isWatched(path)).toBe(true)
})

it.each([
  'spec/.cases.yaml.swp',
  'spec/.#cases.yaml',
  'spec/cases.yaml~',
  'spec/4913',
  'spec/#cases.yaml#',
  'spec/cases.yaml.tmp.4711',
  'spec/cases.tmp.yaml',
  'spec/cases.yaml___jb_tmp___',
  'server/operations/sedA1b2C3',
  'server/operations/.cases.ts',
  'server/operations/cases.test.ts',
  'server/operations/cases.ts.bak',
])('%s is not watched', (path) => {
  expect(isWatched(path)).toBe(false)
})

test('a change of codegen changes the contract and the code', () => {
  const change = { path: 'codegen/model.ts', verb: 'changed' }
  expect([isContract, isCode, isCodegen].map((is) => is(change))).toEqual([true, true, true])
  const spec = { path: 'spec/cases.yaml', verb: 'changed' }
  expect([isContract, isCode, isCodegen].map((is) => is(spec))).toEqual([true, false, false])
})

test('the line names three files at most', () => {
  const changed = ['spec/a.yaml', 'spec/b.yaml'].map((path) => ({ path, verb: 'changed' }))
  const removed = ['server/c.ts', 'server/d.ts', 'server/e.ts'].map((path) => ({ path, verb: 'removed' }))
  expect(describe(changed)).toBe('spec/a.yaml, spec/b.yaml changed')
  expect(describe([...changed, ...removed])).toBe('spec/a.yaml, spec/b.yaml changed, server/c.ts removed and 2 more')
})

test('a folder or a file that was removed is watched again when it is there again', async () => {
  const root = await mkdtemp(join(tmpdir(), 'watched-'))
  const write = async (path: string) => {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), '')
  }
  for (const path of ['spec/cases.yaml', 'redocly.yaml', 'docs/a.md']) await write(path)
  const seen: string[] = []
  // As in watch.ts, with a slash at its end.
  const changes = watchChanges(`${root}/`, () => seen.push(describe(changes.take())))
  const next = async (expected: string) => {
    await expect.poll(() => seen, { timeout: 5000 }).toEqual([expected])
    seen.length = 0
  }
  await changes.ready
  await rm(join(root, 'spec'), { recursive: true })
  await next('spec/cases.yaml removed')
  await write('spec/cases.yaml')
  await next('spec/cases.yaml added')
  await write('docs/b.md')
  await writeFile(join(root, 'spec/cases.yaml'), 'edited')
  await next('spec/cases.yaml changed')
  await rm(join(root, 'redocly.yaml'))
  await next('redocly.yaml removed')
  await write('redocly.yaml')
  await next('redocly.yaml added')
  await changes.close()
  await rm(root, { recursive: true })
})

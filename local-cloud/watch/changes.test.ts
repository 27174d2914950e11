// Which saved files matter to --watch, and how they are told.
import { expect, it, test } from 'vitest'
import { describe, isCode, isCodegen, isContract, isWatched } from './changes.ts'

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

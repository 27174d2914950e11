// The report of sizes: a bundle has outgrown its budget by its start, and by its one file. A project's name is in it.
import { expect, test } from 'vitest'
import { measureSizes, report } from './size.ts'

const budget = { size: 100, whole: 150 }

test.each([
  [100, 150, false],
  [101, 150, true],
  [100, 151, true],
])('%i bytes at the start and %i in one file: outgrown is %s', (size, whole, isOutgrown) => {
  const line = `a bundle: ${size} of 100 B gzip at the start, ${whole} of 150 in one file`
  expect(report({ what: 'a bundle', size, whole, budget })).toEqual({ line, isOutgrown })
})

test.each([
  'shop',
  'blue-harbor',
  'warehouse-and-logistics-desk',
  'a-very-long-name-of-a-project-with-words-of-all-kinds',
])('a project with the name %s has bundles within the budgets', async (name) => {
  const outgrown = (await measureSizes(name)).map(report).filter(({ isOutgrown }) => isOutgrown)
  expect(outgrown).toEqual([])
})

// The commands of the runbooks that can run on the local cloud work as they are pasted.
import { expect, test } from 'vitest'
import { describeBlocks, isRun } from './page-blocks.ts'
import { blocksOf, pages } from './pages.ts'

const runbooks = pages.filter(({ path }) => path.startsWith('docs/runbooks/'))
const tried = runbooks.filter((page) => blocksOf(page).some(isRun))

test('each runbook has blocks, and most can be tried', () => {
  for (const page of runbooks)
    if (!page.path.includes('plugin')) expect(blocksOf(page).length, page.path).toBeGreaterThan(0)
  expect(tried.length).toBeGreaterThanOrEqual(5)
})

describeBlocks(tried)

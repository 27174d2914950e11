// The shell commands of the hand-written pages work as they are pasted. Those of the runbooks run in `npm run test:long`.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { describeBlocks, isRun, notRun } from './page-blocks.ts'
import { blocksOf, pages, scripts } from './pages.ts'

const run = promisify(execFile)

test('the scripts whose blocks are not run exist', () => {
  expect(notRun.filter((script) => !(script in scripts))).toEqual([])
})

test('the blocks that are not run are correct for the shell', async () => {
  for (const page of pages) {
    for (const { language, code } of blocksOf(page)) {
      if (language === 'sh') await run('sh', ['-n', '-c', code])
    }
  }
})

describeBlocks(pages.filter((page) => !page.path.startsWith('docs/runbooks/') && blocksOf(page).some(isRun)))

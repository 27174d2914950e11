// npm run sdk:python without what it needs: one line, and exit code 1.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { projectRoot } from '../contract.ts'

test.each(['codegen/python/main.ts', 'codegen/python/testing/main.ts'])('%s says what is missing', async (script) => {
  // Node is a program that is there, and no Python.
  for (const python of ['/nowhere/python', process.execPath]) {
    const ended = promisify(execFile)(process.execPath, [join(projectRoot, script), '--python', python])
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: `The package needs Python 3.11 with codegen/python/requirements.txt, and ${python} has not. See --help.\n`,
    })
  }
})

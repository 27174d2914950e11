// One line for each failure of the storage: the file, what is wrong with it, and what to do.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atFile, storageProblem } from './storage-problem.ts'

const errorOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('It did not fail.')
}
const failure = (code: string) => Object.assign(new Error(`${code}: failed, write`), { code })

test.each([
  ['ENOSPC', 'Free some space'],
  ['EDQUOT', 'Free some space'],
  ['EFBIG', 'ulimit -f'],
  ['EACCES', 'DATA_DIR'],
  ['EPERM', 'DATA_DIR'],
  ['EROFS', 'DATA_DIR'],
  ['EIO', 'DATA_DIR'],
  ['ENAMETOOLONG', 'DATA_DIR'],
  ['ELOOP', 'DATA_DIR'],
  ['EMFILE', 'ulimit -n'],
])('%s', (code, todo) => {
  const said = storageProblem(atFile('/data/x', failure(code)))
  expect(said).toMatch(/^Cannot use \/data\/x: [^\n]+\.$/)
  expect(said).toContain(todo)
})

test.each([
  ['No space left on device', 'Free some space'],
  ['File too large', 'ulimit -f'],
  ['Permission denied', 'DATA_DIR'],
])('LevelDB: %s, also as the cause of another error', (reason, todo) => {
  const error = new Error(`IO error: /data/dynamodb/000003.log: ${reason}`)
  expect(storageProblem(error)).toMatch(/^Cannot use \/data\/dynamodb\/000003\.log: /)
  expect(storageProblem(new Error('Database failed to open', { cause: error }))).toContain(todo)
})

test('real errors of the file system name their file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-'))
  writeFileSync(join(folder, 'file'), '')
  expect(storageProblem(errorOf(() => readFileSync(folder)))).toBe(undefined)
  expect(
    storageProblem(
      atFile(
        folder,
        errorOf(() => readFileSync(folder)),
      ),
    ),
  ).toContain(`${folder}: a folder is where a file`)
  const below = join(folder, 'file', 'x')
  expect(storageProblem(errorOf(() => writeFileSync(below, '')))).toContain(
    `${below}: a file is where a folder must be`,
  )
  rmSync(folder, { recursive: true })
})

test('any other error is none of storage', () => {
  expect(storageProblem(new TypeError('x is not a function'))).toBe(undefined)
  expect(storageProblem(failure('ECONNRESET'))).toBe(undefined)
  expect(storageProblem('text')).toBe(undefined)
})

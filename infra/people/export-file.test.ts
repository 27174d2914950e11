// The file of an export is whole or not there, and a failure is told as it was.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportTo, partOf } from './export-file.ts'
import type { Person } from './people.ts'

const person = (username: string): Person => ({
  ...{ username, enabled: true, status: 'CONFIRMED', createdAt: '', attributes: {} },
})

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'export-'))
  file = join(directory, 'people.jsonl')
})
afterEach(() => rm(directory, { recursive: true }))

/** Two people, with what happens between them. */
async function* peopleAnd(between: () => void | Promise<void>): AsyncGenerator<Person> {
  yield person('a')
  await between()
  yield person('b')
}

test('the file has its name when it is whole, and only its owner may read it', async () => {
  await writeFile(partOf(file), 'of an export that was killed', { mode: 0o644 })
  const count = await exportTo(
    file,
    peopleAnd(async () => {
      expect(await readdir(directory)).toEqual(['people.jsonl.part'])
      expect((await stat(partOf(file))).mode & 0o777).toBe(0o600)
    }),
  )
  expect(count).toBe(2)
  expect(await readdir(directory)).toEqual(['people.jsonl'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as Person).username)).toEqual(['a', 'b'])
})

test('an export that fails leaves nothing, and its own error is thrown', async () => {
  const failing = peopleAnd(() => {
    throw new Error('The pool is gone.')
  })
  await expect(exportTo(file, failing)).rejects.toThrow(/^The pool is gone\.$/)
  expect(await readdir(directory)).toEqual([])
})

test('the error is still told when the part cannot be removed', async () => {
  const failing = peopleAnd(async () => {
    // A folder in the place of the part: no `rm` without `recursive` removes it.
    await rm(partOf(file))
    await mkdir(partOf(file))
    throw new Error('The pool is gone.')
  })
  await expect(exportTo(file, failing)).rejects.toThrow(
    `The pool is gone. A part of the export stays in ${partOf(file)}.`,
  )
})

test('no file is overwritten', async () => {
  await writeFile(file, 'mine')
  await expect(
    exportTo(
      file,
      peopleAnd(() => undefined),
    ),
  ).rejects.toThrow(`${file} is there already.`)
  expect(await readFile(file, 'utf8')).toBe('mine')
  expect(await readdir(directory)).toEqual(['people.jsonl'])
})

test('no listener for signals stays', async () => {
  const before = process.listenerCount('SIGINT')
  await exportTo(
    file,
    peopleAnd(() => expect(process.listenerCount('SIGINT')).toBe(before + 1)),
  )
  expect(process.listenerCount('SIGINT')).toBe(before)
})

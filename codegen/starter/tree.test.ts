// Changes come back into the tree together, or not at all.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { git } from './git.ts'
import { apply, changesOf, inCopy, listOf } from './tree.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tree-'))
  await git(root, 'init', '--quiet')
  await mkdir(join(root, 'room'))
  for (const name of ['stays', 'changes', 'goes']) await writeFile(join(root, 'room', name), name)
})
afterEach(() => rm(root, { recursive: true }))

async function edit(copy: string) {
  await writeFile(join(copy, 'room/changes'), 'changed')
  await writeFile(join(copy, 'room/comes'), 'new')
  await rm(join(copy, 'room/goes'))
  return changesOf(root, copy)
}

test('the changes of a copy', async () => {
  await inCopy(root, async (copy) => {
    const changes = await edit(copy)
    expect(listOf(changes)).toBe('  changed  room/changes\n  added    room/comes\n  removed  room/goes\n')
    expect((await readdir(join(root, 'room'))).sort()).toEqual(['changes', 'goes', 'stays'])
    await apply(root, copy, changes)
  })
  expect((await readdir(join(root, 'room'))).sort()).toEqual(['changes', 'comes', 'stays'])
  expect(await readFile(join(root, 'room/changes'), 'utf8')).toBe('changed')
  expect((await readdir(root)).sort()).toEqual(['.git', 'room'])
})

test('a change that cannot be made puts the others back', async () => {
  await inCopy(root, async (copy) => {
    const changes = await edit(copy)
    // A folder stands where the new file should come.
    await mkdir(join(root, 'room/comes/full'), { recursive: true })
    await expect(apply(root, copy, changes)).rejects.toThrow()
  })
  expect(await readFile(join(root, 'room/changes'), 'utf8')).toBe('changes')
  expect(await readFile(join(root, 'room/goes'), 'utf8')).toBe('goes')
  expect((await readdir(root)).sort()).toEqual(['.git', 'room'])
})

test('the copy goes after a failure too', async () => {
  let place = ''
  const failing = inCopy(root, async (copy) => {
    place = copy
    return Promise.reject(new Error('no'))
  })
  await expect(failing).rejects.toThrow('no')
  await expect(readdir(place)).rejects.toThrow('ENOENT')
})

// The programs of a command, and the places that it writes to.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clone } from './git.ts'
import { put } from './new/new.ts'
import { runProgram } from './programs.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programs-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

test.each([
  ['leads a group of its own', false, 'leads'],
  ['that may ask stays in the group of the terminal', true, 'follows'],
])('a program %s', async (_, asks, expected) => {
  const program = `try { process.kill(-process.pid, 0); console.log('leads') } catch { console.log('follows') }`
  const { stdout } = await runProgram(process.execPath, ['-e', program], { cwd: folder, asks })
  expect(stdout).toBe(`${expected}\n`)
})

test('a repository that cannot be read is refused with the reason of git', async () => {
  const place = join(folder, 'nothing')
  await expect(clone(place, join(folder, 'copy'))).rejects.toThrow(
    /nothing is no git repository that can be read: fatal: .*nothing.* does not exist/,
  )
})

test('a reader that goes before the end stops no command', async () => {
  const child = spawn(process.execPath, ['codegen/starter/add.ts', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const said = child.stderr.setEncoding('utf8').toArray()
  expect([await once(child, 'close'), await said]).toEqual([[0, null], []])
})

describe('a project comes to its place', () => {
  let copy: string
  beforeEach(async () => {
    copy = join(folder, 'copy')
    await mkdir(copy)
    await writeFile(join(copy, 'node_modules'), '')
    await writeFile(join(copy, 'page.md'), 'A page')
  })

  test('with the folders above it', async () => {
    const target = join(folder, 'a', 'b', 'acme')
    await put(copy, target)
    expect(await readFile(join(target, 'page.md'), 'utf8')).toBe('A page')
  })

  test('or to an empty folder', async () => {
    const target = join(folder, 'acme')
    await mkdir(target)
    await put(copy, target)
    expect(await readFile(join(target, 'page.md'), 'utf8')).toBe('A page')
  })

  test('and not to one that has got something meanwhile', async () => {
    const target = join(folder, 'acme')
    await mkdir(target)
    await writeFile(join(target, 'note'), 'mine')
    await expect(put(copy, target)).rejects.toThrow(`${target} is not empty any more.`)
    expect(await readdir(target)).toEqual(['note'])
  })

  test('and when it cannot, the folders that came above it go', async () => {
    const parent = join(folder, 'a', 'b')
    // A name that is too long for a folder.
    const failing = put(copy, join(parent, 'x'.repeat(300)))
    await expect(failing).rejects.toThrow('ENAMETOOLONG')
    expect(await readdir(folder)).toEqual(['copy'])
  })
})

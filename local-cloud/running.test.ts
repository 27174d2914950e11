// The process that uses a data directory is named; a process that was killed is not.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeRunning, noteRunning } from './running.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'running-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

test('the process and its port are named until it stops', async () => {
  expect(await describeRunning(dataDir)).toBeUndefined()
  const { close } = await noteRunning(dataDir, 3000)
  expect(await describeRunning(dataDir)).toBe(`process ${process.pid}, port 3000`)
  await close()
  expect(await describeRunning(dataDir)).toBeUndefined()
  expect(await readdir(dataDir)).toEqual([])
})

test.each([
  ['of a process that is gone', () => JSON.stringify({ pid: spawnSync(process.execPath, ['-e', '']).pid, port: 3000 })],
  ['that is cut off', () => '{"pid":1'],
])('a file %s names nobody', async (_, content) => {
  await writeFile(join(dataDir, 'running.json'), content())
  expect(await describeRunning(dataDir)).toBeUndefined()
})

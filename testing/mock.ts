// Starts the mock as `npm run mock` starts it.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { expect } from 'vitest'

export type MockProcess = ChildProcessByStdio<null, Readable, Readable>

/** Without a port a free one. An empty LOCAL_HOST replaces the one of the developer's shell. */
export const spawnMock = (args: string[] = [], { MOCK_PORT = '0', LOCAL_HOST = '' } = {}): MockProcess =>
  spawn(process.execPath, ['local-cloud/mock.ts', ...args], {
    env: { ...process.env, MOCK_PORT, LOCAL_HOST },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** The URL that it prints. */
export async function readyAt({ stdout }: MockProcess): Promise<string> {
  const [line] = (await once(createInterface(stdout), 'line')) as [string]
  expect(line).toMatch(/^The mock is ready at http:\/\/localhost:\d+$/)
  return line.replace(/^.* /, '')
}

export async function endMock(mock: MockProcess) {
  if (mock.exitCode !== null) return
  mock.kill()
  await once(mock, 'exit')
}

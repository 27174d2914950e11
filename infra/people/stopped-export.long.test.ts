// npm run people -- export, stopped by a signal in the middle: nothing of it stays on the disk.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the export with %i', async (signal, exitCode) => {
  const directory = await mkdtemp(join(tmpdir(), 'export-'))
  // The pool gives a first page, and never the second.
  let pages = 0
  const server = createServer((request, response) => {
    request.resume()
    if (request.method === 'GET') return void response.end()
    if (pages++ > 0) return
    const page = { Users: [{ Username: 'a', Enabled: true, UserStatus: 'CONFIRMED' }], PaginationToken: 'more' }
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(page))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Safe cast: a server of TCP has an address and a port.
  const { port } = server.address() as AddressInfo
  const options = ['--user-pool', 'us-east-1_A', '--endpoint', `http://127.0.0.1:${port}`]
  const file = join(directory, 'people.jsonl')
  const program = spawn(process.execPath, ['infra/people/main.ts', 'export', file, ...options])
  const ended = once(program, 'exit')
  try {
    while (pages < 2) await sleep(20)
    expect(await readdir(directory)).toEqual(['people.jsonl.part'])
    program.kill(signal)
    expect(await ended).toEqual([exitCode, null])
    expect(await readdir(directory)).toEqual([])
  } finally {
    program.kill('SIGKILL')
    server.closeAllConnections()
    server.close()
    await rm(directory, { recursive: true })
  }
})

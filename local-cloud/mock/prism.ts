// Prism as a program of its own on a free port: it gives the contract's examples.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { name } from '../../generated/names.ts'
import { loopback } from '../address.ts'

// It runs as a file in Node, without a shell or npx, so that a signal reaches it.
const program = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'))

export type Prism = { url: string; close(): void; ended: Promise<string> }

/**
 * Resolves when Prism listens, and rejects with its last line when it ends before. `ended` resolves to its last line.
 * @param dynamic Answers are made from the schemas, each time others.
 */
export async function startPrism(contract: object, { dynamic }: { dynamic: boolean }): Promise<Prism> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-mock-`))
  const document = join(folder, 'openapi.json')
  await writeFile(document, JSON.stringify(contract))
  const options = ['--host', loopback, '--port', '0', ...(dynamic ? ['--dynamic'] : [])]
  const child = spawn(process.execPath, [program, 'mock', ...options, document], { stdio: ['ignore', 'pipe', 'pipe'] })

  process.once('exit', () => child.kill())

  let last = ''
  createInterface(child.stderr).on('line', (line) => (last = line.trim() === '' ? last : line))
  const ended = new Promise<string>((resolve) => {
    child.on('close', () => void rm(folder, { recursive: true }).then(() => resolve(last)))
  })
  const listening = new Promise<string>((resolve) => {
    // The line of its address comes once. Its other lines tell of requests, as the mock does itself.
    createInterface(child.stdout).on('line', (line) => {
      const [, url] = /Prism is listening on (http:\/\/\S+:\d+)/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })
  const failed = ended.then((reason) => Promise.reject(new Error(`Prism has ended: ${reason}`)))
  const url = await Promise.race([listening, failed])
  return { url, ended, close: () => void child.kill() }
}

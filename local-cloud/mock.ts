// npm run mock: Prism on the contract. Every operation answers with its example.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { hostToListenOn, urlAt } from './address.ts'
import { readOptions } from '../codegen/command.ts'
import { projectRoot, type Contract } from '../codegen/contract.ts'
import { forPrism } from '../codegen/mock/for-prism.ts'
import { name } from '../generated/names.ts'
import { dropEmptyVariables } from './empty-variables.ts'
import { endWithNpm } from './end-with-npm.ts'

// Prism runs as a file in Node, without a shell or npx, so that a signal reaches it.
const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'))

const help = `
Usage: npm run mock

Runs Prism on the contract: every operation answers with its example. It keeps nothing and needs no AWS account.

  --help   this text

Variables:
  MOCK_PORT    port of the mock (4010); 0 takes a free one
  LOCAL_HOST   address to listen on (127.0.0.1); 0.0.0.0 opens it to the network`

async function main() {
  if (!readOptions(help, {})) return
  dropEmptyVariables()
  const port = process.env.MOCK_PORT ?? '4010'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error('MOCK_PORT must be a number from 0 to 65535.')

  const host = hostToListenOn()

  const contract = JSON.parse(await readFile(join(projectRoot, 'generated/openapi.json'), 'utf8')) as Contract
  const folder = await mkdtemp(join(tmpdir(), `${name}-mock-`))
  const document = join(folder, 'openapi.json')
  await writeFile(document, JSON.stringify(forPrism(contract)))

  const child = spawn(process.execPath, [prism, 'mock', '--cors', '--host', host, '--port', port, document], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stopping = false
  const stop = () => {
    stopping = true
    child.kill()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', stop)
  endWithNpm(stop)

  let ready = false
  createInterface(child.stdout).on('line', (line) => {
    const [, address = '', actual] = /Prism is listening on http:\/\/(\S+):(\d+)/.exec(line) ?? []
    // Before Prism listens it lists the operations. After that it explains each answer.
    if (ready) console.log(line)
    if (actual === undefined) return
    ready = true
    console.log(`The mock is ready at ${urlAt({ address, port: Number(actual) }, 'localhost')}`)
  })
  const errors: string[] = []
  createInterface(child.stderr).on('line', (line) => (ready ? console.error(line) : errors.push(line)))

  child.on('close', () => {
    void rm(folder, { recursive: true }).then(() => {
      if (stopping) return
      console.error(explain(errors, port))
      process.exitCode = 1
    })
  })
}

// Prism prints its usage first, and the reason last.
function explain(errors: string[], port: string): string {
  const [reason] = errors.filter((line) => line.trim() !== '').slice(-1)
  if (reason?.includes('EADDRINUSE')) return `Port ${port} is in use. Set MOCK_PORT to another one.`
  return `The mock has stopped${reason === undefined ? '' : `: ${reason}`}`
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}

// Runs the shell blocks of pages as they are pasted, one after the other, against a running local cloud.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from './compile.ts'
import { createDataDir, runCloud, type CloudProcess } from './local-cloud.ts'
import { blocksOf, type Block, type Page } from './pages.ts'
import { copyProject, type ProjectCopy } from './project-copy.ts'
import { freePort } from './free-port.ts'

const run = promisify(execFile)
const path = [join(projectRoot, 'node_modules/.bin'), process.env.PATH].join(delimiter)

/** Scripts that have tests of their own, write projects, start servers, deploy, measure, check or release: their blocks are not run here, nor is Python. */
export const notRun = [
  ...['new', 'add', 'remove', 'upgrade'],
  ...['journeys', 'journeys:stage', 'contract:diff', 'ci:comment'],
  ...['start', 'mock', 'format', 'check', 'test:unit', 'test', 'bench'],
  ...['synth', 'diff', 'deploy', 'destroy', 'smoke', 'restore', 'rollback', 'release:version', 'release:publish'],
]
/** Nor what is for a deployed stage. */
const notRunLine = new RegExp(
  `^(npm (ci|install)\\b|npm (run )?(${notRun.join('|')})\\b|npx (cdk|changeset)\\b|aws |pip |python3)|\\$\\(aws |--inspect\\b|--stage \\w`,
  'm',
)
export const isRun = ({ language, code }: Block) => language === 'sh' && !notRunLine.test(code)

/** The address of the pages for an operator's commands, in place of which the test has a free port. */
const addressOfCommands = 'localhost:4030'

/** The tests of these pages. */
export function describeBlocks(pages: Page[]) {
  describe('the blocks of a page work when they are pasted one after the other', () => {
    let cloud: CloudProcess
    let project: ProjectCopy
    let data: Awaited<ReturnType<typeof createDataDir>>
    let host: string
    let commands: string
    beforeAll(async () => {
      project = await copyProject()
      data = await createDataDir()
      const port = await freePort()
      commands = `localhost:${port}`
      cloud = runCloud({ env: { DATA_DIR: data.path, LOCAL_AWS_PORT: String(port) } })
      host = new URL(await cloud.ready()).host
    })
    afterAll(async () => {
      await cloud.kill()
      await Promise.all([data.remove(), project.close()])
    })

    /** Runs the blocks in one shell. A curl that gets a status from 400 on is recorded, and the shell goes on. */
    async function runBlocks(blocks: Block[]) {
      const log = join(data.path, 'curl.log')
      const curl = `curl() { command curl --fail-with-body "$@" || printf '%s\\n' "$? $*" >> '${log}'; }`
      const marked = blocks.map(({ code }) => `printf '\\n#block\\n' | tee -a '${log}'\n${code}`)
      const script = [': > ' + log, curl, ...marked]
        .join('\n')
        .replaceAll('localhost:3000', host)
        .replaceAll(addressOfCommands, commands)
      const env = { ...process.env, PATH: path, DATA_DIR: data.path }
      const { stdout } = await run('sh', ['-euc', script], { cwd: project.root, env, maxBuffer: 2 ** 24 })
      const parts = (text: string) => text.split('\n#block\n').slice(1)
      const failures = parts(await readFile(log, 'utf8')).map((lines) => lines.split('\n').filter(Boolean))
      return parts(stdout).map((output, n) => ({ output, failures: failures[n] ?? [] }))
    }

    test.each(pages)('$path', { timeout: 300_000 }, async (page) => {
      const all = blocksOf(page)
      const blocks = all.filter(isRun)
      const { stdout: token } = await run('npm', ['run', '--silent', 'token'], {
        cwd: project.root,
        env: { ...process.env, DATA_DIR: data.path },
      })
      const preset = { language: 'sh', code: `TOKEN=${token.trim()}\n`, follows: false }
      const [, ...results] = await runBlocks([preset, ...blocks])
      expect(results.length).toBe(blocks.length)
      for (const [n, block] of blocks.entries()) {
        const { output = '', failures = [] } = results[n] ?? {}
        // A comment such as `# 400` says that a refusal is what the block shows.
        const refusals = block.code.match(/# 4\d\d$/gm) ?? []
        expect(failures, block.code).toHaveLength(refusals.length)
        const shown = all[all.indexOf(block) + 1]
        if (shown?.language === 'json' && shown.follows) {
          expect(shapeOf(JSON.parse(output)), block.code).toEqual(shapeOf(JSON.parse(shown.code)))
        }
      }
    })
  })
}

/** The types of a value's members; of `status` the value, which tells one answer from another. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'status' ? (member as unknown) : shapeOf(member)]),
  )
}

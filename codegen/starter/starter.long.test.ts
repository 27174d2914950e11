// A project of one's own from the first command on: made, renamed, installed, tested, and with a resource more.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'

const run = promisify(execFile)
const minutes = (count: number) => count * 60_000
/** These follow the contract, or are of what is kept and added. The whole `npm test` takes as long as that of this project. */
const selected = [
  'server/operations',
  'server/cost.test.ts',
  'client-sdk/src',
  'infra/stack.test.ts',
  'testing/docs.test.ts',
]

let source: ProjectCopy
let folder: string
let acme: string
const inFolder =
  (cwd: string) =>
  async (command: string, ...args: string[]) => {
    const env: NodeJS.ProcessEnv = { ...process.env, CI: '1' }
    const { stdout } = await run(command, args, { cwd, env, maxBuffer: 2 ** 26 })
    return stdout
  }
const commit = async (root: string) => {
  await inFolder(root)('git', 'add', '--all')
  await inFolder(root)(
    'git',
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.com',
    'commit',
    '--quiet',
    '--message',
    'x',
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starter-long-'))
  acme = join(folder, 'acme')
  source = await copyProject()
  await inFolder(source.root)('git', 'init', '--quiet')
  await commit(source.root)
})
afterAll(async () => {
  await source.close()
  await rm(folder, { recursive: true, force: true })
})

test(
  'a project is made, installed and green, and names the other one in one line',
  { timeout: minutes(40) },
  async () => {
    await inFolder(source.root)('npm', 'run', 'new', '--', acme, '--name', 'Blue Harbor', '--keep', 'cases')
    const here = inFolder(acme)
    const named = await here('git', 'grep', '-i', '-c', 'frontdesk')
    expect(named.trim()).toBe('package.json:1')
    const contract = JSON.parse(await readFile(join(acme, 'generated/openapi.json'), 'utf8')) as { paths: object }
    expect(
      Object.keys(contract.paths).filter((path) => /^\/(events|products|customers|workflow|users|orders)/.test(path)),
    ).toEqual([])
    expect(Object.keys(contract.paths)).toContain('/cases/{caseId}/files')
    expect(await here('git', 'log', '--format=%s')).toBe('The starting point\n')
    await here('npm', 'ci')
    // `npm run check` follows below, once for what is kept and what is added.
    await here('npx', 'vitest', 'run', '--testTimeout=300000', ...selected)
    expect(await here('npm', 'run', '--silent', 'synth')).toContain('cdk.out/blue-harbor-dev.template.json')
    expect(await here('git', 'status', '--porcelain')).toBe('')
  },
)

test('a resource is added, and everything has it', { timeout: minutes(40) }, async () => {
  const here = inFolder(acme)
  const said = await here('npm', 'run', '--silent', 'add', '--', 'resource', 'tickets')
  expect(said).toContain('spec/tickets.yaml')
  const read = (path: string) => readFile(join(acme, path), 'utf8')
  expect(await read('generated/client-sdk/tickets.ts')).toContain('updateWith')
  expect(await read('generated/client-sdk/msw.ts')).toContain('createTicket')
  expect(await read('generated/mcp.json')).toContain('createTicket')
  expect(await read('docs/operations.md')).toContain('createTicket')
  expect(await read('infra/golden/prod.yaml')).toContain('TablesTickets')
  await commit(acme)
  await here('npm', 'run', 'check')
  await here(
    'npx',
    'vitest',
    'run',
    '--testTimeout=300000',
    'server/operations/tickets',
    'server/cost.test.ts',
    'server/fake-cursors.test.ts',
    'server/mcp/tools.test.ts',
    'infra/stack.test.ts',
  )
  await here('npm', 'run', '--silent', 'remove', '--', 'resource', 'tickets')
  await here('git', 'add', '--all')
  expect(await here('git', 'diff', '--cached', '--stat', 'HEAD~1')).toBe('')
})

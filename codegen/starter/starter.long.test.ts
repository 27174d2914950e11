// A project of one's own from the first command on: made, renamed, checked, tested, and with a resource that comes and goes.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'
import { namesOf } from '../model/names.ts'
import { namesOfTree } from './names-of.ts'
import { otherTitle } from './testing/free-name.ts'

/** The machine may have other work. The whole takes five minutes on two cores without any. */
const timeout = 40 * 60_000
const { name: oldName } = namesOfTree('.')
const { name } = namesOf(otherTitle)

/** The tests that follow the contract, or count its parts. The whole `npm test` takes as long as that of this project. */
const chosen = [
  'server/operations/',
  'server/conventions/schemas',
  'server/conventions/statuses',
  'server/cost.test',
  'server/fake-cursors.test',
  'server/mcp/tools.test',
  'client-sdk/src/zod.test',
  'client-sdk/src/texts',
  'codegen/gateway/index.test',
  'infra/stack.test',
  'infra/grants.test',
  'testing/docs.test',
  'testing/words.test',
]

let source: ProjectCopy
let folder: string
let made: string

async function run(cwd: string, command: string, ...args: string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, CI: '1', NO_COLOR: '1' }
  const running = promisify(execFile)(command, args, { cwd, env, maxBuffer: 2 ** 26 })
  const { stdout } = await running.catch((reason: unknown) => {
    // Safe cast: execFile rejects with an error that has what the program said.
    const { message, stdout: said } = reason as Error & { stdout?: string }
    throw new Error(`${message}\n${said?.slice(-4000) ?? ''}`)
  })
  return stdout
}
const here = (command: string, ...args: string[]) => run(made, command, ...args)
const read = (path: string) => readFile(join(made, path), 'utf8')

async function commit(root: string) {
  await run(root, 'git', 'add', '--all')
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']
  await run(root, 'git', ...identity, 'commit', '--quiet', '--message', 'x')
}

/** The packages of this project, and the SDK of the new one, as `npm ci` would install them. */
async function install() {
  const [from, to] = [join(process.cwd(), 'node_modules'), join(made, 'node_modules')]
  await mkdir(join(to, `@${name}`), { recursive: true })
  for (const entry of await readdir(from)) {
    if (entry !== `@${oldName}` && !entry.startsWith('.cache')) await symlink(join(from, entry), join(to, entry))
  }
  await symlink(join(made, 'client-sdk'), join(to, `@${name}/client-sdk`))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starter-long-'))
  made = join(folder, name)
  source = await copyProject()
  await run(source.root, 'git', 'init', '--quiet')
  await commit(source.root)
})
afterAll(async () => {
  await source.close()
  await rm(folder, { recursive: true, force: true })
})

test('a project is made, and names the other one in one line', { timeout }, async () => {
  await run(source.root, 'npm', 'run', 'new', '--', made, '--name', otherTitle, '--keep', 'cases')
  expect((await here('git', 'grep', '-i', '-c', oldName)).trim()).toBe('package.json:1')
  expect(await here('git', 'log', '--format=%s')).toBe('The starting point\n')
  const { paths } = JSON.parse(await read('generated/openapi.json')) as { paths: object }
  expect(Object.keys(paths)).toContain('/cases/{caseId}/files')
  expect(Object.keys(paths).join()).not.toMatch(/events|products|customers|workflow|users|orders/)
  // The lock file fits the manifests.
  await here('npm', 'ci', '--dry-run', '--offline', '--ignore-scripts')
  await install()
  expect(await here('npm', 'run', '--silent', 'synth')).toContain(`cdk.out/${name}-dev.template.json`)
  expect(await here('git', 'status', '--porcelain')).toBe('')
})

test('a resource is added, everything has it, and the project is green', { timeout }, async () => {
  const fields = 'title:string,priority:enum(low,high),note:text?,size:integer,weight:number?,urgent:boolean,due:date'
  const said = await here('npm', 'run', '--silent', 'add', '--', 'resource', 'tickets', '--fields', fields)
  expect(said).toContain('spec/tickets.yaml')
  const parts = {
    'generated/client-sdk/tickets.ts': 'updateWith',
    'generated/client-sdk/msw.ts': 'createTicket',
    'generated/mcp.json': 'createTicket',
    'docs/operations.md': 'createTicket',
    'infra/golden/prod.yaml': 'TablesTickets',
  }
  for (const [path, word] of Object.entries(parts)) expect(await read(path), path).toContain(word)
  await commit(made)
  await here('npm', 'run', 'check')
  await here('npx', 'vitest', 'run', '--testTimeout=300000', '--hookTimeout=300000', ...chosen)
})

test('the resource goes without a trace', { timeout }, async () => {
  await here('npm', 'run', '--silent', 'remove', '--', 'resource', 'tickets')
  await here('git', 'add', '--all')
  expect(await here('git', 'diff', '--cached', '--stat', 'HEAD~1')).toBe('')
})

// Every refusal is one line, and leaves the tree as it was. So does a dry run, and a command that is stopped half-way.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'
import { addOperationCommand } from './add/operation-command.ts'
import { addResourceCommand } from './add/resource-command.ts'
import { Refusal } from './failure.ts'
import { newCommand } from './new/command.ts'
import { removeCommand } from './remove/command.ts'

const run = promisify(execFile)
let project: ProjectCopy
let outside: string
const git = async (...args: string[]) => (await run('git', args, { cwd: project.root })).stdout

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'starter-test-'))
  project = await copyProject()
  await git('init', '--quiet')
  await git('add', '--all')
  await git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'all')
})
afterAll(async () => {
  await project.close()
  await rm(outside, { recursive: true })
})

const dry = { 'dry-run': false }
const resource = (name?: string, more: object = {}) => addResourceCommand(project.root, name, { ...dry, ...more })
const operation = (name?: string, path?: string, more: object = {}) =>
  addOperationCommand(project.root, name, { ...dry, path, ...more })
const newProject = (folder: string[], more: object = {}) =>
  newCommand(
    project.root,
    folder.map((name) => join(outside, name)),
    { ...dry, ...more },
  )
const remove = (...words: string[]) => removeCommand(project.root, words, false)

const refusals: Record<string, [command: () => Promise<void>, said: string]> = {
  'a resource without a name': [() => resource(), 'Which resource?'],
  'a resource that exists': [() => resource('cases'), 'already'],
  'a resource whose schema exists': [() => resource('case-inputs', { fields: 'title:string' }), 'already'],
  'a resource that is reserved': [() => resource('classes'), 'reserved'],
  'a resource that is a global type': [() => resource('promises'), 'reserved'],
  'a name of a dependency': [() => resource('uploads'), 'reserved'],
  'no identifier': [() => resource('9-lives'), 'is no name'],
  'a name in camelCase': [() => resource('workOrders'), 'is no name'],
  'a name with a path': [() => resource('../tickets'), 'is no name'],
  'a singular': [() => resource('ticket'), 'is no plural'],
  'a wrong field': [() => resource('tickets', { fields: 'title' }), 'is no field'],
  'a list by no field': [() => resource('tickets', { 'list-by': 'owner' }), 'There is no field owner'],
  'another access': [() => resource('tickets', { access: 'admin' }), '--access is'],
  'an operation without a path': [() => operation('archiveCase'), 'is missing'],
  'an operation that exists': [() => operation('getCase', 'GET /cases/{caseId}/more'), 'already'],
  'a route that exists': [() => operation('readCase', 'GET /cases/{caseId}'), 'already'],
  'no operationId': [() => operation('Archive-Case', 'POST /cases/{caseId}/archive'), 'is no operationId'],
  'an operation of no resource': [
    () => operation('archiveTicket', 'POST /tickets/{ticketId}/archive'),
    'below no resource',
  ],
  'an operation of the machinery': [() => operation('archiveStatus', 'POST /status/archive'), 'below no resource'],
  'no resource to remove': [() => remove(), 'Which resource?'],
  'another kind to remove': [() => remove('operation', 'getCase'), 'only a resource can'],
  'a resource that is not there': [() => remove('resource', 'tickets'), 'There is no resource tickets'],
  'a resource of the machinery': [() => remove('resource', 'mcp'), 'belongs to the machinery'],
  'one of two that use each other': [() => remove('resource', 'workflow'), 'use each other'],
  'a project without a folder': [() => newProject([], { name: 'Blue Harbor' }), 'Which folder?'],
  'a project without a name': [() => newProject(['acme']), 'Which name?'],
  'two folders': [() => newProject(['a', 'b'], { name: 'Blue Harbor' }), 'too much'],
  'a folder that is not empty': [() => newProject(['full'], { name: 'Blue Harbor' }), 'is not empty'],
  'a folder that is a file': [() => newProject(['full/file'], { name: 'Blue Harbor' }), 'is a file'],
  'a name that is none': [() => newProject(['acme'], { name: '???' }), 'is no name'],
  'a name that begins with a digit': [() => newProject(['acme'], { name: '3D' }), 'is no name'],
  'a name that is reserved': [() => newProject(['acme'], { name: 'Client' }), 'reserved'],
  'a resource to keep that is not there': [
    () => newProject(['acme'], { name: 'Acme', keep: 'cases,tickets' }),
    'to keep',
  ],
  'one of two that use each other to keep': [
    () => newProject(['acme'], { name: 'Acme', keep: 'customers' }),
    'use each other',
  ],
}

test.each(Object.keys(refusals))('%s', async (name) => {
  await mkdir(join(outside, 'full'), { recursive: true })
  await writeFile(join(outside, 'full/file'), '')
  const [command, said] = refusals[name] ?? []
  const error: unknown = await command?.().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Refusal)
  expect(String(error)).toContain(said)
  expect(String(error)).not.toContain('\n')
  expect(await git('status', '--porcelain')).toBe('')
  expect(await readdir(outside)).toEqual(['full'])
})

test('a folder inside the project', async () => {
  const inside = newCommand(project.root, [join(project.root, 'acme')], { ...dry, name: 'Blue Harbor' })
  await expect(inside).rejects.toThrow('inside this project')
})

test('a tree with uncommitted changes is refused by each command, and stays as it is', async () => {
  await project.write('note.txt', 'mine')
  for (const command of [
    () => resource('tickets'),
    () => operation('archiveCase', 'POST /cases/{caseId}/archive'),
    () => remove('resource', 'cases'),
    () => newProject(['acme'], { name: 'Blue Harbor' }),
  ]) {
    await expect(command()).rejects.toThrow('uncommitted changes (note.txt)')
  }
  expect(await git('status', '--porcelain')).toBe('?? note.txt\n')
  await project.remove('note.txt')
})

test('a command that is stopped half-way leaves nothing behind', async () => {
  const folder = join(outside, 'temporary')
  await mkdir(folder)
  const child = spawn(process.execPath, ['codegen/starter/remove.ts', 'resource', 'cases'], {
    cwd: project.root,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(child.stderr, 'data')
  expect(await readdir(folder)).toHaveLength(1)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(await readdir(folder)).toEqual([])
  expect(await git('status', '--porcelain')).toBe('')
})

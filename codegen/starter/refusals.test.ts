// Every refusal is one line, and leaves the tree as it was. So does a dry run, and a command that is stopped half-way.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'
import { projectRoot } from '../contract.ts'
import { capitalize } from '../identifiers.ts'
import { addOperationCommand } from './add/operation-command.ts'
import { addResourceCommand } from './add/resource-command.ts'
import { Refusal } from './failure.ts'
import { helpOf as newHelp, newCommand } from './new/command.ts'
import { examples } from './remove/examples.ts'
import { helpOf as removeHelp, removeCommand } from './remove/command.ts'
import { machinery, resourcesOf, type Resource } from './resources.ts'
import { freeName, otherTitle } from './testing/free-name.ts'

const run = promisify(execFile)
const free = freeName('parcels')
let project: ProjectCopy
let outside: string
const git = async (...args: string[]) => (await run('git', args, { cwd: project.root })).stdout

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'starter-test-'))
  project = await copyProject()
  await mkdir(join(outside, 'full'))
  await writeFile(join(outside, 'full/file'), '')
  await symlink('nothing', join(outside, 'full/link'))
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

type Refusals = Record<string, [command: () => Promise<void>, said: string]>

const refusals: Refusals = {
  'a resource without a name': [() => resource(), 'Which resource?'],
  'a resource that is reserved': [() => resource('classes'), 'another meaning. Take another name.'],
  'a resource that is a global type': [() => resource('promises'), 'reserved'],
  'a name of a dependency': [() => resource('uploads'), 'reserved'],
  'a name of a file': [() => resource('results'), 'already. Take another name.'],
  'no identifier': [() => resource('9-lives'), 'is no name'],
  'a name in camelCase': [() => resource('workOrders'), 'is no name'],
  'a name with a path': [() => resource(`../${free}`), 'is no name'],
  'a singular': [() => resource('parcel'), 'is no plural'],
  'a member of every object': [() => resource('constructor'), 'is no plural'],
  'an empty name': [() => resource(' '), 'An empty text is no name'],
  'a part of a request': [() => resource('headers'), 'has headers or header already. Take another name.'],
  'a name of the index': [() => resource('operations'), 'has operations or operation already. Take another name.'],
  'a name of the dependencies': [() => resource('repositories'), 'reserved'],
  'a variable of the test': [() => resource('reads'), 'reserved'],
  'an operation that there is': [
    () => resource('open-apis'),
    'an operation getOpenApi, which there is already. Take another name.',
  ],
  'an enum of a schema that there is': [
    () => resource('services', { fields: 'health:enum(up,down)' }),
    'a schema ServiceHealth, which there is already. Take another name.',
  ],
  'a wrong field': [() => resource(free, { fields: 'title' }), 'is no field'],
  'a list by no field': [() => resource(free, { 'list-by': 'owner' }), 'There is no field owner'],
  'no access': [() => resource(free, { access: '' }), 'not an empty text'],
  'a list by nothing': [() => resource(free, { 'list-by': '' }), 'no field without a name'],
  'an operation without a name': [() => operation('', `POST /${free}`), 'An empty text is no operationId'],
  'another access': [() => resource(free, { access: 'admin' }), '--access is'],
  'an operation without a path': [() => operation('archiveNothing'), 'is missing'],
  'an operation of no resource': [
    () => operation('archiveNothing', `POST /${free}/{itemId}/archive`),
    'below no resource',
  ],
  'an operation of the machinery': [() => operation('archiveStatus', 'POST /status/archive'), 'below no resource'],
  'no resource to remove': [() => remove(), 'Which resource?'],
  'another kind to remove': [() => remove('operation', 'getStatus'), 'only a resource can'],
  'a resource that is not there': [() => remove('resource', free), `There is no resource ${free}`],
  'a resource of the machinery': [() => remove('resource', 'mcp'), 'belongs to the machinery'],
  'a project without a folder': [() => newProject([], { name: otherTitle }), 'Which folder?'],
  'a project without a name': [() => newProject(['acme']), 'Which name?'],
  'two folders': [() => newProject(['a', 'b'], { name: otherTitle }), 'too much'],
  'a folder that is not empty': [() => newProject(['full'], { name: otherTitle }), 'Take another folder.'],
  'a folder that is a file': [() => newProject(['full/file'], { name: otherTitle }), 'is a file'],
  'a folder that is a link to nothing': [
    () => newProject(['full/link'], { name: otherTitle }),
    'full/link is a link that leads nowhere: take another folder.',
  ],
  'a folder below a file': [
    () => newProject(['full/file/acme'], { name: otherTitle }),
    'full/file is a file: take a folder.',
  ],
  'another kind to remove, an empty text': [() => remove(''), 'An empty text cannot be removed'],
  'a resource to remove without a name': [() => remove('resource', ' '), 'Which resource?'],
  'a name that is none': [() => newProject(['acme'], { name: '???' }), 'is no name'],
  'a name that begins with a digit': [() => newProject(['acme'], { name: '3D' }), 'is no name'],
  'a name that is reserved': [() => newProject(['acme'], { name: 'Client' }), 'reserved'],
  'a name that is a schema': [() => newProject(['acme'], { name: 'Problem' }), 'a schema of the contract'],
  'a resource to keep that is not there': [() => newProject(['acme'], { name: otherTitle, keep: free }), 'to keep'],
}

/** Of a project's own resources, of which it may have none. */
function refusalsOf({ name, operations }: Resource): Refusals {
  const item = operations.find(({ method, path }) => method === 'GET' && path.endsWith('}'))
  const [, schema = ''] = /^get(.*)$/.exec(item?.operationId ?? '') ?? []
  const found: Refusals = {
    [`${name}: a resource that exists`]: [() => resource(name), 'already. Take another name.'],
    [`${name}: an operation that exists`]: [
      () => operation(operations[0]?.operationId, `GET ${item?.path ?? ''}/more`),
      'already',
    ],
  }
  if (!item) return found
  return {
    ...found,
    [`${name}: a route that exists`]: [() => operation(`read${capitalize(schema)}`, `GET ${item.path}`), 'already'],
    [`${name}: no operationId`]: [() => operation('Archive-It', `POST ${item.path}/archive`), 'is no operationId'],
  }
}

const own = resourcesOf(projectRoot).filter(({ name }) => !machinery.has(name))
for (const found of own) Object.assign(refusals, refusalsOf(found))
refusals['every resource'] = [() => remove('resource', ...own.map(({ name }) => name)), 'needs a table']
refusals['a project without a resource'] = [() => newProject(['acme'], { name: otherTitle, keep: '' }), 'needs a table']

/** Those that use each other's data, as the example of a workflow. */
for (const { resources } of examples) {
  const [first = '', ...others] = resources.filter((name) => own.some((one) => one.name === name))
  if (others.length === 0) continue
  refusals[`${first} without ${others.join()}`] = [() => remove('resource', first), 'use each other']
  refusals[`a project with ${first} alone`] = [
    () => newProject(['acme'], { name: otherTitle, keep: first }),
    'use each other',
  ]
}

const companionsOf = ({ name }: Resource) =>
  examples.map(({ resources }) => resources).find((resources) => resources.includes(name)) ?? [name]

test.each(Object.keys(refusals))('%s', async (name) => {
  const [command, said] = refusals[name] ?? []
  const error: unknown = await command?.().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Refusal)
  expect(String(error)).toContain(said)
  expect(String(error)).not.toContain('\n')
  expect(await git('status', '--porcelain')).toBe('')
  expect(await readdir(outside)).toEqual(['full'])
})

test('a refusal of npm run remove names a resource of this project', async () => {
  for (const words of [[], ['operation'], ['resource', ' ']]) {
    const error: unknown = await remove(...words).catch((reason: unknown) => reason)
    const [, name] = /as in npm run remove -- resource (\S+)\.$/i.exec(String(error)) ?? []
    expect(own.map((one) => one.name)).toContain(name)
  }
})

test.each([
  ['npm run new', newHelp],
  ['npm run remove', removeHelp],
])('the help of %s names resources of this project, and those that stay or go together', (_, help) => {
  const text = help(project.root)
  const [, listed = ''] = /^Resources here: (.*)$/m.exec(text) ?? []
  expect(listed.split(/, | with /).toSorted()).toEqual(own.map(({ name }) => name).toSorted())
  for (const one of own) {
    const group = listed.split(', ').find((words) => words.split(' with ').includes(one.name))
    expect(group?.split(' with ').toSorted()).toEqual(companionsOf(one).toSorted())
  }
  const examples = [...text.matchAll(/(?:--keep|-- resource) ([a-z-]+)/g)].map(([, name]) => name)
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(examples))
  expect(examples).toHaveLength(2)
})

test('a folder inside the project', async () => {
  const inside = newCommand(project.root, [join(project.root, 'acme')], { ...dry, name: otherTitle })
  await expect(inside).rejects.toThrow('inside this project')
})

test('a tree with uncommitted changes is refused by each command, and stays as it is', async () => {
  await project.write('note.txt', 'mine')
  for (const command of [
    () => resource(free),
    ...own.map((one) => () => remove('resource', ...companionsOf(one))),
    () => newProject(['acme'], { name: otherTitle }),
  ]) {
    await expect(command()).rejects.toThrow('uncommitted changes (note.txt)')
  }
  expect(await git('status', '--porcelain')).toBe('?? note.txt\n')
  await project.remove('note.txt')
})

test('a command that is stopped half-way leaves nothing behind', async () => {
  const folder = join(outside, 'temporary')
  await mkdir(folder)
  const child = spawn(process.execPath, ['codegen/starter/add.ts', 'resource', free], {
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

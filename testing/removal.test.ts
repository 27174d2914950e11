// CONTRIBUTING's two promises, each in a copy of the project. A resource is removed with its own files and its lines in
// five tables. An operation that is added but not written is named.
import { cp, glob, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from './project-copy.ts'

let project: ProjectCopy
beforeEach(async () => {
  project = await copyProject()
})
afterEach(() => project.close())

const node = (...args: string[]) => project.run(process.execPath, ...args)
const generate = () => node('codegen/generate.ts')
const types = (folder: string) =>
  node('node_modules/@typescript/native/bin/tsc', '-p', folder, '--pretty', 'false', '--singleThreaded')

type Resource = {
  /** The singular of the contract's schemas. */
  schema: string
  /** Globs of the files that are the resource's alone. */
  files: string[]
  /** The lines that go from each table which names the resource. */
  tables: [file: string, ...lines: RegExp[]][]
  /** Files that name the resource and no longer compile without it. This list has to become empty. */
  leftOver: string[]
}

const ownFiles = (name: string) => [`spec/${name}.yaml`, `server/{operations,repositories}/${name}{,.*}.ts`]

/** The tables that name every resource. */
const tablesOf = (name: string): Resource['tables'] => [
  [
    'spec/openapi.yaml',
    new RegExp(`^ {2}- name: ${name}\\n(?: {4}.*\\n)+`, 'm'),
    new RegExp(`^ {2}/${name}.*\\n`, 'gm'),
  ],
  ['server/operations/index.ts', new RegExp(`^.*\\b${name}\\b.*\\n`, 'gm')],
  ['server/dependencies.ts', new RegExp(`^.*\\b${name}\\b.*\\n`, 'gm')],
  ['server/repositories/tables.ts', new RegExp(`^ {2}${name}: \\{\\n(?: {4}.*\\n)+ {2}\\},\\n`, 'm')],
]

const resources: Record<string, Resource> = {
  events: {
    schema: 'Event',
    files: ownFiles('events'),
    tables: tablesOf('events'),
    leftOver: [],
  },
  products: {
    schema: 'Product',
    files: [...ownFiles('products'), 'server/sample-data/{catalogue.ts,products.json}', 'infra/catalogue-resource*.ts'],
    tables: tablesOf('products'),
    leftOver: [
      'infra/grants.test.ts',
      'infra/sample-data.ts',
      'infra/stack.ts',
      'local-cloud/seed.ts',
      'server/sample-data/sample-data.test.ts',
    ],
  },
}

/** The least numbers of what is tried, as low as they go. */
const uncounted = (code: string) =>
  code.replace(/^const least: [^]*?^\}/m, (table) => table.replace(/\d+(?=,$)/gm, '0'))

/** The tests that follow the contract, whatever its resources are. */
const counting = [
  ...['bodies', 'json', 'order', 'queries', 'refused-writes', 'routes', 'schemas', 'statuses'].map(
    (name) => `server/conventions/${name}.test.ts`,
  ),
  'server/auth/authenticate.test.ts',
]

async function remove({ files, tables }: Resource) {
  for await (const file of glob(files, { cwd: project.root })) await project.remove(file)
  // The removal would break the callers of the release. A project of one's own has no release yet.
  await rm(join(project.root, 'spec/released'), { recursive: true, force: true })
  for (const [file, ...lines] of tables) {
    for (const line of lines) await project.edit(file, (content) => content.replace(line, ''))
  }
}

test.each(Object.entries(resources))('%s are removed', { timeout: 240_000 }, async (name, resource) => {
  expect(resource.tables.length).toBeLessThanOrEqual(5)
  await remove(resource)
  expect(await generate()).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await project.read('generated/openapi.json')).not.toMatch(new RegExp(`"/${name}|"${resource.schema}"`))
  const said = (await Promise.all([types('.'), types('client-sdk')])).map(({ stdout }) => stdout).join('')
  const broken = new Set([...said.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file]) => file))
  expect([...broken].sort(), said).toEqual(resource.leftOver)
  // Without this file no test can start.
  if (broken.has('local-cloud/seed.ts')) return

  await project.edit('server/conventions/schemas.test.ts', uncounted)
  const tried = await node('node_modules/vitest/vitest.mjs', 'run', ...counting)
  expect(tried.exitCode, tried.stdout + tried.stderr).toBe(0)
})

test('an added operation that is not written is named, and no other', { timeout: 120_000 }, async () => {
  // The same holds after a release, whose next version the new operation asks for.
  await mkdir(join(project.root, 'spec/released'), { recursive: true })
  await cp(join(project.root, 'generated/openapi.json'), join(project.root, 'spec/released/openapi.json'))
  await project.edit('spec/system.yaml', (yaml) => {
    const [, paths = ''] = /^paths:\n([^]*?)^ {2}\/openapi\.json:/m.exec(yaml) ?? []
    return yaml.replace(
      paths,
      (status) => status + status.replace('/status:', '/health:').replace('getStatus', 'getHealth'),
    )
  })
  await project.edit('spec/openapi.yaml', (yaml) =>
    yaml.replace(/^ {2}\/status: .*\n/m, (line) => line + line.replaceAll('status', 'health')),
  )
  expect(await generate()).toMatchObject({ exitCode: 0 })
  const { exitCode, stdout } = await types('.')
  expect(exitCode).not.toBe(0)
  expect(stdout).toContain("Property 'getHealth' is missing in type")
  expect(stdout.match(/error TS/g)).toHaveLength(1)
})

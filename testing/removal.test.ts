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
const compile = (folder: string) =>
  node('node_modules/@typescript/native/bin/tsc', '-p', folder, '--pretty', 'false', '--singleThreaded')

const rooms = '{client-sdk,codegen,infra,local-cloud,server,testing}'

type Resource = {
  /** The singular of the contract's schemas. */
  schema: string
  /** Whether its table starts with sample data. */
  isSeeded: boolean
}

const resources: Record<string, Resource> = {
  events: { schema: 'Event', isSeeded: false },
  products: { schema: 'Product', isSeeded: true },
}

/** Globs of the files that are a resource's alone. */
const filesOf = (name: string) => [
  `spec/${name}.yaml`,
  `server/{operations,repositories,sample-data}/${name}.{ts,json}`,
  `${rooms}/**/${name}{,.*}.test.ts`,
]

/** The lines that go from each table which names the resource. */
const tablesOf = (name: string, { isSeeded }: Resource): Record<string, RegExp[]> => {
  const line = new RegExp(`^.*\\b${name}\\b.*\\n`, 'gm')
  return {
    'spec/openapi.yaml': [
      new RegExp(`^ {2}- name: ${name}\\n(?: {4}.*\\n)+`, 'm'),
      new RegExp(`^ {2}/${name}.*\\n`, 'gm'),
    ],
    'server/operations/index.ts': [line],
    'server/dependencies.ts': [line],
    'server/repositories/tables.ts': [new RegExp(`^ {2}${name}: \\{\\n(?: {4}.*\\n)+ {2}\\},\\n`, 'm')],
    ...(isSeeded && { 'server/sample-data/seeds.ts': [line] }),
  }
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

async function remove(name: string, tables: Record<string, RegExp[]>) {
  for await (const file of glob(filesOf(name), { cwd: project.root })) await project.remove(file)
  // The removal would break the callers of the release. A project of one's own has no release yet.
  await rm(join(project.root, 'spec/released'), { recursive: true, force: true })
  for (const [table, lines] of Object.entries(tables)) {
    for (const line of lines) await project.edit(table, (content) => content.replace(line, ''))
  }
}

test.each(Object.entries(resources))('%s are removed', { timeout: 240_000 }, async (name, resource) => {
  const tables = tablesOf(name, resource)
  expect(Object.keys(tables).length).toBeLessThanOrEqual(5)
  await remove(name, tables)
  expect(await generate()).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await project.read('generated/openapi.json')).not.toMatch(new RegExp(`"/${name}|"${resource.schema}"`))
  const compiled = await Promise.all([compile('.'), compile('client-sdk')])
  expect(compiled.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual([
    [0, ''],
    [0, ''],
  ])

  await project.edit('server/conventions/schemas.test.ts', uncounted)
  const tried = await node('node_modules/vitest/vitest.mjs', 'run', '--testTimeout=120000', ...counting)
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
  const { exitCode, stdout } = await compile('.')
  expect(exitCode).not.toBe(0)
  expect(stdout).toContain("Property 'getHealth' is missing in type")
  expect(stdout.match(/error TS/g)).toHaveLength(1)
})

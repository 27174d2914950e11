// Removes a resource from a copy of the project, as CONTRIBUTING says, and tries what is left.
import { glob, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ProjectCopy } from './project-copy.ts'

export const generate = (project: ProjectCopy) => project.run(process.execPath, 'codegen/generate.ts')

export const compile = (project: ProjectCopy, folder: string) =>
  project.run(
    process.execPath,
    'node_modules/@typescript/native/bin/tsc',
    ...['-p', folder, '--pretty', 'false', '--singleThreaded'],
  )

const rooms = '{client-sdk,codegen,infra,local-cloud,server,testing}'

type Resource = {
  /** The singular of the contract's schemas. */
  schema: string
  /** Whether its table starts with sample data. */
  isSeeded: boolean
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

async function remove(project: ProjectCopy, name: string, tables: Record<string, RegExp[]>) {
  for await (const file of glob(filesOf(name), { cwd: project.root })) await project.remove(file)
  // The removal would break the callers of the release. A project of one's own has no release yet.
  await rm(join(project.root, 'spec/released'), { recursive: true, force: true })
  for (const [table, lines] of Object.entries(tables)) {
    for (const line of lines) await project.edit(table, (content) => content.replace(line, ''))
  }
}

/** A resource is removed with its own files and its lines in five tables. */
export async function expectRemovable(project: ProjectCopy, name: string, resource: Resource) {
  const tables = tablesOf(name, resource)
  expect(Object.keys(tables).length).toBeLessThanOrEqual(5)
  await remove(project, name, tables)
  expect(await generate(project)).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await project.read('generated/openapi.json')).not.toMatch(new RegExp(`"/${name}|"${resource.schema}"`))
  const compiled = await Promise.all([compile(project, '.'), compile(project, 'client-sdk')])
  expect(compiled.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual([
    [0, ''],
    [0, ''],
  ])

  await project.edit('server/conventions/schemas.test.ts', uncounted)
  const tried = await project.run(
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--testTimeout=120000',
    ...counting,
  )
  expect(tried.exitCode, tried.stdout + tried.stderr).toBe(0)
}

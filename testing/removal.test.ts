// CONTRIBUTING's two promises, in a copy of the project: a resource can be removed, and an operation that is added but
// not written is named.
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from './project-copy.ts'

let project: ProjectCopy
beforeEach(async () => {
  project = await copyProject()
})
afterEach(() => project.close())

const npm = (...args: string[]) => project.run('npm', 'run', '--silent', ...args)

/** What is removed of each table that names the resource. */
const lines: [file: string, ...patterns: RegExp[]][] = [
  ['spec/openapi.yaml', /^ {2}- name: events\n(?: {4}.*\n)+/m, /^ {2}\/events.*\n/gm],
  ['server/operations/index.ts', /^.*\bevents\b.*\n/gm],
  ['server/dependencies.ts', /^.*\bcreateEvents\b.*\n/gm],
  ['server/repositories/tables.ts', /^ {2}events: \{\n(?: {4}.*\n)+ {2}\},\n/m],
  ['client-sdk/testing/exercise.ts', /^ {2}const event = [^]*?'getEvent'.*\n\n/m],
]

/** The least numbers of what is tried, as low as they go. */
const uncounted = (code: string) =>
  code.replace(/^const least: [^]*?^\}/m, (table) => table.replace(/\d+(?=,$)/gm, '0'))

test('a resource is removed with its files and its lines in the tables', { timeout: 240_000 }, async () => {
  const own = ['spec/events.yaml', 'server/operations/events.ts', 'server/repositories/events.ts']
  const tests = (await readdir(join(project.root, 'server/operations'))).filter((name) => /^events\..*test/.test(name))
  for (const path of [...own, ...tests.map((name) => `server/operations/${name}`)]) await project.remove(path)
  // What is removed would break those who call the release; a project of one's own has none yet.
  await rm(join(project.root, 'spec/released'), { recursive: true, force: true })
  for (const [file, ...patterns] of lines) {
    for (const pattern of patterns) await project.edit(file, (content) => content.replace(pattern, ''))
  }
  expect(await npm('generate')).toMatchObject({ exitCode: 0, stderr: '' })
  const { exitCode, stdout, stderr } = await npm('check')
  expect(exitCode, stdout + stderr).toBe(0)
  expect(await project.read('generated/openapi.json')).not.toMatch(/"\/events|Event"/)

  await project.edit('server/conventions/schemas.test.ts', uncounted)
  const counting = ['bodies', 'json', 'schemas', 'statuses'].map((name) => `server/conventions/${name}.test.ts`)
  const tried = await project.run('npx', 'vitest', 'run', 'server/auth/authenticate.test.ts', ...counting)
  expect(tried.exitCode, tried.stdout + tried.stderr).toBe(0)
})

test(
  'an operation that is added to the contract and not written is named, and it alone',
  { timeout: 60_000 },
  async () => {
    // Also once there is a release, whose next version the new operation asks for.
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
    expect(await npm('generate')).toMatchObject({ exitCode: 0 })
    const { exitCode, stdout } = await npm('check')
    expect(exitCode).not.toBe(0)
    expect(stdout).toContain("Property 'getHealth' is missing in type")
    expect(stdout.match(/error TS/g)).toHaveLength(1)
  },
)

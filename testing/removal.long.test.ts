// CONTRIBUTING's promise, in a copy of the project: an operation that is added but not written is named.
// codegen/starter/add/add.long.test.ts adds resources.
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from './project-copy.ts'
import { compile, generate } from './removal.ts'

let project: ProjectCopy
beforeEach(async () => {
  project = await copyProject()
})
afterEach(() => project.close())

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
  expect(await generate(project)).toMatchObject({ exitCode: 0 })
  const { exitCode, stdout } = await compile(project, '.')
  expect(exitCode).not.toBe(0)
  expect(stdout).toContain("Property 'getHealth' is missing in type")
  expect(stdout.match(/error TS/g)).toHaveLength(1)
})

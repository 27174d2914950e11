// A copy of this tree becomes another project: no file has the old name, and what is not kept has left the contract and the code.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { copyProject, type ProjectCopy } from '../../../testing/project-copy.ts'
import { namesOf } from '../../model/names.ts'
import { git } from '../git.ts'
import { namesOfTree } from '../names-of.ts'
import { expectTable, withCompanions } from '../remove/companions.ts'
import { removeFromCode } from '../remove/code.ts'
import { removeFromContract } from '../remove/contract.ts'
import { removeFromDocs } from '../remove/docs.ts'
import { machinery, resourcesOf, type Resource } from '../resources.ts'
import { otherTitle } from '../testing/free-name.ts'
import { filesBelow } from '../tree.ts'
import { becomeProject, writeOwnFiles } from './project.ts'

const [own, names] = [namesOfTree('.'), namesOf(otherTitle)]
const origin = `${own.name} 1.0.0 ${'0'.repeat(40)}`
const all = resourcesOf('.').filter(({ name }) => !machinery.has(name))
const kept = all.find((resource) => canStayAlone(resource))
const gone = all.filter(({ name }) => name !== kept?.name)
const past = { isExample: true, files: new Set<string>(), named: new Set<string>() }

function canStayAlone({ name }: Resource): boolean {
  const present = all.map((resource) => resource.name)
  const others = present.filter((other) => other !== name)
  try {
    withCompanions(others, present)
    expectTable('.', others, present)
    return true
  } catch {
    return false
  }
}

let project: ProjectCopy
beforeAll(async () => {
  project = await copyProject()
  const { root } = project
  await git(root, 'init', '--quiet')
  await removeFromDocs(
    root,
    gone.map((resource) => ({ resource, past })),
    all,
  )
  await removeFromContract(root, gone)
  for (const resource of gone) await removeFromCode(root, resource, past)
  await becomeProject(root, await filesBelow(root), own, names)
  await writeOwnFiles(root, names, origin)
})
afterAll(() => project.close())

test('only the line of its origin has the old name', async () => {
  const { root } = project
  // `npm run generate` writes the others, which takes longer.
  const paths = (await filesBelow(root)).filter((path) => !path.startsWith('generated/'))
  const word = own.identifier.toLowerCase()
  const isOld = (text: string) =>
    text.includes(own.title) || text.includes(own.name) || text.toLowerCase().includes(word)
  expect(paths.length).toBeGreaterThan(500)
  expect(paths.filter(isOld)).toEqual([])
  const lines = await Promise.all(
    paths.map(async (path) =>
      (await readFile(join(root, path), 'latin1'))
        .split('\n')
        .filter(isOld)
        .map((line) => `${path}: ${line.trim()}`),
    ),
  )
  expect(lines.flat()).toEqual([`package.json: "origin": "${origin}",`])
})

test('what is not kept has no contract, no operations and no table', async () => {
  const contract = await project.read('spec/openapi.yaml')
  const tables = await project.read('server/repositories/tables.ts')
  expect(contract).toContain(`${String(kept?.name)}.yaml#`)
  for (const { name, property } of gone) {
    expect(contract, name).not.toContain(`${name}.yaml#`)
    expect(tables, name).not.toMatch(new RegExp(`^  ${property}: \\{`, 'm'))
    for (const path of [`spec/${name}.yaml`, `server/operations/${name}.ts`, `server/repositories/${name}.ts`]) {
      expect(existsSync(join(project.root, path)), path).toBe(false)
    }
  }
})

test('each tag of a group is one of the contract', async () => {
  const contract = parse(await project.read('spec/openapi.yaml')) as {
    tags: { name: string }[]
    'x-tagGroups'?: { tags: string[] }[]
  }
  const tags = contract.tags.map(({ name }) => name)
  const grouped = (contract['x-tagGroups'] ?? []).flatMap((group) => group.tags)
  expect(grouped).toContain(kept?.name)
  expect(tags).toEqual(expect.arrayContaining(grouped))
})

test('it has its first page, its first changeset, and a version before any release', async () => {
  expect(await project.read('README.md')).toMatch(new RegExp(`^# ${otherTitle}\n`))
  expect(await project.read('.changeset/first-release.md')).toContain(`'@${names.name}/client-sdk': minor`)
  expect(await project.read('client-sdk/package.json')).toContain('"version": "0.0.0"')
  expect(existsSync(join(project.root, 'spec/released'))).toBe(false)
})

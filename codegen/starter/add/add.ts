// Adds a resource to a copy of the tree.
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { renderOperations, renderRepository } from './code.ts'
import { renderContract } from './contract.ts'
import type { NewResource } from './resource.ts'
import { renderTest } from './test.ts'
import { tableEdits } from './tables.ts'
import { capitalize } from '../../identifiers.ts'
import { addApiKey } from '../api-key.ts'
import { acceptTemplates, format, generate } from '../steps.ts'

/** A resource's own files. */
export const pathsOf = (name: string) => ({
  contract: `spec/${name}.yaml`,
  guide: `spec/guides/${name}.md`,
  operations: `server/operations/${name}.ts`,
  test: `server/operations/${name}.test.ts`,
  repository: `server/repositories/${name}.ts`,
})

function ownFiles(resource: NewResource): Record<string, string> {
  const paths = pathsOf(resource.words.name)
  return {
    [paths.contract]: renderContract(resource),
    [paths.guide]: guide(resource),
    [paths.operations]: renderOperations(resource),
    [paths.test]: renderTest(resource),
    [paths.repository]: renderRepository(resource),
  }
}

const guide = ({
  words,
  filter,
}: NewResource) => `${capitalize(words.many)}: say here what they are, for readers of the documentation.

Lists are newest first, all of them or those with one \`${filter.name}\`. An update changes the given members only.
`

const isOptional = (path: string) => path === 'server/fake-cursors.test.ts'

export async function addResource(copy: string, resource: NewResource, tell: (step: string) => void): Promise<void> {
  await settle(copy, await writeResource(copy, resource), tell)
}

/** Writes the resource's own files, and its lines in the tables. Returns their paths. */
export async function writeResource(copy: string, resource: NewResource): Promise<string[]> {
  const written = Object.entries(ownFiles(resource))
  for (const [path, content] of written) await write(copy, path, content)
  // A project without any list has no test of lists.
  const edits = Object.entries(tableEdits(resource)).filter(
    ([path]) => !isOptional(path) || existsSync(join(copy, path)),
  )
  for (const [path, edit] of edits) await write(copy, path, edit(await readFile(join(copy, path), 'utf8')))
  if (resource.access === 'api-key') await addApiKey(copy)
  return [...written, ...edits].map(([path]) => path)
}

/** Brings what is generated up to date with what was written. */
export async function settle(copy: string, written: string[], tell: (step: string) => void): Promise<void> {
  await format(copy, written)
  tell('generates')
  await generate(copy)
  if (existsSync(join(copy, 'infra/golden'))) {
    tell('synthesizes the stages')
    await acceptTemplates(copy)
  }
}

export async function write(copy: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true })
  await writeFile(join(copy, path), content)
}

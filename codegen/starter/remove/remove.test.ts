// A resource that was added goes without a trace. What had its name before means something else, and stays.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../../testing/project-copy.ts'
import { scopesOf } from '../add/access.ts'
import { writeResource } from '../add/add.ts'
import { fieldsOf, filteredBy, usualFields } from '../add/fields.ts'
import { constantsOf } from '../add/resource-command.ts'
import type { Access } from '../add/resource.ts'
import { wordsOf } from '../add/words.ts'
import { removeUnusedApiKey } from '../api-key.ts'
import { resourcesOf, type Resource } from '../resources.ts'
import { freeName } from '../testing/free-name.ts'
import { removeFromCode, removeFromTests } from './code.ts'
import { removeFromContract } from './contract.ts'
import { removeFromDocs } from './docs.ts'
import { pastOf } from './past.ts'

const run = promisify(execFile)
const [first, second] = [freeName('parcels'), freeName('work-orders')]
let project: ProjectCopy
const git = async (...args: string[]) => (await run('git', args, { cwd: project.root })).stdout
const commit = async () => {
  await git('add', '--all')
  await git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'x')
}

beforeAll(async () => {
  project = await copyProject()
  await git('init', '--quiet')
  // Other files have these names, too.
  await project.write(
    'server/http/words.test.ts',
    "test('words', () => expect('/parcels').toContain('createParcel'))\n",
  )
  await project.write('docs/words.md', '# Words\n\nA sentence about `createParcel`.\n\n```json\n{ "words": 1 }\n```\n')
  await commit()
})
afterAll(() => project.close())

const everyType =
  'title:string,priority:enum(low,in_progress),note:text?,size:integer,weight:number?,urgent:boolean,due:date'

async function add(name: string, access: Access, fields: string, listBy?: string) {
  const words = wordsOf(name)
  const { root } = project
  const constants = { scopes: scopesOf(root), takenConstants: constantsOf(root) }
  await writeResource(root, { words, access, ...filteredBy(fieldsOf(fields, words.id), listBy), ...constants })
  await commit()
}

/** As `npm run generate` would have it in the contract. */
function resource(name: string): Resource {
  const { property, schema, schemas, id } = wordsOf(name)
  const operationIds = [`create${schema}`, `list${schemas}`, `get${schema}`, `update${schema}`, `delete${schema}`]
  return { name, property, operationIds, operations: [], paths: [`/${name}`, `/${name}/{${id}}`], schemas: [] }
}

async function remove(...names: string[]) {
  const { root } = project
  const resources = names.map(resource)
  const removed = await Promise.all(resources.map(async (one) => ({ resource: one, past: await pastOf(root, one) })))
  await removeFromDocs(root, removed, [...resourcesOf(root), ...resources])
  await removeFromContract(root, resources)
  await removeUnusedApiKey(root)
  for (const { resource: one, past } of removed) {
    await removeFromCode(root, one, past)
    await removeFromTests(root, one, past)
  }
}

test('resources of every kind, of which some have the names of other files', { timeout: 60_000 }, async () => {
  const before = (await git('rev-parse', 'HEAD')).trim()
  await add(first, 'user', usualFields)
  await add(second, 'api-key', everyType)
  await add('words', 'anyone', 'label:string,size:enum(small,large)?', 'label')
  await remove(second, 'words')
  await remove(first)
  await git('add', '--all')
  expect(await git('diff', '--cached', '--stat', before)).toBe('')
})

// The code without a resource: its own files, its lines in the tables of the server, and the tests that take it as example.
import { existsSync } from 'node:fs'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escaped } from '../../escape.ts'
import { basesOf, type Resource } from '../resources.ts'
import { cut } from './cut.ts'
import { isOfStarter } from './of-starter.ts'
import type { Past } from './past.ts'
import { hasTests, isTestFile } from './prune.ts'
import { isWhole } from './whole.ts'

const rooms = '{client-sdk,codegen,infra,local-cloud,server,testing}'

/** The tables that name a resource, besides the contract. */
const tables = [
  'server/assistant/prompt.ts',
  'server/operations/index.ts',
  'server/dependencies.ts',
  'server/repositories/tables.ts',
  'server/sample-data/seeds.ts',
]

const ownFiles = ({ name }: Resource) => [
  `server/{operations,repositories,sample-data}/${name}.{ts,json}`,
  // Of codegen none is of a resource.
  `{client-sdk,infra,local-cloud,server,testing}/**/${name}{,.*}.test.ts`,
  `{client-sdk,infra,local-cloud,server}/**/testing/${name}.ts`,
  `testing/load-${name}.ts`,
]

export async function removeFromCode(root: string, resource: Resource, past: Past): Promise<void> {
  for await (const file of glob(ownFiles(resource), { cwd: root, exclude: ['**/node_modules/**'] })) {
    if (!past.files.has(file)) await rm(join(root, file))
  }
  const words = new Set([resource.name, resource.property])
  // The import and the table have the resource's name, or the path of its file.
  const isNamed = (word: string) =>
    words.has(word) || new RegExp(`^\\./(repositories/)?${resource.name}\\.ts$`).test(word)
  for (const table of tables) await edit(root, table, (text) => cut(table, text, false, isNamed))
  if (!past.isExample) return
  await edit(root, 'server/conventions/schemas.test.ts', uncounted)
  for (const file of counting) await edit(root, file, withoutLeast)
  await edit(root, 'infra/mistakes.test.ts', (code) => code.replace(/^ +expect\(absent\).*\n/gm, ''))
}

/** The tests, and what they share, without the parts that call the resource. */
export async function removeFromTests(root: string, resource: Resource, past: Past): Promise<void> {
  const ids = new RegExp(`\\b(${resource.operationIds.join('|')})\\b`)
  // What stands behind an attribute, as `<Files.Arn>/cases/*`, is the key of a file.
  const path = new RegExp(`(?:^|[^\\w.>-]|localhost:\\d+)(?:${basesOf(resource).map(escaped).join('|')})(?![\\w.-])`)
  const table = `${resource.name.toUpperCase().replaceAll('-', '_')}_TABLE`
  const isNamed = (word: string) =>
    ids.test(word) || path.test(word) || word === table || word.includes(`table=${resource.property}`)
  // A file without any of these is not read as a program, which takes longer.
  const words = [...resource.operationIds, ...basesOf(resource), table, resource.property]
  // The start page has a button for each table.
  const shown = (file: string) => (word: string) =>
    isNamed(word) || (file.startsWith('local-cloud/pages/') && word === resource.property)
  const files = glob([`${rooms}/**/*.test.ts`, `${rooms}/**/testing/**/*.ts`, 'testing/*.ts'], {
    cwd: root,
    exclude: ['**/node_modules/**'],
  })
  for await (const file of files) {
    if (isOfStarter(file) || past.named.has(file)) continue
    const text = await readFile(join(root, file), 'utf8')
    if (!words.some((word) => text.includes(word)) || !isOfThisContract(file, text)) continue
    const after = cut(file, text, hasTests(file, text), shown(file), keyIn(file, resource))
    if (after === text) continue
    if (!isTestFile(file) || isWhole(text, after)) await writeFile(join(root, file), after)
    else await rm(join(root, file))
  }
}

/** Tests of the server have tables by the names of resources. */
const keyIn = (file: string, { property }: Resource) => (file.startsWith('server/') ? property : undefined)

/** Tests of codegen that write a contract of their own may use the same names in it. So may what they share. */
const isOfThisContract = (file: string, text: string) =>
  !/\b(openapi: '3|paths: \{)/.test(text) &&
  (!/^codegen\/.*\/testing\//.test(file) || /generated\/|\bread(Model|Contract)\b/.test(text))

/** The least numbers of what is tried: fewer operations have fewer. */
const uncounted = (code: string) =>
  code.replace(/^const least: [^]*?^\}/m, (table) => table.replace(/\d+(?=,$)/gm, '0'))

/** These say how much of the contract they have met at least. */
const counting = [
  'server/conventions/queries.test.ts',
  'client-sdk/src/react-query.test.ts',
  'client-sdk/src/readme.test.ts',
  'client-sdk/src/texts.test.ts',
  'client-sdk/testing/example-tests.ts',
  'server/conventions/random.long.test.ts',
  'server/conventions/refused-writes.test.ts',
]

const withoutLeast = (code: string) =>
  code.replace(/\)\.toBeGreaterThan(?:OrEqual)?\((?:\d+|writing\.length)\)/g, ').toBeGreaterThan(0)')

const exercise = 'client-sdk/testing/exercise.ts'

/** The exercise of the SDK says how many checks it makes. */
export const recount = (root: string) =>
  edit(root, exercise, (code) =>
    code.replace(
      /^(export const promises = )\d+$/m,
      (_, start: string) => start + String(code.match(/^ +check\(/gm)?.length ?? 0),
    ),
  )

async function edit(root: string, path: string, change: (text: string) => string) {
  const file = join(root, path)
  if (existsSync(file)) await writeFile(file, change(await readFile(file, 'utf8')))
}

// The lines of a new resource in the tables that name resources.
import { Refusal } from '../failure.ts'
import { capitalize } from '../../identifiers.ts'
import { isPublic, valueOf, type NewResource } from './resource.ts'

export type Edit = (text: string) => string

/** Puts the line among its neighbours, which are sorted. Throws when there is no neighbour. */
export function inserted(text: string, line: string, neighbour: RegExp, file: string): string {
  const all = [...text.matchAll(new RegExp(neighbour.source, 'gm'))]
  const last = all.at(-1)
  if (!last)
    throw new Refusal(`${file} has no line like "${line.trim()}", beside which it could stand. Nothing is written.`)
  const after = all.findLast(([found]) => found < line)
  const at = after ? after.index + after[0].length : (all[0]?.index ?? 0)
  return text.slice(0, at) + line + text.slice(at)
}

/** Path → its change. */
export function tableEdits(resource: NewResource): Record<string, Edit> {
  const { words, filter } = resource
  const { name, property, schemas, id, environmentVariable } = words
  const file = (path: string, edits: [line: string, neighbour: RegExp][]): [string, Edit] => [
    path,
    (text) => edits.reduce((edited, [line, neighbour]) => inserted(edited, line, neighbour, path), text),
  ]
  return Object.fromEntries([
    file('server/operations/index.ts', [
      [`import * as ${property} from './${name}.ts'\n`, /^import \* as \w+ from '.*\n/],
      [`  ...${property},\n`, /^ {2}\.\.\.\w+,\n/],
    ]),
    file('server/dependencies.ts', [
      [
        `import { create${schemas} } from './repositories/${name}.ts'\n`,
        /^import \{ create\w+ \} from '.\/repositories\/.*\n/,
      ],
      [
        `    ${property}: create${schemas}(table('${property}'), shards, report),\n`,
        /^ {4}\w+: create\w+\(table\(.*\n/,
      ],
    ]),
    file('server/repositories/tables.ts', [
      [
        `  ${property}: {
    environmentVariable: '${environmentVariable}',
    partitionKey: '${id}',
    indexes: { all: allItems, by${capitalize(filter.name)}: byFilter },
    actions: { api: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query']${forAssistant(resource)} },
  },
`,
        /^ {2}\w+: \{\n {4}environmentVariable: [^]*?^ {2}\},\n/,
      ],
    ]),
    ['spec/openapi.yaml', (text) => inContract(text, resource)],
    ['server/cost.test.ts', (text) => inCosts(text, resource)],
    ['server/fake-cursors.test.ts', (text) => inFakeCursors(text, resource)],
    ['docs/costs.md', (text) => beforeRow(text, costRows(resource), 'docs/costs.md')],
    ['docs/failures.md', (text) => beforeRow(text, failureRows(resource), 'docs/failures.md')],
  ])
}

/** The assistant of a stream reads what its tools may read: all but what programs with a key call. */
const forAssistant = ({ access }: NewResource) => (access === 'api-key' ? '' : `, stream: ['GetItem', 'Query']`)

/** Tags and paths of the machinery come last. */
function inContract(text: string, { words }: NewResource): string {
  const { name } = words
  const tag = `  - name: ${name}\n    x-displayName: ${capitalize(words.many)}\n    description: { $ref: guides/${name}.md }\n`
  const at = `/${name}`
  const line = (path: string) => `  ${path}: { $ref: '${name}.yaml#/paths/${path.replaceAll('/', '~1')}' }\n`
  const paths = line(at) + line(`${at}/{${words.id}}`)
  const group = `  - { name: ${capitalize(words.many)}, tags: [${name}] }\n`
  const tagged = before(inGroups(text, group), tag, [
    /^ {2}- name: (chat|mcp|system)\n/m,
    /^(#.*\n)*x-tagGroups:\n/m,
    /^paths:\n/m,
  ])
  return before(tagged, paths, [/^ {2}\/(chat|mcp|status)(\/\S*)?: .*\n/m, /^components:\n/m])
}

/** A tag outside the groups would not be shown as a part of the API. A contract without groups needs none. */
const inGroups = (text: string, group: string) =>
  text.replace(/^x-tagGroups:\n(?: {2}.*\n)+/m, (groups) =>
    before(groups, group, [/^ {2}- \{ name: .*, tags: \[(chat|mcp|system)\b.*\n/m, /$(?![^])/]),
  )

function before(text: string, lines: string, places: RegExp[]): string {
  const at = places.map((place) => text.search(place)).find((found) => found >= 0)
  if (at === undefined)
    throw new Refusal('spec/openapi.yaml has another form than this command knows. Nothing is written.')
  return text.slice(0, at) + lines + text.slice(at)
}

function operationIds({ words: { schema, schemas } }: NewResource) {
  return [`list${schemas}`, `create${schema}`, `get${schema}`, `update${schema}`, `delete${schema}`]
}

function inCosts(text: string, resource: NewResource): string {
  const calls = [
    `{ call: 'Query', per: 'shard' }`,
    ...['PutItem', 'GetItem', 'UpdateItem', 'DeleteItem'].map((call) => `{ call: '${call}' }`),
  ]
  const lines = operationIds(resource).map((id, index) => `  ${id}: [${calls[index] ?? ''}],\n`)
  return afterLine(text, lines.join(''), /^const costs: .*\n/m, 'server/cost.test.ts')
}

/** The test tries cursors on each list. Its positions have the time and the id. */
function inFakeCursors(text: string, { words, filter }: NewResource): string {
  const value = String(valueOf(filter))
  const row = (query: string, by: string) =>
    `  { path: '/${words.name}${query}', list: ['list${words.schemas}', ${by}], good: \`\${time}#\${uuid}\` },\n`
  const rows = row('', 'undefined') + row(`?${filter.name}=${encodeURIComponent(value)}`, `'${value}'`)
  return afterLine(text, rows, /^const lists = \[\n/m, 'server/fake-cursors.test.ts')
}

function afterLine(text: string, lines: string, place: RegExp, file: string) {
  const found = place.exec(text)
  if (!found) throw new Refusal(`${file} has another form than this command knows. Nothing is written.`)
  const at = found.index + found[0].length
  return text.slice(0, at) + lines + text.slice(at)
}

function costRows(resource: NewResource): string[][] {
  const [list = '', create = '', get = '', update = '', remove = ''] = operationIds(resource)
  return [
    [list, '`Query` per shard', '½ per 4 KB of the page', ''],
    [create, '`PutItem`', '', '3 per KB'],
    [get, '`GetItem`', '1 per 4 KB', ''],
    [update, '`UpdateItem`', '', `3 per KB; 4 when its ${resource.filter.name} changes`],
    [remove, '`DeleteItem`', '', '3 per KB'],
  ]
}

function failureRows(resource: NewResource): string[][] {
  const token = (reads: boolean) => (resource.access === 'api-key' || (reads && isPublic(resource)) ? '' : '503, 504')
  return operationIds(resource).map((id) => [id, '', token(/^(list|get)/.test(id)), '503, 504', '', ''])
}

/** Rows stand before those of the machinery, or after that of the operation before them. Prettier aligns them. */
function beforeRow(text: string, rows: string[][], file: string, previous?: string): string {
  const end = text.search(/^\| `(chat|mcp|getStatus)` /m)
  if (end < 0)
    throw new Refusal(`${file} has no row of the machinery, before which the new ones could stand. Nothing is written.`)
  const row = previous === undefined ? -1 : text.lastIndexOf(`\n| \`${previous}\` `, end)
  const at = row < 0 ? end : text.indexOf('\n', row + 1) + 1
  const columns = (/^\|.*$/m.exec(text.slice(at))?.[0].split('|').length ?? 0) - 2
  const lines = rows.map(([id = '', ...cells]) => `| \`${id}\` | ${cells.slice(0, columns - 1).join(' | ')} |\n`)
  return text.slice(0, at) + lines.join('') + text.slice(at)
}

/** For one operation that is added alone: the tables have the order of the contract. */
export const rowAfter = (text: string, previous: string | undefined, row: string[], file: string) =>
  beforeRow(text, [row], file, previous)
export const costLineAfter = (text: string, line: string) =>
  afterLine(text, line, /^const costs: .*\n/m, 'server/cost.test.ts')

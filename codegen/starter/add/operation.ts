// Adds one operation to a resource of a copy of the tree.
import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { methods, type Method } from '../../contract.ts'
import { escaped } from '../../escape.ts'
import { isFreeVariable } from '../../identifiers.ts'
import { addApiKey } from '../api-key.ts'
import { Refusal } from '../failure.ts'
import type { Resource } from '../resources.ts'
import { readText } from '../tree.ts'
import { settle, write } from './add.ts'
import type { Access } from './resource.ts'
import { responses, securityOf } from './responses.ts'
import { costLineAfter, rowAfter } from './tables.ts'

export type NewOperation = {
  id: string
  method: Method
  path: string
  resource: Resource
  access: Access
  scopes: { read: string; write: string }
  /** The GET of the item that the path names, whose schema the operation answers with. */
  item: { schema: string; id: string; property: string; example: unknown }
}

const sendable = ['get', 'put', 'post', 'delete', 'patch'] as const

/** `POST /tickets/{ticketId}/archive` → its method and path. */
export function requestOf(text: string): { method: Method; path: string } {
  const [, verb = '', path = ''] = /^([A-Za-z]+)\s+(\S+)$/.exec(text.trim()) ?? []
  const method = methods.find((known) => known === verb.toLowerCase() && sendable.some((name) => name === known))
  if (!method) throw new Refusal(`'${text}' is no request: write it like 'POST /tickets/{ticketId}/archive'.`)
  const segments = path.split('/').slice(1)
  const isPath =
    segments.length > 0 && segments.every((segment) => /^([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][a-zA-Z0-9]*\})$/.test(segment))
  if (!path.startsWith('/') || !isPath)
    throw new Refusal(`${path} is no path: its words are kebab-case, and its parameters camelCase in braces.`)
  return { method, path }
}

export function checkOperationId(id: string, taken: string[]): void {
  if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(id) || !isFreeVariable(id)) {
    throw new Refusal(
      `${id.trim() || 'An empty text'} is no operationId: it is camelCase, a verb and what it is about, as archiveTicket.`,
    )
  }
  if (taken.includes(id)) throw new Refusal(`There is an operation ${id} already. Take another name.`)
}

export async function addOperation(copy: string, operation: NewOperation, tell: (step: string) => void): Promise<void> {
  await settle(copy, await writeOperation(copy, operation), tell)
}

/** Writes the operation into the files of its resource, and into the tables. Returns their paths. */
export async function writeOperation(copy: string, operation: NewOperation): Promise<string[]> {
  const { resource, id } = operation
  const previous = operationBefore(operation)
  const edits: Record<string, (text: string) => string> = {
    [`spec/${resource.name}.yaml`]: (text) => inResource(text, operation),
    'spec/openapi.yaml': (text) => inTable(text, operation),
    'redocly.yaml': (text) => withVerb(text, id),
    [`server/operations/${resource.name}.ts`]: (text) => withFunction(text, operation),
    [`server/operations/${resource.name}.test.ts`]: (text) => text + testOf(operation, text),
    'server/cost.test.ts': (text) => costLineAfter(text, `  ${id}: [{ call: 'GetItem' }],\n`),
    'docs/costs.md': (text) => rowAfter(text, previous, [id, '`GetItem`', '1 per 4 KB', ''], 'docs/costs.md'),
    'docs/failures.md': (text) =>
      rowAfter(text, previous, [id, '', token(operation), '503, 504', '', ''], 'docs/failures.md'),
  }
  for (const [path, edit] of Object.entries(edits)) {
    if (!existsSync(join(copy, path))) throw new Refusal(`There is no ${path}, so nothing is written.`)
    await write(copy, path, edit(await readFile(join(copy, path), 'utf8')))
  }
  if (operation.access === 'api-key') await addApiKey(copy)
  return Object.keys(edits)
}

/** In the contract it follows those of its path, or of its resource. */
const operationBefore = ({ resource, path }: NewOperation) =>
  (resource.operations.findLast((other) => other.path === path) ?? resource.operations.at(-1))?.operationId

const rightOf = ({ method }: NewOperation) => (method === 'get' ? 'read' : 'write')

const token = (operation: NewOperation) =>
  operation.access === 'api-key' || (operation.access === 'anyone' && rightOf(operation) === 'read') ? '' : '503, 504'

const words = (id: string) => id.replace(/([A-Z])/g, ' $1').toLowerCase()
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The operation under its path, which is new or has other methods already. */
function inResource(yaml: string, operation: NewOperation): string {
  const { path } = operation
  const lines = operationLines(operation, exampleIn(yaml, operation))
  const own = new RegExp(`^ {2}${escaped(path)}:\\n`, 'm').exec(yaml)
  if (own) {
    const rest = yaml.slice(own.index + own[0].length)
    const end = rest.search(/^( {2})?\S/m)
    const at = own.index + own[0].length + (end < 0 ? rest.length : end)
    return (
      yaml.slice(0, at).replace(/\n+$/, '\n') +
      lines +
      (yaml[at - 1] === '\n' && end >= 0 && /^\S/.test(rest.slice(end)) ? '\n' : '') +
      yaml.slice(at)
    )
  }
  const parameters = parametersOf(yaml, operation)
  const block = `  ${path}:\n${parameters}${lines}`
  const [, ...others] = /^paths:\n([^]*?)\n(?=^\S)/m.exec(yaml) ?? []
  const [paths = ''] = others
  if (paths === '') throw new Refusal(`spec/${operation.resource.name}.yaml has no paths, so nothing is written.`)
  return yaml.replace(paths, () => paths.replace(/\n*$/, '\n') + block)
}

/** The parameters of a path that the resource has already. */
function parametersOf(yaml: string, { path }: NewOperation): string {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
  const references = names.map((name) => {
    const component = new RegExp(`^ {2}(\\w+):\\n {4}name: ${name}\\n`, 'm').exec(yaml)?.[1]
    if (component === undefined) {
      throw new Refusal(`${path} has the parameter {${name}}, which no path of this resource has. Nothing is written.`)
    }
    return `      - $ref: '#/parameters/${component}'\n`
  })
  return references.length > 0 ? `    parameters:\n${references.join('')}` : ''
}

/** The example of the item, by its anchor where the file has one. */
function exampleIn(yaml: string, { item }: NewOperation): string {
  const anchor = item.schema.charAt(0).toLowerCase() + item.schema.slice(1)
  return new RegExp(`example: &${anchor}\\b`).test(yaml) ? `*${anchor}` : JSON.stringify(item.example)
}

function operationLines(operation: NewOperation, example: string): string {
  const { id, method, resource, access, item } = operation
  const agents = access === 'api-key' ? '' : `      x-agents: [quick, agentcore, m365, mcp, assistant]\n`
  const problems = responses(operation, rightOf(operation), ['404'])
  return `    ${method}:
      operationId: ${id}
      tags: [${resource.name}]
      summary: ${sentence(words(id))}
      description: ${sentence(words(id))}. Say here what that means.
${agents}      security: ${securityOf(operation, rightOf(operation))}
      responses:
        '200':
          description: The item as it is now.
          headers:
            ETag: { $ref: 'conventions.yaml#/headers/ETag' }
          content:
            application/json:
              schema: { $ref: '#/schemas/${item.schema}' }
              example: ${example}
${problems.replace(/^/gm, '    ').replace(/ +$/, '')}`
}

function inTable(yaml: string, { path, resource: { name } }: NewOperation): string {
  const line = `  ${path}: { $ref: '${name}.yaml#/paths/${path.replaceAll('/', '~1')}' }\n`
  if (yaml.includes(line)) return yaml
  const all = [...yaml.matchAll(new RegExp(`^ {2}/\\S*: \\{ \\$ref: '${name}\\.yaml#.*\\n`, 'gm'))]
  const last = all.at(-1)
  if (!last) throw new Refusal(`spec/openapi.yaml has no path of ${name}, so nothing is written.`)
  const at = last.index + last[0].length
  return yaml.slice(0, at) + line + yaml.slice(at)
}

/** The contract's verbs are a list in two rules. A new one joins them. */
function withVerb(yaml: string, id: string): string {
  const [verb = ''] = /^[a-z]+/.exec(id) ?? []
  const join = (list: string, by: string) => [...new Set([...list.split(by), verb])].toSorted().join(by)
  return yaml
    .replace(
      /(\|\()([a-z|]+)(\)\(\[A-Z\])/,
      (_, start: string, list: string, end: string) => start + join(list, '|') + end,
    )
    .replace(
      /(^ +verbs: \[)([a-z, ]+)(\])/m,
      (_, start: string, list: string, end: string) => start + join(list, ', ') + end,
    )
}

function withFunction(code: string, { id, path, item }: NewOperation): string {
  const [parameter = ''] = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
  const body = `
/** Say here what it does: it answers with the item, unchanged, until then. */
export const ${id}: Operation<'${id}'> = async ({ path: { ${parameter} } }, { ${item.property} }) =>
  ok(found(await ${item.property}.get(${parameter}), \`${words(item.schema.charAt(0).toLowerCase() + item.schema.slice(1))} \${${parameter}}\`))
`
  const needed = ['found', 'ok']
  const imported = code.replace(/^import \{([^}]+)\} from '\.\/results\.ts'$/m, (_, names: string) => {
    const all = [
      ...new Set([
        ...names
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
        ...needed,
      ]),
    ].toSorted()
    return `import { ${all.join(', ')} } from './results.ts'`
  })
  return imported + body
}

/** The test creates nothing: an unknown item is a 404 for whoever may call. */
function testOf({ id, method, path, access }: NewOperation, test: string): string {
  const unknown = path.replace(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000')
  const caller = access === 'api-key' ? '{ apiKeyId }' : '{ headers: { authorization } }'
  if (!/\bauthorization\b/.test(test) && access !== 'api-key') return ''
  return `
test('${id} of an unknown item is a 404', async () => {
  expect((await door.send('${method.toUpperCase()}', '${unknown}', ${caller})).status).toBe(404)
})
`
}

type Answer = { schema?: { $ref?: string }; example?: unknown; examples?: Record<string, { value?: unknown }> }
type Document = {
  paths: Record<string, Record<string, { responses?: Record<string, { content?: Record<string, Answer> }> }>>
}

/** The schema, the id and the repository of the item that a path is about. */
export function itemOf(root: string, resource: Resource, path: string): NewOperation['item'] {
  const [base = '', id] = /^(\/[^{]*\{([^}]+)\})/.exec(path)?.slice(1) ?? []
  const get = resource.operations.find((one) => one.path === base && one.method === 'GET')
  // Safe cast: `npm run generate` has written this file from a contract that it has checked.
  const document = JSON.parse(readText(root, 'generated/openapi.json')) as Document
  const answer = document.paths[base]?.get?.responses?.['200']?.content?.['application/json']
  const schema = answer?.schema?.$ref?.split('/').at(-1)
  if (!get || id === undefined || schema === undefined) {
    const item = resource.paths.find((one) => one.endsWith('}')) ?? '/tickets/{ticketId}'
    throw new Refusal(`${path} must begin with the path of an item that has a GET, as ${item}.`)
  }
  const example = answer?.example ?? Object.values(answer?.examples ?? {})[0]?.value
  return { schema, id, property: resource.property, example }
}

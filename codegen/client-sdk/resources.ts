// generated/client-sdk/<tag>.ts: one documented interface and one factory per resource.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { arrow, block, call, callWith, member, object, parameters, quote, table } from '../typescript/syntax.ts'
import { facadeOf, type Method, type Resource } from './facade.ts'
import { combinedMethods, type CombinedMethod } from './combined-methods.ts'
import { importsOf } from './imports.ts'
import { argumentsOf, declared } from './signature.ts'
import { methodDoc } from './tsdoc.ts'

const blankLine: Doc = [hardline, hardline]

export function renderResources(model: Model): Record<string, string> {
  const resources = facadeOf(model)
  const files = resources.map((resource) => [resource.file, renderResource(model, resource)] as const)
  const all = resources.map(({ file }) => `export * from './${file}'\n`)
  return { ...Object.fromEntries(files), 'resources.ts': all.join('') }
}

function renderResource(model: Model, resource: Resource): string {
  const { name, type, description, methods } = resource
  const combined = combinedMethods(model, resource)
  const members = [...methods.map((method) => declaration(model, method)), ...combined.map(combinedDeclaration)]
  const doc = `${description}\n\nFor bundles that want only some resources; \`create${model.names.identifier}\` has them all.`
  const code = print([
    [comment(description), `export interface ${type} `],
    [block(members.map((declared, index) => (index === 0 ? declared : [hardline, declared]))), blankLine],
    [comment(doc), `export function ${name}(client: Client): ${type} `],
    [block(implementations(resource, combined)), hardline],
  ])
  return `${importsOf(resource, combined, code)}\n${code}`
}

/** A resource with one nameless method is that method itself. */
function implementations({ type, methods }: Resource, combined: CombinedMethod[]): Doc[] {
  const [only] = methods
  if (only && only.name === undefined) return [['return ', implementation(only)]]
  const rows = [
    ...methods.map((method) => member(method.name ?? '', implementation(method))),
    ...combined.map((method) => member(method.name, method.implementation)),
  ]
  return [[`const resource: ${type} = `, table(rows)], 'return resource']
}

const depth = 2

function declaration(model: Model, method: Method): Doc {
  const { name = '', headers, items, data, statuses } = method
  const given = argumentsOf(method)
  const doc = comment(methodDoc(model, method), depth)
  if (items) return [doc, name, parameters(declared(given)), `: List<${data}, ${items.type}>`]
  const status = statuses.join(' | ')
  const plain = [doc, name, parameters(declared(given)), `: Call<${data}, ${status}>`]
  if (!headers.includes('ifNoneMatch')) return plain
  // This overload is the first one, because a call with the condition would fit the other one too.
  const revalidating = given.map((argument) =>
    argument.place === 'options' ? { ...argument, type: 'RevalidationOptions', required: true } : argument,
  )
  const overload = [doc, name, parameters(declared(revalidating)), `: Call<${data} | undefined, ${status} | 304>`]
  return [overload, hardline, plain]
}

const combinedDeclaration = ({ doc, name, parameters: given, result }: CombinedMethod): Doc => [
  comment(doc, depth),
  [name, parameters(given), `: ${result}`],
]

function implementation(method: Method): Doc {
  const { operation, auth, repeat, items, gives } = method
  const given = argumentsOf(method)
  const path = given.filter(({ place }) => place === 'path').map(({ name }) => name)
  const has = (place: string) => given.some((argument) => argument.place === place)
  const description = object([
    `id: ${quote(operation.operationId)}`,
    `method: ${quote(operation.method.toUpperCase())}`,
    `path: ${quote(operation.path)}`,
    `auth: ${quote(auth)}`,
    ...(repeat ? [`repeat: ${quote(repeat)}`] : []),
    ...(gives === undefined ? [] : [`gives: ${quote(gives)}`]),
  ])
  const sent = object([
    ...(path.length > 0 ? [['path: ', object(path)]] : []),
    ...(has('body') ? ['body'] : []),
    ...(has('query') ? [items ? 'query: page' : 'query'] : []),
  ])
  // TypeScript infers no types for the implementation of overloads. `never` fits the answers of all of them.
  const isOverloaded = method.headers.includes('ifNoneMatch')
  const names = isOverloaded ? declared(given) : given.map(({ name }) => name)
  const send = call(`client.send${isOverloaded ? '<never, never>' : ''}`, [description, sent, 'options'])
  const body = items
    ? callWith('listOf', [quote(items.member), String(items.pageSize), 'query'], { parameters: '(page)', body: send })
    : send
  return arrow({ parameters: parameters(names), body })
}

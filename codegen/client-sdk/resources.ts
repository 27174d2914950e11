// generated/client-sdk/<tag>.ts and client.ts: one documented interface and one factory per resource, and all of them.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, join, print, type Doc } from '../typescript/print.ts'
import {
  arrow,
  block,
  call,
  callWith,
  importFrom,
  member,
  object,
  parameters,
  quote,
  table,
} from '../typescript/syntax.ts'
import { facadeOf, type Method, type Resource } from './facade.ts'
import { helpersOf, type Helper } from './helpers.ts'
import { exampleCall } from './sample.ts'
import { argumentsOf, declared } from './signature.ts'
import { methodDoc } from './tsdoc.ts'

export const runtime = '../../client-sdk/src'
const blankLine: Doc = [hardline, hardline]

export function renderResources(model: Model): Record<string, string> {
  const resources = facadeOf(model)
  const files = resources.map((resource) => [resource.file, renderResource(model, resource)] as const)
  const all = resources.map(({ file }) => `export * from './${file}'\n`)
  return { ...Object.fromEntries(files), 'resources.ts': all.join(''), 'client.ts': renderClient(model, resources) }
}

function renderResource(model: Model, resource: Resource): string {
  const { name, type, description, methods } = resource
  const helpers = helpersOf(model, resource)
  const members = [...methods.map((method) => declaration(model, method)), ...helpers.map(helperDeclaration)]
  const doc = `${description}\n\nFor bundles that want only some resources; \`create${model.names.identifier}\` has them all.`
  const code = print([
    [comment(description), `export interface ${type} `],
    [block(members.map((declared, index) => (index === 0 ? declared : [hardline, declared]))), blankLine],
    [comment(doc), `export function ${name}(client: Client): ${type} `],
    [block(implementations(resource, helpers)), hardline],
  ])
  return `${imports(resource, helpers, code)}\n${code}`
}

/** A resource with one nameless method is that method itself. */
function implementations({ type, methods }: Resource, helpers: Helper[]): Doc[] {
  const [only] = methods
  if (only && only.name === undefined) return [['return ', implementation(only)]]
  const rows = [
    ...methods.map((method) => member(method.name ?? '', implementation(method))),
    ...helpers.map((helper) => member(helper.name, helper.implementation)),
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
  // It stands first: a call with the condition would fit the other one too.
  const revalidating = given.map((argument) =>
    argument.place === 'options' ? { ...argument, type: 'RevalidationOptions', required: true } : argument,
  )
  const overload = [doc, name, parameters(declared(revalidating)), `: Call<${data} | undefined, ${status} | 304>`]
  return [overload, hardline, plain]
}

const helperDeclaration = ({ doc, name, parameters: given, result }: Helper): Doc => [
  comment(doc, depth),
  [name, parameters(given), `: ${result}`],
]

function implementation(method: Method): Doc {
  const { operation, auth, repeat, items } = method
  const given = argumentsOf(method)
  const path = given.filter(({ place }) => place === 'path').map(({ name }) => name)
  const has = (place: string) => given.some((argument) => argument.place === place)
  const description = object([
    `id: ${quote(operation.operationId)}`,
    `method: ${quote(operation.method.toUpperCase())}`,
    `path: ${quote(operation.path)}`,
    `auth: ${quote(auth)}`,
    ...(repeat ? [`repeat: ${quote(repeat)}`] : []),
  ])
  const sent = object([
    ...(path.length > 0 ? [['path: ', object(path)]] : []),
    ...(has('body') ? ['body'] : []),
    ...(has('query') ? [items ? 'query: page' : 'query'] : []),
  ])
  // Overloads leave the implementation without types to take from. `never` fits the answers of all of them.
  const isOverloaded = method.headers.includes('ifNoneMatch')
  const names = isOverloaded ? declared(given) : given.map(({ name }) => name)
  const send = call(`client.send${isOverloaded ? '<never, never>' : ''}`, [description, sent, 'options'])
  const body = items
    ? callWith('listOf', [quote(items.member), String(items.pageSize), 'query'], { parameters: '(page)', body: send })
    : send
  return arrow({ parameters: parameters(names), body })
}

function renderClient(model: Model, resources: Resource[]): string {
  const { title, identifier, variable } = model.names
  const [first] = resources.flatMap(({ methods }) => methods).filter(({ body }) => body)
  const example = first ? exampleCall(model, first).split('\n') : []
  const server = model.servers.at(-1)?.url ?? ''
  const doc = [
    `The client of the ${title} API.`,
    '',
    '@example',
    '```ts',
    `const ${variable} = create${identifier}({ baseUrl: ${quote(server)}, token: () => session.idToken() })`,
    ...example,
    '```',
  ].join('\n')
  const members = resources.map(({ name, type, description }) => [comment(description, depth), `${name}: ${type}`])
  const rows = [...resources.map(({ name }) => `${name}: ${name}(client)`), 'request: client.request']
  return print([
    [importFrom('import', ['createClient'], `${runtime}/client.ts`), hardline],
    [importFrom('import type', ['ClientOptions'], `${runtime}/options.ts`), hardline],
    [importFrom('import type', ['Requester'], `${runtime}/request.ts`), hardline],
    resources.map(({ name, type, file }) => [importFrom('import', [name, `type ${type}`], `./${file}`), hardline]),
    [hardline, comment(`The ${title} API: one member per resource, and \`request\` for anything else.`)],
    [`export interface ${identifier} extends Requester `, block(members), blankLine],
    [comment(doc), `export function create${identifier}(options: ClientOptions): ${identifier} `],
    [block(['const client = createClient(options)', ['return ', table(rows)]]), hardline],
  ])
}

/** The imports that the code uses, found by their names in it. */
function imports({ methods }: Resource, helpers: Helper[], code: string): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code)
  const line = (names: string[], from: string, keyword = 'import type') => {
    const used = names.filter((name) => uses(name.replace('type ', '')))
    return used.length > 0 ? [importFrom(keyword, used, from)] : []
  }
  const options = ['CallOptions', 'ConditionalOptions', 'IdempotentOptions', 'RevalidationOptions']
  return print([
    join(hardline, [
      ...line(['operations'], '../api.ts'),
      ...line(['Call'], `${runtime}/call.ts`),
      ...line(['Client'], `${runtime}/client.ts`),
      ...line(options, `${runtime}/options.ts`),
      ...(uses('listOf') ? line(['listOf', 'type List'], `${runtime}/pages.ts`, 'import') : []),
      ...helpers.map((helper) => importFrom('import', helper.imports, `${runtime}/${helper.module}`)),
      ...line(modelsOf(methods, helpers), './models.ts'),
    ]),
    hardline,
  ])
}

/** The types of models.ts that the methods and helpers may name. */
function modelsOf(methods: Method[], helpers: Helper[]): string[] {
  const own = methods.flatMap(({ body, data, items }) => [body?.type, ...data.split(' | '), items?.type])
  const queries = methods.flatMap((method) => argumentsOf(method).filter(({ place }) => place === 'query'))
  const all = [...own, ...queries.map(({ type }) => type), ...helpers.flatMap(({ models }) => models)]
  return [...new Set(all)]
    .filter((name) => name !== undefined)
    .filter((name) => /^[A-Z]\w*$/.test(name))
    .sort()
}

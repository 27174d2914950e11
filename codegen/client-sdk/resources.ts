// generated/client-sdk/<tag>.ts: one documented interface and one factory per resource.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { arrow, block, key, member, parameters, quote, table } from '../typescript/syntax.ts'
import { combinedMethods, type CombinedMethod } from './combined-methods.ts'
import { facadeOf, type Method, type Resource } from './facade.ts'
import { implementation } from './implementation.ts'
import { importsOf, isOverloaded } from './imports.ts'
import { argumentsOf, declared, toldType } from './signature.ts'
import { methodDoc } from './tsdoc.ts'

const blankLine: Doc = [hardline, hardline]

export function renderResources(model: Model): Record<string, string> {
  const resources = facadeOf(model)
  const files = resources.map((resource) => [resource.file, renderResource(model, resource)] as const)
  const all = resources.map(({ file }) => `export * from './${file}'\n`)
  return { ...Object.fromEntries(files), 'resources.ts': all.join('') || 'export {}\n' }
}

function renderResource(model: Model, resource: Resource): string {
  const { name, type, description, methods } = resource
  const combined = combinedMethods(model, resource)
  const text = description || `The operations of ${resource.tag}.`
  const doc = `${text}\n\nFor bundles that want only some resources; \`${namesIn(model).client.factory}\` has them all.`
  const members = [...methods.map((method) => declaration(model, method)), ...combined.map(combinedDeclaration)]
  const separated = members.map((declared, index) => (index === 0 ? declared : [hardline, declared]))
  const code = print([
    [comment(text), `export interface ${type} `],
    [block(separated), blankLine],
    [comment(doc), `export function ${name}(client: Client): ${type} `],
    [block(implementations(model, resource, combined)), hardline],
  ])
  return `${importsOf(model, resource, combined)}\n${code}`
}

/** A resource with a nameless method is that method itself, and has the others as its members. */
function implementations(model: Model, { type, methods }: Resource, combined: CombinedMethod[]): Doc[] {
  const whole = methods.find(({ name }) => name === undefined)
  const named = methods.flatMap((method) => (method.name === undefined ? [] : [{ ...method, name: method.name }]))
  if (whole && named.length === 0) return [['return ', bodyOf(model, whole)]]
  const rows = [
    ...named.map((method) => member(method.name, bodyOf(model, method))),
    ...combined.map((method) => member(method.name, method.implementation)),
  ]
  if (!whole) return [[`const resource: ${type} = `, table(rows)], 'return resource']
  const names = named.map(({ name }) => quote(name)).join(' | ')
  return [
    [`const whole: (...given: Parameters<${type}>) => ReturnType<${type}> = `, bodyOf(model, whole)],
    [`const methods: Pick<${type}, ${names}> = `, table(rows)],
    'return Object.assign(whole, methods)',
  ]
}

const bodyOf = (model: Model, method: Method): Doc => arrow(implementation(model, method))

const depth = 2

function declaration(model: Model, method: Method): Doc {
  const { items, data, statuses, told, events } = method
  const headers = told.length > 0 ? `, ${toldType(method)}` : ''
  const name = method.name === undefined ? '' : key(method.name)
  const given = argumentsOf(model, method)
  const doc = comment(methodDoc(model, method), depth)
  if (items) return [doc, name, parameters(declared(given)), `: List<${data}, ${items.type}${headers}>`]
  if (events) return [doc, name, parameters(declared(given)), `: EventStream<${data}>`]
  const status = statuses.join(' | ') || 'number'
  const plain = [
    doc,
    name,
    parameters(declared(given)),
    `: ${method.read ? 'Raw' : ''}Call<${data}, ${status}${headers}>`,
  ]
  if (!isOverloaded(method)) return plain
  // This overload is the first one, because a call with the condition would fit the other one too. What a call must have
  // comes before what it may have, so all arguments before its options are given.
  const revalidating = given.map((argument) =>
    argument.place === 'options'
      ? { ...argument, type: [...without(argument.type), 'RevalidationOptions'].join(' & '), required: true }
      : argument,
  )
  const asked = revalidating.map((argument) =>
    argument.required ? argument : { ...argument, type: `${argument.type} | undefined`, required: true },
  )
  const data304 = data.split(' | ').includes('undefined') ? data : `${data} | undefined`
  const overload = [doc, name, parameters(declared(asked)), `: Call<${data304}, ${status} | 304${headers}>`]
  return [overload, hardline, plain]
}

const without = (type: string) => (type === 'CallOptions' ? [] : [type])

const combinedDeclaration = ({ doc, name, parameters: given, result }: CombinedMethod): Doc => [
  comment(doc, depth),
  [name, parameters(given), `: ${result}`],
]

// generated/client-sdk/<tag>.ts: one documented interface and one factory per resource.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { arrow, block, key, member, parameters, table } from '../typescript/syntax.ts'
import { combinedMethods, type CombinedMethod } from './combined-methods.ts'
import { facadeOf, type Method, type Resource } from './facade.ts'
import { implementation } from './implementation.ts'
import { importsOf } from './imports.ts'
import { argumentsOf, declared } from './signature.ts'
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
  const withDocs = { doc: (text: string) => comment(text, depth) }
  const withoutDocs = { doc: () => '' }
  const text = description || `The operations of ${resource.tag}.`
  const doc = `${text}\n\nFor bundles that want only some resources; \`${namesIn(model).client.factory}\` has them all.`
  const codeOf = (how: { doc: (text: string) => Doc }) => {
    const members = [
      ...methods.map((method) => declaration(model, method, how.doc)),
      ...combined.map((method) => combinedDeclaration(method, how.doc)),
    ]
    const separated = members.map((declared, index) => (index === 0 ? declared : [hardline, declared]))
    return print([
      [how === withDocs ? comment(text) : '', `export interface ${type} `],
      [block(separated), blankLine],
      [how === withDocs ? comment(doc) : '', `export function ${name}(client: Client): ${type} `],
      [block(implementations(model, resource, combined)), hardline],
    ])
  }
  return `${importsOf(model, resource, combined, codeOf(withoutDocs))}\n${codeOf(withDocs)}`
}

/** A resource with one nameless method is that method itself. */
function implementations(model: Model, { type, methods }: Resource, combined: CombinedMethod[]): Doc[] {
  const [only] = methods
  if (only && only.name === undefined) return [['return ', bodyOf(model, only)]]
  const rows = [
    ...methods.map((method) => member(method.name ?? '', bodyOf(model, method))),
    ...combined.map((method) => member(method.name, method.implementation)),
  ]
  return [[`const resource: ${type} = `, table(rows)], 'return resource']
}

const bodyOf = (model: Model, method: Method): Doc => arrow(implementation(model, method))

const depth = 2

function declaration(model: Model, method: Method, docOf: (text: string) => Doc): Doc {
  const { headers, items, data, statuses } = method
  const name = method.name === undefined ? '' : key(method.name)
  const given = argumentsOf(model, method)
  const doc = docOf(methodDoc(model, method))
  if (items) return [doc, name, parameters(declared(given)), `: List<${data}, ${items.type}>`]
  const status = statuses.join(' | ') || 'number'
  const plain = [doc, name, parameters(declared(given)), `: Call<${data}, ${status}>`]
  if (!headers.includes('ifNoneMatch')) return plain
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
  const overload = [doc, name, parameters(declared(asked)), `: Call<${data304}, ${status} | 304>`]
  return [overload, hardline, plain]
}

const without = (type: string) => (type === 'CallOptions' ? [] : [type])

const combinedDeclaration = (
  { doc, name, parameters: given, result }: CombinedMethod,
  docOf: (text: string) => Doc,
): Doc => [docOf(doc), [name, parameters(given), `: ${result}`]]

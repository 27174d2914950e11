// An operation as a call of the SDK, with the contract's own examples for its arguments.
import type { Model, Operation, Parameter } from '../model.ts'
import { literal } from '../typescript/literal.ts'
import { print } from '../typescript/print.ts'
import { call, quote } from '../typescript/syntax.ts'
import { facadeOf, type Method } from './facade.ts'
import { packageName } from './package-name.ts'

const credentials = { token: ['token: process.env.TOKEN'], apiKey: ['apiKey: process.env.API_KEY'], none: [] }

/** A program that calls the operation, for the docs page; undefined for an operation of no resource. */
export function sdkSample(model: Model, { operationId }: Pick<Operation, 'operationId'>): string | undefined {
  const method = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === operationId)
  if (!method) return undefined
  const { identifier, variable } = model.names
  const [server] = model.servers
  const settings = [`baseUrl: ${quote(server?.url ?? '')}`, ...credentials[method.auth]].join(', ')
  return [
    `import { create${identifier} } from ${quote(packageName)}`,
    '',
    `const ${variable} = create${identifier}({ ${settings} })`,
    exampleCall(model, method),
  ].join('\n')
}

/** The call alone, on a client that is there. */
export function exampleCall(model: Model, method: Method): string {
  const { operation, items, data, query } = method
  const filters = query.filter(({ example }) => example !== undefined)
  if (operation.sdk.upload === true) return exampleUpload(model, method)
  const given = [...exampleIds(method), ...exampleBody(method), ...(filters.length > 0 ? [exampleQuery(filters)] : [])]
  if (items) return `${exampleOf('for await (const item of ', target(model, method), given)}) {\n  console.log(item)\n}`
  if (data === 'undefined') return exampleOf('await ', target(model, method), given)
  return `${exampleOf('const result = await ', target(model, method), given)}\nconsole.log(result)`
}

/** An example in a comment has an indentation and an asterisk before it. */
const exampleWidth = 115

/** A statement with a call, wrapped where it is long. */
export const exampleOf = (start: string, callee: string, given: string[]): string =>
  print([start, call(callee, given)], exampleWidth)

/** The method on the client's variable. */
export const target = ({ names }: Model, { resource, name }: Pick<Method, 'resource' | 'name'>): string =>
  [names.variable, resource, ...(name === undefined ? [] : [name])].join('.')

const exampleIds = ({ path }: Method) => path.map(({ example }) => literal(example))

const exampleQuery = (query: Parameter[]) =>
  literal(Object.fromEntries(query.map(({ name, example }) => [name, example])))

/** A reader of the docs wants to send a file, not only to get the URL. */
function exampleUpload(model: Model, method: Method): string {
  const { fileName, contentType } = Object.fromEntries(method.query.map(({ name, example }) => [name, example]))
  const given = [...exampleIds(method), 'file', literal({ fileName })]
  return [
    `const file = new Blob(['…'], ${literal({ type: contentType })})`,
    exampleOf('const { key } = await ', target(model, { ...method, name: 'upload' }), given),
    'console.log(key)',
  ].join('\n')
}

/** A list with the body's first example; empty where the method takes no body. */
export function exampleBody({ operation: { operationId, body: documented }, body }: Method): string[] {
  if (!body) return []
  const [value] = documented?.json?.examples ?? []
  if (value === undefined) throw new Error(`${operationId} has no example of its body`)
  return [literal(value)]
}

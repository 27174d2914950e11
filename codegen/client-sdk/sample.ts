// An operation as a call of the SDK, with examples for its arguments.
import { namesIn } from '../contract-names.ts'
import type { Model, Operation, Parameter } from '../model.ts'
import { literal } from '../typescript/literal.ts'
import { print } from '../typescript/print.ts'
import { call, key, quote } from '../typescript/syntax.ts'
import { facadeOf, type Method } from './facade.ts'
import { packageName } from './package-name.ts'
import { addressOf, bodyCode, parameterExample } from './sample-values.ts'
import type { Auth } from './security.ts'
import { argumentsOf } from './signature.ts'

/** A program that calls the operation, for the docs page; undefined for an operation of no resource. */
export function sdkSample(model: Model, { operationId }: Pick<Operation, 'operationId'>): string | undefined {
  const method = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === operationId)
  if (!method) return undefined
  const { factory, variable } = namesIn(model).client
  const [server] = model.servers
  const settings = [`baseUrl: ${quote(addressOf(server?.url))}`, ...credentialSettings(method.auth)].join(', ')
  return [
    `import { ${factory} } from ${quote(packageName)}`,
    '',
    `const ${variable} = ${factory}({ ${settings} })`,
    exampleCall(model, method),
  ].join('\n')
}

/** The client's settings for the credentials of an operation, such as `token: process.env.TOKEN`. */
export function credentialSettings({ kind, keys, basic }: Auth): string[] {
  if (kind === 'none') return []
  const named = keys?.map((name) => `${key(name)}: process.env.${name.replace(/\W+/g, '_').toUpperCase()}`)
  if (kind === 'apiKey') return [named ? `apiKeys: { ${named.join(', ')} }` : 'apiKey: process.env.API_KEY']
  return [basic === 'basic' ? 'token: process.env.USER_AND_PASSWORD' : 'token: process.env.TOKEN']
}

/** The call alone, on a client that is there. */
export function exampleCall(model: Model, method: Method): string {
  const { operation, items, data, events } = method
  if (operation.sdk.upload === true) return exampleUpload(model, method)
  const given = exampleArguments(model, method)
  if (items) return `${exampleOf('for await (const item of ', target(model, method), given)}) {\n  console.log(item)\n}`
  if (events)
    return `${exampleOf('for await (const event of ', target(model, method), given)}) {\n  console.log(event)\n}`
  if (data === 'undefined') return exampleOf('await ', target(model, method), given)
  return `${exampleOf('const result = await ', target(model, method), given)}\nconsole.log(result)`
}

/** An example in a comment has an indentation and an asterisk before it. */
const exampleWidth = 115

/** A statement with a call, wrapped where it is long. */
export const exampleOf = (start: string, callee: string, given: string[]): string =>
  print([start, call(callee, given)], exampleWidth)

/** The method on the client's variable. */
export const target = (model: Model, { resource, name }: Pick<Method, 'resource' | 'name'>): string =>
  `${namesIn(model).client.variable}.${resource}${name === undefined ? '' : accessOf(name)}`

/** The access to a member: `.name`, or `["a name"]`. */
export const accessOf = (name: string) =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${quote(name)}]`

/** The arguments up to the last one that has a value. An argument in between that has none is undefined. */
function exampleArguments(model: Model, method: Method): string[] {
  const values = argumentsOf(model, method).map(({ name, place, required }): string | undefined => {
    switch (place) {
      case 'path':
        return literal(parameterExample(pathNamed(method, name)))
      case 'body':
        return exampleBody(method)[0]
      case 'query':
        return groupExample(method.query, required)
      case 'headers':
        return groupExample(
          method.headerParameters.filter((parameter) => parameter.required),
          required,
        )
      case 'cookies':
        return groupExample(
          method.cookies.filter((parameter) => parameter.required),
          required,
        )
      case 'options':
        return required ? literal({ ifMatch: '"1"' }) : undefined
    }
  })
  const length = values.reduce((last, value, index) => (value === undefined ? last : index + 1), 0)
  return values.slice(0, length).map((value) => value ?? 'undefined')
}

function pathNamed({ path }: Method, variable: string): Parameter {
  const found = path.find((parameter) => parameter.variable === variable)
  if (!found) throw new Error(`${variable} is no parameter of the path`)
  return { ...found, required: true }
}

function groupExample(parameters: Parameter[], required: boolean): string | undefined {
  const examples = parameters.map((parameter) => [parameter.name, parameterExample(parameter)] as const)
  const given = examples.filter(([, value]) => value !== undefined)
  return given.length > 0 || required ? literal(Object.fromEntries(given)) : undefined
}

/** A reader of the docs wants to send a file, not only to get the URL. */
function exampleUpload(model: Model, method: Method): string {
  const { fileName, contentType } = Object.fromEntries(method.query.map(({ name, example }) => [name, example]))
  const ids = method.path.map(({ variable }) => literal(parameterExample(pathNamed(method, variable))))
  const given = [...ids, 'file', literal({ fileName })]
  return [
    `const file = new Blob(['…'], ${literal({ type: contentType })})`,
    exampleOf('const { key } = await ', target(model, { ...method, name: 'upload' }), given),
    'console.log(key)',
  ].join('\n')
}

/** A list with the body of the example; empty where the method takes no body. */
export const exampleBody = ({ body }: Method): string[] => (body ? [bodyCode(body.media)] : [])

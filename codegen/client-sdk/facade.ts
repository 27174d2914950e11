// The contract as the SDK offers it: tags become resources, operations methods, and parameters arguments.
import type { Answer, Model, Operation, Parameter, Schema } from '../model.ts'

export type Resource = { name: string; tag: string; file: string; type: string; description: string; methods: Method[] }

export type Method = {
  operation: Operation
  resource: string
  /** The name of the method; absent where the resource itself is called. */
  name: string | undefined
  path: Parameter[]
  query: Parameter[]
  body: { type: string; description: string; required: boolean } | undefined
  /** The conditions and keys that the operation takes as headers. */
  headers: HeaderOption[]
  data: string
  statuses: number[]
  problems: { status: number; description: string }[]
  auth: 'token' | 'apiKey' | 'none'
  repeat: 'key' | 'content' | undefined
  /** The shape of a success, where it is not just an object: `''` nothing, `'*'` anything, else the member with a list. */
  gives: string | undefined
  /** The member of a page with its items, their type, and their number without `limit` (0: there is no `limit`). */
  items: { member: string; type: string; pageSize: number } | undefined
}

/** Header parameter → option of a call. A new header needs a line here and one in the SDK's options. */
const headerOptions = {
  'Idempotency-Key': 'idempotencyKey',
  'If-Match': 'ifMatch',
  'If-None-Match': 'ifNoneMatch',
} as const
type HeaderOption = (typeof headerOptions)[keyof typeof headerOptions]

export function facadeOf(model: Model): Resource[] {
  return model.tags.flatMap(({ name: tag, description }) => {
    const tagged = model.operations.filter((operation) => operation.tag === tag && !operation.sdk.omit)
    if (tagged.length === 0) return []
    const name = camelCase(tag)
    const methods = tagged.map((operation) => methodOf(model, operation, name))
    const names = methods.map((method) => method.name)
    if (new Set(names).size < names.length) throw new Error(`${tag} has two methods of one name: ${names.join(', ')}`)
    if (names.includes(undefined) && names.length > 1)
      throw new Error(`${tag} is called itself, so it has one operation`)
    return [{ name, tag, file: `${tag}.ts`, type: capitalize(name), description, methods }]
  })
}

/** The schemas that callers of the SDK meet: all but those that only omitted operations use. */
export function offeredSchemas(model: Model): Model['schemas'] {
  const { paths, components = {}, ...rest } = model.document
  const isOmitted = (path: string) => model.operations.every((other) => other.path !== path || other.sdk.omit)
  const items = Object.entries(paths)
  const own = namedIn(components, [rest, items.filter(([path]) => !isOmitted(path))])
  const others = namedIn(components, [items.filter(([path]) => isOmitted(path))])
  return Object.fromEntries(
    Object.entries(model.schemas).filter(([name]) => own.has(`schemas/${name}`) || !others.has(`schemas/${name}`)),
  )
}

/** The components that the value names, and those that they name. */
function namedIn(components: object, value: unknown, found = new Set<string>()) {
  for (const [, kind = '', name = ''] of JSON.stringify(value).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    if (found.has(`${kind}/${name}`)) continue
    found.add(`${kind}/${name}`)
    // Safe cast: components are listed by their kind, and then by their name.
    namedIn(components, (components as Record<string, Record<string, unknown>>)[kind]?.[name], found)
  }
  return found
}

function methodOf(model: Model, operation: Operation, resource: string): Method {
  const { operationId, parameters, answers, sdk } = operation
  const within = (place: string) => parameters.filter((parameter) => parameter.in === place)
  const successes = answers.filter(({ status }) => status >= 200 && status < 300)
  const headers = within('header').map(({ name }) => headerOption(operationId, name))
  for (const parameter of [...within('path'), ...within('query')]) refuseStructure(operationId, parameter)
  return {
    operation,
    resource,
    name: nameOf(operation, resource),
    path: within('path'),
    query: within('query'),
    body: bodyOf(operation),
    headers,
    data: dataOf(operationId, successes),
    statuses: successes.map(({ status }) => status),
    problems: answers.filter(({ status }) => status >= 400),
    auth: authOf(model, operation),
    repeat: sdk.repeat ?? (headers.includes('idempotencyKey') ? 'key' : undefined),
    gives: givenBy(successes),
    items: itemsOf(operation),
  }
}

/** The operationId without the name of the resource: createCase on cases is create. */
function nameOf({ operationId, sdk }: Operation, resource: string): string | undefined {
  if (sdk.name !== undefined) return sdk.name
  if (operationId === resource) return undefined
  const [verb = ''] = /^[a-z]+/.exec(operationId) ?? []
  const rest = operationId.slice(verb.length)
  const plural = capitalize(resource)
  const own = [plural, plural.replace(/s$/, '')].find((noun) => new RegExp(`^${noun}(?![a-z])`).test(rest))
  return verb + (own === undefined ? rest : rest.slice(own.length))
}

function headerOption(operationId: string, name: string): HeaderOption {
  // Safe cast: a name without a row gives undefined, which is refused.
  const option = headerOptions[name as keyof typeof headerOptions] as HeaderOption | undefined
  if (option === undefined) throw new Error(`${operationId}: the SDK has no option for the header ${name}`)
  return option
}

/** The SDK writes an id or a filter as plain text, and the service refuses repeated parameters. */
function refuseStructure(operationId: string, { name, schema }: Parameter) {
  const type = schema?.type
  if (type === undefined || type === 'array' || type === 'object')
    throw new Error(`${operationId}: the SDK cannot send the parameter ${name}, which is no plain value`)
}

function bodyOf({ operationId, body }: Operation): Method['body'] {
  if (!body) return undefined
  const { json, required, description } = body
  if (!json?.schema) throw new Error(`${operationId} has a body that is not JSON`)
  // Such a body can hold nothing, so the method does not ask for it.
  if (!required && hasNoMembers(json.schema)) return undefined
  const type = json.schemaName ?? `operations['${operationId}']['requestBody']['content']['application/json']`
  return { type, required, description }
}

function dataOf(operationId: string, successes: Answer[]): string {
  const types = successes.map(({ status, json }) => {
    if (!json?.schema) return 'undefined'
    return json.schemaName ?? `operations['${operationId}']['responses'][${status}]['content']['application/json']`
  })
  return [...new Set(types)].join(' | ')
}

function givenBy(successes: Answer[]): string | undefined {
  if (successes.every(({ json }) => json === undefined)) return ''
  if (!successes.every(({ json }) => json?.schema?.type === 'object')) return '*'
  const { properties = {}, required = [] } = successes[0]?.json?.schema ?? {}
  return required.find((name) => properties[name]?.type === 'array')
}

function authOf({ securitySchemes }: Model, { caller, security }: Operation): Method['auth'] {
  if (caller === 'anyone') return 'none'
  const [name = ''] = Object.keys(security[0] ?? {})
  const scheme = securitySchemes[name]
  if (scheme?.type !== 'apiKey') return 'token'
  if (scheme.name !== 'x-api-key') throw new Error(`The SDK sends API keys as x-api-key, not as ${scheme.name}`)
  return 'apiKey'
}

function itemsOf({ operationId, page }: Operation): Method['items'] {
  if (!page) return undefined
  const { member, itemName, size } = page
  if (itemName === undefined) throw new Error(`${operationId}: x-pagination names no array of a schema`)
  return { member, type: itemName, pageSize: size }
}

const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
export const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** A closed object that names no member. */
const hasNoMembers = ({ additionalProperties, properties = {} }: Schema) =>
  additionalProperties === false && Object.keys(properties).length === 0

// The contract as the SDK offers it: tags become resources, operations methods, and parameters arguments.
import { namesIn } from '../contract-names.ts'
import { distinctNames, isFreeMember, isFreeVariable, variableFrom } from '../identifiers.ts'
import type { Model, Operation, Parameter } from '../model.ts'
import type { EventTypes } from '../model/media.ts'
import { quote } from '../typescript/syntax.ts'
import { bodyOf, dataOf, type MethodBody, type MethodData } from './media-types.ts'
import { nameOf } from './method-name.ts'
import { authOf, type Auth } from './security.ts'

export type Resource = { name: string; tag: string; file: string; type: string; description: string; methods: Method[] }

export type Method = {
  operation: Operation
  resource: string
  /** The name of the method; absent where the resource itself is called. */
  name: string | undefined
  path: PathArgument[]
  query: Parameter[]
  /** Headers and cookies that are arguments of the call. */
  headerParameters: Parameter[]
  cookies: Parameter[]
  body: MethodBody | undefined
  /** The conditions and keys that the operation takes as headers, and those of them that a call must have. */
  headers: HeaderOption[]
  requiredOptions: HeaderOption[]
  data: MethodData['type']
  read: MethodData['read']
  accept: MethodData['accept']
  statuses: number[]
  /** The headers of a success that the answer has as members. */
  told: string[]
  problems: { status: number; key: string; description: string }[]
  auth: Auth
  repeat: 'key' | 'content' | undefined
  /** The shape of a success, where it is not just an object: `''` nothing, `'*'` anything, else the member with a list. */
  gives: string | undefined
  /** Of a stream: the types of its events. */
  events: EventTypes | undefined
  /** The member of a page with its items, their type, and their number without `limit` (0: there is no `limit`). */
  items: { member: string; type: string; pageSize: number } | undefined
}

/** A parameter of the path: its name in the contract, its variable, and its type. */
export type PathArgument = Parameter & { variable: string; type: string }

/** Header parameter → option of a call. A new header needs a line here and one in the SDK's options. */
const headerOptions = new Map([
  ['idempotency-key', 'idempotencyKey'],
  ['if-match', 'ifMatch'],
  ['if-none-match', 'ifNoneMatch'],
] as const)
export type HeaderOption = 'idempotencyKey' | 'ifMatch' | 'ifNoneMatch'

/** Header of an answer → member of an answer. A new header needs a line here and one in the SDK's answers. */
const toldHeaders: Record<string, string> = {
  etag: 'etag',
  location: 'location',
  'retry-after': 'retryAfter',
  'idempotent-replayed': 'replayed',
}

const known = new WeakMap<Model, Resource[]>()

export function facadeOf(model: Model): Resource[] {
  const resources = known.get(model) ?? resourcesOf(model)
  known.set(model, resources)
  return resources
}

function resourcesOf(model: Model): Resource[] {
  return model.tags.flatMap(({ name: tag, description }) => {
    const tagged = model.operations.filter(
      (operation) => operation.tag === tag && operation.method !== 'trace' && !operation.sdk.omit,
    )
    if (tagged.length === 0) return []
    const { name, type, file } = namesIn(model).resource(tag)
    const names = methodNames(tagged, name)
    const methods = tagged.map((operation) => methodOf(model, operation, name, names.get(operation.operationId)))
    return [{ name, tag, file: `${file}.ts`, type, description, methods }]
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

/**
 * Where two operations would have one name, both keep their operationId. A lone operation can be the resource itself, and its
 * stream is then a method of it.
 */
function methodNames(operations: Operation[], resource: string): Map<string, string | undefined> {
  const [only, ...others] = operations.filter((operation) => !eventsOf(operation))
  if (only && others.length === 0 && nameOf(only, resource) === undefined) {
    const streams = operations.filter((operation) => operation !== only)
    return new Map([[only.operationId, undefined], ...methodNames(streams, resource)])
  }
  const short = operations.map((operation) => nameOf(operation, resource) ?? variableFrom(operation.operationId))
  const isTwice = (name: string) => short.filter((other) => other === name).length > 1
  const wanted = new Map(
    operations.map(({ operationId }, index) => {
      const name = short[index] ?? operationId
      return [operationId, isTwice(name) ? variableFrom(operationId) : name]
    }),
  )
  const ids = operations.map(({ operationId }) => operationId)
  return distinctNames(ids, { of: (id) => wanted.get(id) ?? id, isFree: isFreeMember, suffix: 'Operation' })
}

function methodOf(model: Model, operation: Operation, resource: string, name: string | undefined): Method {
  const { parameters, successes, failures, sdk, operationId } = operation
  const within = (place: string) => parameters.filter((parameter) => parameter.in === place)
  const optionOf = (parameter: Parameter) =>
    parameter.shape === 'scalar' && parameter.scalar === 'string'
      ? headerOptions.get(parameter.name.toLowerCase() as 'if-match')
      : undefined
  const conditions = within('header').filter(optionOf)
  const headers = conditions.flatMap((parameter) => optionOf(parameter) ?? [])
  const required = conditions
    .filter((parameter) => parameter.required)
    .flatMap((parameter) => optionOf(parameter) ?? [])
  const { type, read, accept } = dataOf(model, operation)
  const events = eventsOf(operation)
  // The event of a failure is an error that the stream throws.
  const data = events ? `Exclude<${type}, { type: ${quote(events.failure)} }>` : type
  return {
    operation,
    resource,
    name,
    path: pathOf(model, operationId, within('path')),
    query: within('query'),
    headerParameters: within('header').filter((parameter) => !optionOf(parameter)),
    cookies: within('cookie'),
    body: bodyOf(model, operation),
    headers,
    // The SDK makes keys itself.
    requiredOptions: required.filter((option) => option === 'ifMatch'),
    data,
    read: events ? undefined : read,
    accept: events ? undefined : accept,
    statuses: successes.map(({ status }) => status),
    told: toldBy(operation),
    problems: failures,
    auth: authOf(model, operation),
    repeat: sdk.repeat ?? (headers.includes('idempotencyKey') ? 'key' : undefined),
    gives: read || events ? undefined : givenBy(operation),
    events,
    items: itemsOf(model, operation, data),
  }
}

function toldBy({ successes }: Operation): string[] {
  const documented = new Set(successes.flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase())))
  return Object.entries(toldHeaders).flatMap(([name, member]) => (documented.has(name) ? [member] : []))
}

/** A stream has no answer of another kind. */
export const eventsOf = ({ successes }: Operation): EventTypes | undefined =>
  successes.flatMap(({ content }) => content.flatMap(({ events }) => events ?? []))[0]

/** Variables that stand in the code beside those of the path. */
const otherVariables = new Set(
  [
    'body',
    'query',
    'headers',
    'cookies',
    'options',
    'client',
    'resource',
    'page',
    'settings',
    'change',
    'file',
    'signal',
  ].concat(
    [
      'patch',
      'started',
      'cursor',
      'ifMatch',
      'listOf',
      'updateWith',
      'upload',
      'startAndWait',
      'creation',
      'idempotencyKey',
      'ownKey',
      'mutation',
      'infiniteQuery',
    ],
    [
      'plainQuery',
      'randomKey',
      'noKey',
      'rawCall',
      'read',
      'retiring',
      'listIn',
      'nothing',
      'anything',
      'textOf',
      'queryOf',
      'withHeaders',
      'cookieOf',
      'data',
      'context',
      'only',
      'operations',
      'components',
      'eventStream',
      'whole',
      'methods',
    ],
  ),
)

function pathOf(model: Model, operationId: string, parameters: Parameter[]): PathArgument[] {
  const names = distinctNames(
    parameters.map(({ name }) => name),
    {
      of: variableFrom,
      isFree: (name) => isFreeVariable(name) && !otherVariables.has(name) && name !== namesIn(model).client.variable,
      suffix: 'Parameter',
    },
  )
  return parameters.map((parameter) => ({
    ...parameter,
    variable: names.get(parameter.name) ?? parameter.name,
    type: typeOf(operationId, parameter),
  }))
}

/** Plain types are written as such; others are taken from the operation. */
function typeOf(operationId: string, { name, shape, scalar, schema }: Parameter): string {
  const isPlain = shape === 'scalar' && !schema?.enum && !schema?.oneOf && !schema?.anyOf && !schema?.nullable
  if (isPlain) return scalar === 'integer' ? 'number' : scalar
  return `operations[${JSON.stringify(operationId)}]['parameters']['path'][${JSON.stringify(name)}]`
}

/** What the SDK holds an answer of JSON against: the service promises no more than the contract says. */
function givenBy({ method, successes }: Operation): string | undefined {
  // A 200 of which the contract says nothing may have any body.
  const isEmpty = successes.every(({ content, status }) => content.length === 0 && (status === 204 || status === 205))
  if (method === 'head' || isEmpty) return ''
  const schemas = successes.map(({ json }) => json?.schema)
  const isObject = schemas.every((schema) => schema?.type === 'object' && schema.nullable !== true)
  if (!isObject) return '*'
  const { properties = {}, required = [] } = (successes.length === 1 ? schemas[0] : undefined) ?? {}
  return required.find((name) => properties[name]?.type === 'array' && properties[name].nullable !== true)
}

function itemsOf(model: Model, { page }: Operation, data: string): Method['items'] {
  if (!page) return undefined
  const { member, itemName, size } = page
  const type = itemName === undefined ? `${data}[${JSON.stringify(member)}][number]` : namesIn(model).schema(itemName)
  return { member, type, pageSize: size }
}

// The contract as the SDK offers it: tags become resources, operations their methods, parameters their arguments.
import type { OpenAPIV3 } from 'openapi-types'
import {
  operationsOf,
  resolve,
  securityOf,
  type Contract,
  type Operation,
  type Parameter,
  type Ref,
  type Schema,
} from '../contract.ts'

export type Resource = { name: string; tag: string; file: string; type: string; description: string; methods: Method[] }

export type Method = {
  operation: Operation
  resource: string
  /** Its name on the resource; absent where the resource itself is called. */
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
  /** The member of a page that holds its items, their type, and how many there are when no `limit` is sent (0: it takes none). */
  items: { member: string; type: string; pageSize: number } | undefined
}

/** The header parameters that call options stand for. A new one needs a line here and in the SDK's options. */
const headerOptions = {
  'Idempotency-Key': 'idempotencyKey',
  'If-Match': 'ifMatch',
  'If-None-Match': 'ifNoneMatch',
} as const
export type HeaderOption = (typeof headerOptions)[keyof typeof headerOptions]

export function facadeOf(contract: Contract): Resource[] {
  const operations = operationsOf(contract)
  return (contract.tags ?? []).flatMap(({ name: tag, description = '' }) => {
    const tagged = operations.filter(({ tags }) => tags?.[0] === tag)
    if (tagged.length === 0) return []
    const name = camelCase(tag)
    const methods = tagged.map((operation) => methodOf(contract, operation, name))
    const names = methods.map((one) => one.name)
    if (new Set(names).size < names.length) throw new Error(`${tag} has two methods of one name: ${names.join(', ')}`)
    if (names.includes(undefined) && names.length > 1)
      throw new Error(`${tag} is called itself, so it has one operation`)
    return [{ name, tag, file: `${tag}.ts`, type: capitalize(name), description, methods }]
  })
}

function methodOf(contract: Contract, operation: Operation, resource: string): Method {
  const { operationId, parameters, responses } = operation
  const within = (place: string) => parameters.filter((one) => one.in === place)
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'))
  const headers = within('header').map((one) => headerOption(operationId, one.name))
  for (const one of [...within('path'), ...within('query')]) refuseStructure(contract, operationId, one)
  return {
    operation,
    resource,
    name: nameOf(operation, resource),
    path: within('path'),
    query: within('query'),
    body: bodyOf(contract, operation),
    headers,
    data: dataOf(contract, operation, successes),
    statuses: successes.map(Number),
    problems: Object.entries(responses)
      .filter(([status]) => Number(status) >= 400)
      .map(([status, response]) => ({ status: Number(status), description: resolve(contract, response).description })),
    auth: authOf(contract, operation),
    repeat: operation['x-sdk']?.repeat ?? (headers.includes('idempotencyKey') ? 'key' : undefined),
    items: itemsOf(contract, operation),
  }
}

/** The operationId without the resource that it is called on: createCase on cases is create. */
function nameOf({ operationId, 'x-sdk': given }: Operation, resource: string): string | undefined {
  if (given?.name !== undefined) return given.name
  if (operationId === resource) return undefined
  const [verb = ''] = /^[a-z]+/.exec(operationId) ?? []
  const rest = operationId.slice(verb.length)
  const plural = capitalize(resource)
  const own = [plural, plural.replace(/s$/, '')].find((noun) => new RegExp(`^${noun}(?![a-z])`).test(rest))
  return verb + (own === undefined ? rest : rest.slice(own.length))
}

function headerOption(operationId: string, name: string): HeaderOption {
  // Sound: a name without a row gives undefined, which is refused.
  const option = headerOptions[name as keyof typeof headerOptions] as HeaderOption | undefined
  if (option === undefined) throw new Error(`${operationId}: the SDK has no option for the header ${name}`)
  return option
}

/** The SDK writes an id or a filter as plain text, and the service takes no parameter twice. */
function refuseStructure(contract: Contract, operationId: string, { name, schema }: Parameter) {
  const type = schema && resolve<Schema>(contract, schema).type
  if (type === undefined || type === 'array' || type === 'object')
    throw new Error(`${operationId}: the SDK cannot send the parameter ${name}, which is no plain value`)
}

function bodyOf(contract: Contract, { operationId, requestBody }: Operation): Method['body'] {
  if (!requestBody) return undefined
  const { content, required = false, description = '' } = resolve(contract, requestBody)
  const schema = content['application/json']?.schema
  if (!schema) throw new Error(`${operationId} has a body that is not JSON`)
  // A body that holds nothing is nothing to ask of the caller.
  if (!required && hasNoMembers(resolve<Schema>(contract, schema))) return undefined
  return {
    type: typeName(schema) ?? `operations['${operationId}']['requestBody']['content']['application/json']`,
    required,
    description,
  }
}

function dataOf(contract: Contract, { operationId, responses }: Operation, statuses: string[]): string {
  const types = statuses.map((status) => {
    const response = responses[status]
    const media = response && resolve(contract, response).content?.['application/json']
    if (!media?.schema) return 'undefined'
    return (
      typeName(media.schema) ?? `operations['${operationId}']['responses'][${status}]['content']['application/json']`
    )
  })
  return [...new Set(types)].join(' | ')
}

function authOf(contract: Contract, operation: Operation): Method['auth'] {
  const [name] = Object.keys(securityOf(contract, operation)[0] ?? {})
  if (name === undefined) return 'none'
  const found = contract.components?.securitySchemes?.[name]
  const scheme = found && resolve<OpenAPIV3.SecuritySchemeObject>(contract, found)
  if (scheme?.type !== 'apiKey') return 'token'
  if (scheme.name !== 'x-api-key') throw new Error(`The SDK sends API keys as x-api-key, not as ${scheme.name}`)
  return 'apiKey'
}

function itemsOf(
  contract: Contract,
  { operationId, responses, parameters, 'x-pagination': pagination }: Operation,
): Method['items'] {
  if (!pagination) return undefined
  const schema = responses['200'] && resolve(contract, responses['200']).content?.['application/json']?.schema
  const list = schema && resolve<Schema>(contract, schema).properties?.[pagination.items]
  const array = list && resolve<Schema>(contract, list)
  const type = array?.type === 'array' ? typeName(array.items) : undefined
  if (type === undefined) throw new Error(`${operationId}: x-pagination names no array of a schema`)
  const limit = parameters.find(({ name }) => name === 'limit')?.schema
  // Sound: a default of what is an integer is a number.
  const pageSize = ((limit && resolve<Schema>(contract, limit).default) ?? 0) as number
  return { member: pagination.items, type, pageSize }
}

const typeName = (schema: Schema | Ref): string | undefined =>
  '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined

export const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
export const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** A closed object that names no member. */
const hasNoMembers = ({ additionalProperties, properties = {} }: Schema) =>
  additionalProperties === false && Object.keys(properties).length === 0

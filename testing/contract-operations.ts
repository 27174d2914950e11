// The contract's operations for table-driven tests, with resolved references and with examples.
import type { OpenAPIV3 } from 'openapi-types'
import { document } from '../server/contract.ts'

/** The part of a schema that this contract uses, with resolved references. */
export type Schema = Omit<OpenAPIV3.BaseSchemaObject, 'properties' | 'items' | 'additionalProperties'> & {
  type?: OpenAPIV3.NonArraySchemaObjectType | 'array'
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: boolean | Schema
}

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema; example?: unknown }

export type ContractOperation = {
  operationId: string
  method: string
  path: string
  caller: 'anyone' | 'user' | 'apiKey'
  scopes: string[]
  parameters: Parameter[]
  body: { required: boolean; schema: Schema; examples: unknown[] } | undefined
  statuses: number[]
  /** Whether a successful answer names a new item's path in `Location`. */
  creates: boolean
}

/** Safe cast: the bundle is an OpenAPI document without cycles, and `resolved` leaves no reference in it. */
const contract = resolved(document) as OpenAPIV3.Document
const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const

export const operations: ContractOperation[] = Object.entries(contract.paths)

  .flatMap(([path, item = {}]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      return operation ? [operationOf(path, method, operation, item.parameters)] : []
    }),
  )

/** Path → its methods. */
export const methodsByPath = new Map(
  operations.map(({ path }) => [
    path,
    operations.filter((operation) => operation.path === path).map(({ method }) => method),
  ]),
)

/** A pattern for the paths of a template. */
export const templatePattern = (template: string) =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)

function operationOf(
  path: string,
  method: string,
  { operationId = '', security = [], requestBody, responses, parameters = [] }: OpenAPIV3.OperationObject,
  shared: OpenAPIV3.PathItemObject['parameters'] = [],
): ContractOperation {
  const schemes = security.flatMap((requirement) => Object.keys(requirement))
  const { content, required = false } = (requestBody ?? {}) as Partial<OpenAPIV3.RequestBodyObject>
  const media = content?.['application/json']
  const answers = Object.entries(responses) as [string, OpenAPIV3.ResponseObject][]
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    caller: schemes.includes('apiKey') ? 'apiKey' : schemes.includes('cognito') ? 'user' : 'anyone',
    scopes: security.flatMap(({ cognito = [] }) => cognito),
    parameters: [...shared, ...parameters] as Parameter[],
    body: media && { required, schema: media.schema as Schema, examples: examplesOf(media) },
    statuses: answers.map(([status]) => Number(status)),
    creates: answers.some(([status, { headers }]) => status.startsWith('2') && headers?.Location !== undefined),
  }
}

function examplesOf({ example, examples = {} }: OpenAPIV3.MediaTypeObject): unknown[] {
  const named = Object.values(examples) as OpenAPIV3.ExampleObject[]
  return [...(example === undefined ? [] : [example as unknown]), ...named.map(({ value }) => value as unknown)]
}

function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved)
  if (typeof value !== 'object' || value === null) return value
  if ('$ref' in value && typeof value.$ref === 'string') return resolved(at(value.$ref))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member)]))
}

/** The value at a reference within the document. */
function at(reference: string): unknown {
  const steps = reference.slice(2).split('/')
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  )
}

// The contract's operations: parameters of path and operation merged, bodies, answers, callers and pages.
import type { OpenAPIV3 } from 'openapi-types'
import { methods, type Contract, type Extensions, type Method, type Protocol, type SdkHints } from '../contract.ts'
import { markingOf, type Marking } from './agents.ts'
import { answerOf, bodyOf, examplesOf, type Answer, type Body } from './media.ts'
import type { Resolver, Schema } from './references.ts'

export type Operation = {
  operationId: string
  method: Method
  path: string
  tag: string
  summary: string
  description: string
  parameters: Parameter[]
  body: Body | undefined
  /** The documented answers, in the order of their statuses. */
  answers: Answer[]
  /** Alternatives, each with all the schemes that it needs. Empty: anyone may call. */
  security: OpenAPIV3.SecurityRequirementObject[]
  caller: Caller
  /** Whether the operation or its path has servers of its own. */
  hasOwnServers: boolean
  page: Page | undefined
  /** What assistants are told. Undefined: none may call the operation. */
  agents: Marking | undefined
  /** The body is a message of this protocol, and the operation takes access tokens alone. */
  protocol: Protocol | undefined
  /** The JSON object in S3 that the operation returns. */
  sampleData: string | undefined
  sdk: SdkHints
  written: WrittenOperation
}

export type Parameter = {
  name: string
  in: string
  required: boolean
  /** The value can identify a person, and stays out of the log. */
  isPersonal: boolean
  description: string
  schema: Schema | undefined
  example: unknown
  written: OpenAPIV3.ParameterObject
}

/** The first alternative's credential: a token of a user, an API key, or none. */
export type Caller = 'anyone' | 'user' | 'apiKey'

/** `size` is the number of items when no `limit` is sent; 0: the operation takes no limit. */
type Page = { member: string; itemName: string | undefined; size: number }

/** The operation as the document has it, for those that validate with the document's own references. */
type WrittenOperation = Omit<OpenAPIV3.OperationObject<Extensions>, 'parameters' | 'requestBody'> & {
  path: string
  method: Method
  parameters: OpenAPIV3.ParameterObject[]
  requestBody?: OpenAPIV3.RequestBodyObject
}

type Found = { path: string; method: Method; item: OpenAPIV3.PathItemObject; operation: Written }
type Written = OpenAPIV3.OperationObject<Extensions>

export function operationsOf(document: Contract, resolver: Resolver): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item = {}]) =>
    methods.flatMap((method) => {
      // Safe cast: the extensions are checked by the lint rules of the contract.
      const operation = item[method] as Written | undefined
      return operation ? [operationOf(document, resolver, { path, method, item, operation })] : []
    }),
  )
}

function operationOf(document: Contract, resolver: Resolver, { path, method, item, operation }: Found): Operation {
  const { operationId, requestBody, responses } = operation
  if (operationId === undefined) throw new Error(`${method.toUpperCase()} ${path} has no operationId`)
  const written = mergedParameters(resolver, item.parameters, operation.parameters)
  const parameters = written.map((parameter) => parameterOf(resolver, parameter))
  const answers = Object.entries(responses).map(([status, answer]) => answerOf(resolver, status, answer))
  const security = operation.security ?? document.security ?? []
  return {
    operationId,
    method,
    path,
    tag: operation.tags?.[0] ?? 'untagged',
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    parameters,
    body: bodyOf(resolver, requestBody),
    answers,
    security,
    caller: callerOf(document, resolver, security),
    hasOwnServers: operation.servers !== undefined || item.servers !== undefined,
    page: pageOf(resolver, operation['x-pagination'], answers, parameters),
    agents: markingOf(operation['x-agents'], method),
    protocol: operation['x-protocol'],
    sampleData: operation['x-sample-data'],
    sdk: operation['x-sdk'] ?? {},
    get written() {
      const body = requestBody && { requestBody: resolver.follow(requestBody) }
      return { ...operation, path, method, parameters: written, ...body } as WrittenOperation
    },
  }
}

/** An operation's parameter takes the place of its path's parameter of the same name and place. */
function mergedParameters(
  { follow }: Resolver,
  ofPath: OpenAPIV3.PathItemObject['parameters'] = [],
  own: OpenAPIV3.OperationObject['parameters'] = [],
): OpenAPIV3.ParameterObject[] {
  const all = [...ofPath, ...own].map((parameter) => follow<OpenAPIV3.ParameterObject>(parameter))
  return [...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()]
}

function parameterOf(resolver: Resolver, written: OpenAPIV3.ParameterObject): Parameter {
  const { name, in: place, required = false, description = '', examples } = written
  const schema = written.schema && resolver.schemaOf(written.schema)
  const example: unknown = written.example
  const [first = schema?.example as unknown] = examplesOf(resolver, example, examples)
  const isPersonal = 'x-personal' in written
  return { name, in: place, required, isPersonal, description, schema, example: first, written }
}

function callerOf(document: Contract, resolver: Resolver, security: OpenAPIV3.SecurityRequirementObject[]): Caller {
  const [name] = Object.keys(security[0] ?? {})
  if (name === undefined) return 'anyone'
  const scheme = document.components?.securitySchemes?.[name]
  return scheme && resolver.follow(scheme).type === 'apiKey' ? 'apiKey' : 'user'
}

function pageOf(
  { nameOf }: Resolver,
  pagination: Extensions['x-pagination'],
  answers: Answer[],
  parameters: Parameter[],
): Page | undefined {
  if (!pagination) return undefined
  const member = pagination.items
  const list = answers.find(({ status }) => status === 200)?.json?.schema?.properties?.[member]
  const size: unknown = parameters.find(({ name }) => name === 'limit')?.schema?.default
  return {
    member,
    itemName: list?.type === 'array' ? nameOf(list.items) : undefined,
    size: typeof size === 'number' ? size : 0,
  }
}

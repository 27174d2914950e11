// The contract's operations: their parameters, bodies, answers, callers and pages.
import type { OpenAPIV3 } from 'openapi-types'
import { methods, type Contract, type Extensions, type Method, type Protocol, type SdkHints } from '../contract.ts'
import { markingOf, type Marking } from './agents.ts'
import { answersOf, type Answers } from './answers.ts'
import { bodyOf, type Answer, type Body } from './media.ts'
import { operationIds } from './operation-ids.ts'
import { mergedParameters, parameterOf, type Parameter } from './parameters.ts'
import type { Resolver } from './references.ts'
import { retirementOf, type Retirement } from './retirement.ts'

export type Operation = Answers & {
  /** As the contract writes it, or made of method and path. */
  operationId: string
  method: Method
  path: string
  /** The first tag, or `untagged`. */
  tag: string
  tags: string[]
  deprecated: boolean
  /** The end of a deprecated operation, if it names one. */
  retirement: Retirement | undefined
  summary: string
  description: string
  parameters: Parameter[]
  body: Body | undefined
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

/** The first alternative's credential: a token of a user, an API key, or none. */
export type Caller = 'anyone' | 'user' | 'apiKey'

/** `size` is the number of items when no `limit` is sent; 0: the operation takes no limit. */
type Page = { member: string; itemName: string | undefined; size: number }

/** The tag of operations that have none. */
export const untagged = 'untagged'

/** The operation as the document has it, for those that validate with the document's own references. */
type WrittenOperation = Omit<OpenAPIV3.OperationObject<Extensions>, 'parameters' | 'requestBody'> & {
  path: string
  method: Method
  parameters: OpenAPIV3.ParameterObject[]
  requestBody?: OpenAPIV3.RequestBodyObject
}

type Found = { path: string; method: Method; item: OpenAPIV3.PathItemObject; operation: Written }
type Written = OpenAPIV3.OperationObject<Extensions>

/** Extensions stand beside the paths too. */
const isPath = (key: string) => key.startsWith('/')

export function operationsOf(document: Contract, resolver: Resolver): Operation[] {
  const found = Object.entries(document.paths).flatMap(([path, item = {}]) =>
    (isPath(path) ? methods : []).flatMap((method): Found[] => {
      // Safe cast: the extensions are checked by the lint rules of the contract.
      const operation = item[method] as Written | undefined
      return operation ? [{ path, method, item, operation }] : []
    }),
  )
  const ids = operationIds(found)
  return found.map((one, index) => operationOf(document, resolver, one, ids[index] ?? ''))
}

function operationOf(document: Contract, resolver: Resolver, found: Found, operationId: string): Operation {
  const { path, method, item, operation } = found
  const { requestBody, responses } = operation
  const written = mergedParameters(resolver, item.parameters, operation.parameters)
  const parameters = written.map((parameter) => parameterOf(resolver, parameter))
  const answers = answersOf(resolver, responses)
  const security = operation.security ?? document.security ?? []
  return {
    operationId,
    method,
    path,
    tag: operation.tags?.[0] ?? untagged,
    tags: operation.tags ?? [],
    deprecated: operation.deprecated ?? false,
    retirement: retirementOf(operation),
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    parameters,
    body: bodyOf(resolver, requestBody),
    ...answers,
    security,
    caller: callerOf(document, resolver, security),
    hasOwnServers: operation.servers !== undefined || item.servers !== undefined,
    page: pageOf(resolver, operation['x-pagination'], answers.answers, parameters),
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

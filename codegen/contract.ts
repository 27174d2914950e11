// The contract as codegen sees it: spec/ bundled into one document, and a walk over its operations.
import { bundle, createConfig } from '@redocly/openapi-core'
import type { OpenAPIV3 } from 'openapi-types'
import { fileURLToPath } from 'node:url'
import plugin from './lint/plugin.ts'

export type Schema = OpenAPIV3.SchemaObject
export type Ref = OpenAPIV3.ReferenceObject
export type Parameter = OpenAPIV3.ParameterObject
export type Contract = OpenAPIV3.Document & Pick<RootExtensions, 'x-problem-types'> & Partial<RootExtensions>

/** The extensions of the document's root. */
export type RootExtensions = {
  'x-problem-types': Record<string, ProblemType>
  /** The SDK's error classes by status; `5XX` stands for every other failure of the service. */
  'x-sdk-errors': Record<string, string>
  /** The headers of every answer. */
  'x-response-headers': Record<string, string>
  /** The headers that a page of another origin may send, and those that it may read. */
  'x-cors': { allowHeaders: string[]; exposeHeaders: string[] }
  /** The events that the service publishes. */
  'x-events': EventType[]
}
export type EventType = { source: string; detailType: string; description: string; detail: Schema }
export type ProblemType = { status: number; title: string; description: string }

/** An operation with what is written around it: its path, its method, its parameters with those of the path resolved. */
export type Operation = Omit<OpenAPIV3.OperationObject<Extensions>, 'parameters' | 'operationId'> & {
  operationId: string
  path: string
  method: Method
  parameters: Parameter[]
}

/** The extensions of the contract that codegen reads. */
export type Extensions = {
  /** Agent platforms that are offered the operation. */
  'x-agents'?: string[]
  /** The member of the answer that holds a page's items. */
  'x-pagination'?: { items: string }
  /** The JSON object in S3 that the operation returns. */
  'x-sample-data'?: string
  /** What the SDK cannot derive of the operation. */
  'x-sdk'?: {
    /** The method's name, where the operationId does not give it. */
    name?: string
    /** `content`: a POST that may be repeated without a key, since its body names what it creates. */
    repeat?: 'content'
    /** The operation gives a presigned URL, from which an upload method is made. */
    upload?: true
    /** The operation that says how what was started stands: it runs while `member` is `while`. */
    wait?: { operation: string; member: string; while: string }
  }
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
export type Method = (typeof methods)[number]

/** The folder that holds spec/ and generated/. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** Bundles spec/openapi.yaml into one document; throws with the place of each problem. */
export async function readContract(root = projectRoot): Promise<Contract> {
  const config = await createConfig({ plugins: [plugin()] })
  const { bundle: document, problems } = await bundle({ ref: `${root}/spec/openapi.yaml`, config })
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const places = errors.map(({ message, location }) => {
      const [place] = location
      return `${place ? `${place.source.absoluteRef} ${place.pointer ?? ''}` : 'spec'}: ${message}`
    })
    throw new Error(places.join('\n'))
  }
  return document.parsed as Contract
}

export function operationsOf(contract: Contract): Operation[] {
  return Object.entries(contract.paths).flatMap(([path, item = {}]) =>
    methods.flatMap((method) => {
      const operation = item[method] as OpenAPIV3.OperationObject<Extensions> | undefined
      if (!operation) return []
      const { operationId } = operation
      if (operationId === undefined) throw new Error(`${method.toUpperCase()} ${path} has no operationId`)
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      return [{ ...operation, operationId, path, method, parameters: parameters.map((one) => resolve(contract, one)) }]
    }),
  )
}

/** What the operation asks of its caller: alternatives, each with all the schemes that it needs. Empty: nothing. */
export function securityOf(contract: Contract, operation: Operation): OpenAPIV3.SecurityRequirementObject[] {
  return operation.security ?? contract.security ?? []
}

/** Follows a $ref into the document; anything else is returned as it is. */
export function resolve<T extends object>(contract: Contract, value: T | Ref): T {
  if (!('$ref' in value)) return value
  let target: unknown = contract
  for (const step of value.$ref.slice(2).split('/')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    target = (target as Record<string, unknown> | undefined)?.[key]
  }
  if (target === undefined) throw new Error(`${value.$ref} leads nowhere`)
  return resolve(contract, target as T | Ref)
}

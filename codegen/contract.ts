// The bundled OpenAPI document as codegen types it, and the extensions that codegen reads.
import type { OpenAPIV3 } from 'openapi-types'
import { fileURLToPath } from 'node:url'
import type { WrittenMarking } from './model/agents.ts'

export type Contract = OpenAPIV3.Document & Partial<RootExtensions>

/** The extensions of the document's root. */
export type RootExtensions = {
  'x-problem-types': Record<string, ProblemType>
  /** The SDK's error classes by status; `5XX` stands for every other failure of the service. */
  'x-sdk-errors': Record<string, string>
  /** The headers of every answer. */
  'x-response-headers': Record<string, string>
  /** The headers that a page of another origin may send, and those that it may read. */
  'x-cors': { allowHeaders: string[]; exposeHeaders: string[] }
  /** Whether API Gateway's catch-all route takes the operations that need no route of their own. */
  'x-gateway-catch-all': boolean
  /** The systems behind the API. The tags of one belong together. */
  'x-tagGroups': { name: string; tags: string[] }[]
  /** What a client of MCP tells its model about the service. */
  'x-assistant-instructions': string
  /** The events that the service publishes. */
  'x-events': { source: string; detailType: string; description: string; detail: OpenAPIV3.SchemaObject }[]
}

/** @property remedy What whoever gets the problem can do. */
export type ProblemType = { status: number; title: string; description: string; remedy?: string }

/** The extensions of an operation. */
export type Extensions = {
  /** Which assistants may call the operation, and what they are told about it. */
  'x-agents'?: WrittenMarking
  /** The member of the answer that holds a page's items. */
  'x-pagination'?: { items: string }
  /** The body is a message of this protocol. The operation reads it, and answers its errors in the protocol's form. */
  'x-protocol'?: Protocol
  /** The JSON object in S3 that the operation returns. */
  'x-sample-data'?: string
  /** The day from which a deprecated operation may be gone, and the day since which it is deprecated. */
  'x-sunset'?: string
  'x-deprecated-since'?: string
  /** Facts of the operation that the SDK cannot derive. */
  'x-sdk'?: SdkHints
}

export type Protocol = 'json-rpc'

export type SdkHints = {
  /** The operation is none of the SDK's: programs of another kind call it. */
  omit?: true
  /** The method's name, where the operationId does not give it. */
  name?: string
  /** `content`: a POST that may be repeated without a key, because its body names what it creates. */
  repeat?: 'content'
  /** The operation gives a presigned URL, from which an upload method is made. */
  upload?: true
  /** The operation that tells the state of what was started: it runs while `member` is `while`. */
  wait?: { operation: string; member: string; while: string }
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
export type Method = (typeof methods)[number]

/** The folder that holds spec/ and generated/. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

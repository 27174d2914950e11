// A construct of OpenAPI 3.0 as a part of a contract, with requests that must be accepted and refused.
import type { OpenAPIV3 } from 'openapi-types'

export type Construct = {
  name: string
  /** The path items, whose paths begin with the construct's own step. */
  paths: Record<string, object>
  components?: object
  /** Requests that the contract allows, and requests that it does not. */
  right: Asked[]
  wrong: Asked[]
  /** The rule of the limits that refuses it, and the reason in short. Absent: it works. */
  refused?: { rule: string; reason: string }
  /** The rule of this project's style that refuses it here. */
  house?: string
  /** From its documentation: it makes types and a client, and validates with plugins alone. */
  heyApi: string
}

/** Method, path and query; the body with its media type. */
export type Asked = { line: string; headers?: Record<string, string>; type?: string; body?: string }

export const get = (line: string, headers?: Record<string, string>): Asked => ({
  line: `GET ${line}`,
  ...(headers && { headers }),
})

export const send = (line: string, body: unknown, type = 'application/json'): Asked => ({
  line,
  type,
  body: typeof body === 'string' && type !== 'application/json' ? body : JSON.stringify(body),
})

const ok = { description: 'OK' }

/** An operation with these parts that answers 200 without a body. */
export const operation = (parts: object = {}) => ({ responses: { 200: ok }, ...parts })

export const query = (parts: object, schema: object) =>
  operation({ parameters: [{ name: 'q', in: 'query', ...parts, schema }] })

export const taking = (schema: object, type = 'application/json', more: object = {}) =>
  operation({ requestBody: { required: true, content: { [type]: { schema, ...more } } } })

export const answering = (schema: object, type = 'application/json') =>
  operation({ responses: { 200: { ...ok, content: { [type]: { schema } } } } })

/** A contract of these constructs. */
export function contractOf(constructs: readonly Pick<Construct, 'paths' | 'components'>[]): OpenAPIV3.Document {
  const parts = constructs.map(({ components = {} }) => components as Record<string, object>)
  const named = (section: string) => Object.assign({}, ...parts.map((part) => part[section] ?? {})) as object
  const contract = {
    openapi: '3.0.3',
    info: { title: 'Constructs', version: '1' },
    paths: Object.assign({}, ...constructs.map(({ paths }) => paths)) as object,
    components: { schemas: named('schemas'), securitySchemes: named('securitySchemes') },
  }
  // Safe cast: the test holds each part to the rules of OpenAPI.
  return contract as unknown as OpenAPIV3.Document
}

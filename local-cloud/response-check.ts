// Validates answers against the contract: status, media type and headers are documented, and the body fits its schema.
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { OpenAPIV3 } from 'openapi-types'
import { document } from '../server/contract.ts'
import { securityHeaders } from '../server/http/headers.ts'

type Answer = { status: number; headers: Record<string, string>; body?: string | undefined }

// Safe cast: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings.
const contract = document as unknown as OpenAPIV3.Document
const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const

const routes = Object.entries(contract.paths).flatMap(([path, item = {}]) =>
  methods.flatMap((method) => {
    const operation = item[method]
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)
    return operation ? [{ method: method.toUpperCase(), pattern, operation }] : []
  }),
)

const ajv = new Ajv({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(closed(contract) as object, 'contract')
const validators = new Map<string, ValidateFunction>()

/** Everything in the answer that breaks the contract; empty when the answer is right. */
export function violations(method: string, path: string, { status, headers, body }: Answer): string[] {
  const route = routes.find((candidate) => candidate.method === method && candidate.pattern.test(path))
  // Answers outside of the contract (404, 405, preflights) are not documented. Their problems have the common form.
  const response = route
    ? resolve<OpenAPIV3.ResponseObject>(route.operation.responses[status])
    : problemResponse(status)
  const what = `${method} ${path} → ${status}`
  if (!response) return status === 204 && method === 'OPTIONS' ? [] : [`${what}: the contract documents no such status`]

  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  // Headers are documented for the answers of an operation only.
  const broken = route ? headerViolations(response, sent) : []
  const type = sent.get('content-type')?.split(';')[0]
  const media = Object.entries(response.content ?? {})
  const schema = media.find(([name]) => name === type)?.[1].schema
  if (schema) broken.push(...bodyViolations(schema, body ?? ''))
  else if (media.length > 0) broken.push(`the media type ${type ?? '(none)'} is not documented`)
  else if (body) broken.push('has a body, and none is documented')
  return broken.map((violation) => `${what}: ${violation}`)
}

const common = [...Object.keys(securityHeaders), 'Content-Type', 'X-Request-Id', 'Vary'].map((name) =>
  name.toLowerCase(),
)
/** Whether any answer may have the header, even if its operation does not document it. */
const onEveryAnswer = (name: string) => common.includes(name) || name.startsWith('access-control-')

function headerViolations({ headers = {} }: OpenAPIV3.ResponseObject, sent: ReadonlyMap<string, string>): string[] {
  const documented = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]))
  const missing = [...documented].filter(
    ([name, header]) => resolve<OpenAPIV3.HeaderObject>(header)?.required && !sent.has(name),
  )
  const unknown = [...sent.keys()].filter((name) => !documented.has(name) && !onEveryAnswer(name))
  return [
    ...missing.map(([name]) => `the header ${name} is missing`),
    ...unknown.map((name) => `the header ${name} is not documented`),
  ]
}

function bodyViolations(schema: object, body: string): string[] {
  const key = JSON.stringify(schema)
  const validate = validators.get(key) ?? ajv.compile(absolute(closed(schema)) as object)
  validators.set(key, validate)
  if (validate(parse(body))) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  )
}

/** Undefined for text that is no JSON, which violates every schema. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function problemResponse(status: number): OpenAPIV3.ResponseObject | undefined {
  const schema = { $ref: '#/components/schemas/Problem' }
  return status >= 400 ? { description: 'problem', content: { 'application/problem+json': { schema } } } : undefined
}

function resolve<T extends object>(value: T | OpenAPIV3.ReferenceObject | undefined): T | undefined {
  if (!value || !('$ref' in value)) return value
  const [, , section = '', name = ''] = value.$ref.split('/')
  return (contract.components as Record<string, Record<string, T> | undefined>)[section]?.[name]
}

/** Closes objects that list their members, so that an undocumented member is a violation too. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]))
  const isSchema = copy.type === 'object' && 'properties' in copy && !('additionalProperties' in copy)
  return isSchema ? { ...copy, additionalProperties: false } : copy
}

function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '$ref' ? `contract${String(member)}` : absolute(member),
    ]),
  )
}

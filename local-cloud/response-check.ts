// Validates answers against the contract: status, media type and headers are documented, and the body fits its schema.
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Answer as Documented, MediaType } from '../codegen/model.ts'
import { securityHeaders } from '../generated/headers.ts'
import { kindOf } from '../codegen/model/media.ts'
import { model } from './model.ts'

type Answer = { status: number; headers: Record<string, string>; body?: string | undefined }
type Promised = Pick<Documented, 'headers'> & { content: Pick<MediaType, 'type' | 'written'>[] }

const routes = model.operations.map(({ path, method, answers, retirement }) => ({
  retirement,
  method: method.toUpperCase(),
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
  answers,
}))

let ajv: Ajv | undefined

/** Made for the first body: the start needs none. */
function schemas(): Ajv {
  const made = new Ajv({ strict: false, allErrors: true })
  addFormats.default(made)
  made.addSchema(closed(model.document) as object, 'contract')
  return made
}

/** The model has one object for each schema. */
const validators = new WeakMap<object, ValidateFunction>()

/** Everything in the answer that breaks the contract; empty when the answer is right. */
export function violations(method: string, path: string, { status, headers, body }: Answer): string[] {
  const route = routes.find((candidate) => candidate.method === method && candidate.pattern.test(path))
  // No answer is documented outside the contract's operations (404, 405, preflights). Their problems still have one shape.
  const promised = route ? route.answers.find((answer) => answer.status === status) : problemAnswer(status)
  const what = `${method} ${path} → ${status}`
  if (!promised) return status === 204 && method === 'OPTIONS' ? [] : [`${what}: the contract documents no such status`]

  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  // Only the answers of an operation have their headers documented.
  const own = Object.keys(route?.retirement?.headers ?? {}).map((name) => ({ name, required: true }))
  const broken = route ? headerViolations([...promised.headers, ...own], sent) : []
  const type = sent.get('content-type')?.split(';')[0]
  const documented = promised.content.find((media) => media.type === type)
  const schema = kindOf(type ?? '') === 'json' ? documented?.written : undefined
  if (schema) broken.push(...bodyViolations(schema, body ?? ''))
  else if (promised.content.length > 0 && !documented)
    broken.push(`the media type ${type ?? '(none)'} is not documented`)
  else if (body && !documented) broken.push('has a body, and none is documented')
  return broken.map((violation) => `${what}: ${violation}`)
}

const common = [...Object.keys(securityHeaders), 'Content-Type', 'X-Request-Id', 'Vary'].map((name) =>
  name.toLowerCase(),
)
/** Whether any answer may have the header, even if its operation does not document it. */
const onEveryAnswer = (name: string) => common.includes(name) || name.startsWith('access-control-')

function headerViolations(
  headers: Pick<Promised['headers'][number], 'name' | 'required'>[],
  sent: ReadonlyMap<string, string>,
): string[] {
  const documented = headers.map(({ name, required }) => ({ name: name.toLowerCase(), required }))
  const missing = documented.filter(({ name, required }) => required && !sent.has(name))
  const names = new Set(documented.map(({ name }) => name))
  const unknown = [...sent.keys()].filter((name) => !names.has(name) && !onEveryAnswer(name))
  return [
    ...missing.map(({ name }) => `the header ${name} is missing`),
    ...unknown.map((name) => `the header ${name} is not documented`),
  ]
}

function bodyViolations(schema: object, body: string): string[] {
  const validate = validators.get(schema) ?? (ajv ??= schemas()).compile(absolute(closed(schema)) as object)
  validators.set(schema, validate)
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

const problemSchema = { $ref: '#/components/schemas/Problem' }

function problemAnswer(status: number): Promised | undefined {
  const written = problemSchema
  return status >= 400 ? { headers: [], content: [{ type: 'application/problem+json', written }] } : undefined
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

// API Gateway's REST proxy event ↔ the app, and nothing else.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { createApp, type App } from './app.ts'
import { consumerOf } from './auth/consumers.ts'
import { createDependencies } from './dependencies.ts'
import type { HttpRequest } from './http/message.ts'
import type { Fault } from './http/problem.ts'
import { isRequestId } from './http/request-id.ts'
import { stagePath } from './http/stage-path.ts'
import { prime } from './priming.ts'

export function createHandler(app: App) {
  return async (event: unknown): Promise<APIGatewayProxyResult> => {
    const request = requestOf(event)
    const { status, headers, body = '', bytes } = await app(request)
    // Clients resolve a path against the host, so it needs the stage.
    if (headers.Location?.startsWith('/')) headers.Location = stagePath(request) + headers.Location
    if (bytes)
      return { statusCode: status, headers, body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true }
    return { statusCode: status, headers, body, isBase64Encoded: false }
  }
}

const dependencies = createDependencies()
if (dependencies.isPrimed) await prime(dependencies)

export const app = createApp(dependencies)

export const handler = createHandler(app)

/** API Gateway's event, of which any member can be missing: a test in the console, for example, sends a part of it. */
type ProxyEvent = Partial<Record<keyof APIGatewayProxyEvent, unknown>>

/** Reads what is there. A missing part counts as not sent, and a part of another type is a fault. */
export function requestOf(sent: unknown): HttpRequest {
  const event: ProxyEvent = membersOf(sent)
  const gateway = membersOf(event.requestContext)
  const { requestId, identity } = gateway
  const { apiKeyId, apiKey } = membersOf(identity)
  const consumer = consumerOf(apiKey)
  const faults: Fault[] = []
  const textOf = (parameter: string, value: unknown, absent: string) => {
    if (typeof value === 'string') return value
    faults.push({ parameter, detail: 'must be text' })
    return absent
  }
  const body = event.body ?? ''
  const request: HttpRequest = {
    method: textOf('method', event.httpMethod, ''),
    path: textOf('path', event.path, '/'),
    query: queryOf(event.multiValueQueryStringParameters ?? event.queryStringParameters, faults),
    headers: {},
    requestId: isRequestId(requestId) ? requestId : newRequestId(),
    gateway,
  }
  readHeaders(request, event.multiValueHeaders ?? event.headers, faults)
  if (body !== '') {
    request.body = Buffer.from(textOf('body', body, ''), event.isBase64Encoded === true ? 'base64' : 'utf8')
  }
  if (typeof apiKeyId === 'string') {
    request.apiKeyId = apiKeyId
    if (consumer !== undefined) request.consumer = consumer
  }
  if (faults.length > 0) request.faults = faults
  return request
}

/** API Gateway gives every request an id. Only other events need this one, so that the module is loaded for them alone. */
const newRequestId = () => process.getBuiltinModule('node:crypto').randomUUID()

/** The members of an object; none for anything else. */
const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Calls `use` with each name and its values. A name without a value counts as not sent. */
function readValues(parameter: string, sent: unknown, faults: Fault[], use: (name: string, values: string[]) => void) {
  if (sent === undefined || sent === null) return
  if (typeof sent !== 'object' || Array.isArray(sent)) {
    faults.push({ parameter, detail: 'must be an object' })
    return
  }
  // Safe cast: these are the members of an object. This loop runs for every header, so it makes no lists of pairs.
  const members = sent as Record<string, unknown>
  for (const name in members) {
    const value = members[name] ?? []
    const values: unknown[] = Array.isArray(value) ? value : [value]
    if (values.length === 0) continue
    if (areTexts(values)) use(name, values)
    else faults.push({ parameter, detail: 'must hold texts' })
  }
}

const isText = (value: unknown) => typeof value === 'string'
const areTexts = (values: unknown[]): values is string[] =>
  values.length === 1 ? isText(values[0]) : values.every(isText)

function queryOf(sent: unknown, faults: Fault[]): HttpRequest['query'] {
  const query: HttpRequest['query'] = {}
  readValues('query', sent, faults, (name, values) => {
    // An assignment would lose the name __proto__.
    if (name === '__proto__') Object.defineProperty(query, name, { value: values, enumerable: true })
    else query[name] = values
  })
  return query
}

function readHeaders(request: HttpRequest, sent: unknown, faults: Fault[]) {
  const { headers } = request
  let repeated: string[] | undefined
  readValues('headers', sent, faults, (name, values) => {
    const key = lowerCase(name)
    const text = values.length === 1 ? (values[0] ?? '') : values.join(', ')
    // The same header can come in two spellings. The second test tells a header from a member of every object.
    const known = headers[key] !== undefined && Object.hasOwn(headers, key) ? headers[key] : undefined
    headers[key] = known === undefined ? text : `${known}, ${text}`
    if (known !== undefined || values.length > 1) (repeated ??= []).push(key)
  })
  if (repeated) request.repeated = repeated
}

/** A cache of header names in lower case. Callers send few names, and making each name again would be costly. */
const lowerCased = new Map<string, string>()
const capacity = 200

function lowerCase(name: string): string {
  const known = lowerCased.get(name)
  if (known !== undefined) return known
  const made = name.toLowerCase()
  if (lowerCased.size < capacity) lowerCased.set(name, made)
  return made
}

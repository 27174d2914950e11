// API Gateway's REST proxy event ↔ the app, and nothing else.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { randomUUID } from 'node:crypto'
import { createApp, type App } from './app.ts'
import { createDependencies } from './dependencies.ts'
import type { HttpRequest } from './http/message.ts'
import type { Fault } from './http/problem.ts'
import { isRequestId } from './http/request-id.ts'

export function createHandler(app: App) {
  return async (event: unknown): Promise<APIGatewayProxyResult> => {
    const { status, headers, body = '' } = await app(requestOf(event))
    return { statusCode: status, headers, body, isBase64Encoded: false }
  }
}

export const handler = createHandler(createApp(createDependencies()))

/** API Gateway's event, of which any member can be missing: a test in the console, for example, sends a part of it. */
type ProxyEvent = Partial<Record<keyof APIGatewayProxyEvent, unknown>>

/** Reads what is there. A missing part counts as not sent, and a part of another type is a fault. */
function requestOf(sent: unknown): HttpRequest {
  const event: ProxyEvent = membersOf(sent)
  const { requestId, identity } = membersOf(event.requestContext)
  const { apiKeyId } = membersOf(identity)
  const faults: Fault[] = []
  const textOf = (parameter: string, value: unknown, absent: string) => {
    if (typeof value === 'string') return value
    faults.push({ parameter, detail: 'must be text' })
    return absent
  }
  const body = event.body ?? ''
  const request = {
    method: textOf('method', event.httpMethod, ''),
    path: textOf('path', event.path, '/'),
    query: valuesOf('query', event.multiValueQueryStringParameters ?? event.queryStringParameters, faults),
    ...headersOf(valuesOf('headers', event.multiValueHeaders ?? event.headers, faults)),
    ...(body !== '' && {
      body: Buffer.from(textOf('body', body, ''), event.isBase64Encoded === true ? 'base64' : 'utf8'),
    }),
    requestId: isRequestId(requestId) ? requestId : randomUUID(),
    ...(typeof apiKeyId === 'string' && { apiKeyId }),
  }
  return faults.length > 0 ? { ...request, faults } : request
}

/** The members of an object; none for anything else. */
const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The names with all their values. A name without a value counts as not sent. */
function valuesOf(parameter: string, sent: unknown, faults: Fault[]): Record<string, string[]> {
  if (sent === undefined || sent === null) return {}
  const all: Record<string, string[]> = {}
  if (typeof sent !== 'object' || Array.isArray(sent)) faults.push({ parameter, detail: 'must be an object' })
  const members = membersOf(sent)
  for (const name of Object.keys(members)) {
    const value = members[name] ?? []
    const values: unknown[] = Array.isArray(value) ? value : [value]
    if (values.length === 0) continue
    if (!values.every(isText)) faults.push({ parameter, detail: 'must hold texts' })
    // An assignment would lose this name.
    else if (name === '__proto__') Object.defineProperty(all, name, { value: values, enumerable: true })
    else all[name] = values
  }
  return all
}

function headersOf(sent: Record<string, string[]>): Pick<HttpRequest, 'headers' | 'repeated'> {
  const headers: Record<string, string> = {}
  let repeated: string[] | undefined
  for (const name of Object.keys(sent)) {
    const values = sent[name] ?? []
    const key = lowerCase(name)
    // The same header can come in two spellings.
    const isKnown = Object.hasOwn(headers, key)
    const text = values.length === 1 ? (values[0] ?? '') : values.join(', ')
    headers[key] = isKnown ? `${headers[key]}, ${text}` : text
    if (isKnown || values.length > 1) (repeated ??= []).push(key)
  }
  return repeated ? { headers, repeated } : { headers }
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

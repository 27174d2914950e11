// generated/routes.ts: the facts of each operation that the server needs at run time.
import type { Model, Operation } from '../model.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { quote } from '../typescript/syntax.ts'
import { mediaOf, readingsOf } from './readings.ts'

const routeType = `export type Scalar = 'string' | 'integer' | 'number' | 'boolean'

/** How a member of an object is read. */
export type MemberReading = { scalar: Scalar; isList?: true; members?: Record<string, MemberReading>; isJson?: true }

/** How a parameter is read that is more than a text, or an integer of the query. */
export type Reading = {
  in: 'path' | 'query' | 'header' | 'cookie'
  name: string
  shape: 'scalar' | 'array' | 'object' | 'json'
  scalar: Scalar
  choices?: Scalar[]
  separator?: string
  explode?: true
  deep?: true
  members?: Record<string, MemberReading>
  others?: Scalar
  emptyIsAbsent?: true
  isJson?: true
}

/** How a body of a media type is read. */
export type MediaReading = {
  type: string
  kind: 'json' | 'form' | 'multipart' | 'text' | 'binary'
  /** The JSON body, whose validators have no media type. */
  isJson?: true
  members?: Record<string, MemberReading>
  others?: Scalar
  /** Members whose items share one text. */
  commas?: string[]
}

export type Route = {
  path: string
  method: string
  operationId: string
  security: Record<string, string[]>[]
  /** Query parameters that are integers. */
  integers?: string[]
  /** Headers that a request gives at most once, in lower case. */
  singleHeaders: string[]
  /** Path parameters that can identify a person. */
  personal?: string[]
  hasBody: boolean
  /** The body may be left out, and JSON null stands for no body. */
  nullIsNoBody?: true
  /** All parameters, where some are more than texts and integers of the query. */
  reads?: Reading[]
  /** The media types of the body, where there are others than application/json. */
  media?: MediaReading[]
  /** The body is a message of this protocol, which the operation reads itself. */
  protocol?: 'json-rpc'
  /** Headers of every answer: those of a deprecated operation. */
  headers?: Record<string, string>
  /** The type of the event that ends a stream with a problem. */
  failureEvent?: string
}`

export function renderRoutes({ operations, version }: Model): string {
  const all = routesOf(operations)
  const flag = (name: string, isOn: boolean) => `export const ${name}: boolean = ${isOn}`
  return print([
    [routeType, hardline, hardline],
    ['export const routes: Route[] = ', valueOf(all), hardline, hardline],
    ['/** Bundles leave out what no route needs. */', hardline],
    [
      flag(
        'hasReadings',
        all.some((route) => route.reads !== undefined),
      ),
      hardline,
    ],
    [
      flag(
        'hasMedia',
        all.some((route) => route.media !== undefined),
      ),
      hardline,
      hardline,
    ],
    [`export const contractVersion = ${quote(version)}`, hardline],
  ])
}

export const routesOf = (operations: Operation[]) => operations.map(routeOf)

function routeOf(operation: Operation) {
  const { path, method, operationId, parameters, security, body, protocol, retirement, answers } = operation
  const integers = parameters.filter(
    ({ in: place, shape, scalar }) => place === 'query' && shape === 'scalar' && scalar === 'integer',
  )
  const names = integers.map(({ name }) => name)
  const headers = parameters.filter(({ in: place, shape }) => place === 'header' && shape !== 'array')
  const singleHeaders = headers.map(({ name }) => name.toLowerCase()).filter((name) => !listHeaders.has(name))
  const personal = parameters.filter(({ isPersonal }) => isPersonal).map(({ name }) => name)
  const isOptional = body !== undefined && !body.required
  const reads = readingsOf(operation)
  const media = body && mediaOf(body)
  const [stream] = answers.flatMap(({ content }) => content.flatMap(({ events }) => events ?? []))
  return {
    path,
    method,
    operationId,
    security,
    ...(names.length > 0 && { integers: names }),
    singleHeaders,
    ...(personal.length > 0 && { personal }),
    hasBody: body !== undefined,
    ...(isOptional && { nullIsNoBody: true }),
    ...(reads && { reads }),
    ...(media && { media }),
    ...(protocol && { protocol }),
    ...(retirement && { headers: retirement.headers }),
    ...(stream && { failureEvent: stream.failure }),
  }
}

/** Lists of ETags, which a request may spread over several header lines (RFC 9110, 5.3 and 13.1). */
const listHeaders = new Set(['if-match', 'if-none-match'])

// generated/routes.ts: the facts of each operation that the server needs at run time.
import type { Model, Operation } from '../model.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { quote } from '../typescript/syntax.ts'

const routeType = `export type Route = {
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
  /** The body is a message of this protocol, which the operation reads itself. */
  protocol?: 'json-rpc'
}`

export function renderRoutes({ operations, version }: Model): string {
  const routes = valueOf(operations.map(routeOf))
  return print([
    [routeType, hardline, hardline],
    ['export const routes: Route[] = ', routes, hardline, hardline],
    [`export const contractVersion = ${quote(version)}`, hardline],
  ])
}

function routeOf({ path, method, operationId, parameters, security, body, protocol }: Operation) {
  refusePartialParameters(path)
  const integers = parameters.filter(({ in: place, schema }) => place === 'query' && schema?.type === 'integer')
  const names = integers.map(({ name }) => name)
  const headers = parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name.toLowerCase())
  const singleHeaders = headers.filter((name) => !listHeaders.has(name))
  const personal = parameters.filter(({ isPersonal }) => isPersonal).map(({ name }) => name)
  const isOptional = body !== undefined && !body.required
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
    ...(protocol && { protocol }),
  }
}

/** Lists of ETags, which a request may spread over several header lines (RFC 9110, 5.3 and 13.1). */
const listHeaders = new Set(['if-match', 'if-none-match'])

/** The server's router compares whole segments. It would read `/{name}.json` as the parameter `name}.jso`. */
function refusePartialParameters(path: string) {
  const partial = path.split('/').find((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment))
  if (partial === undefined) return
  throw new Error(
    `${path}: the segment ${partial} mixes text and parameters; a parameter is a whole segment, as {name}.`,
  )
}

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
  integers: string[]
  hasBody: boolean
  /** The body may be left out, and JSON null stands for no body. */
  nullIsNoBody?: true
}`

export function renderRoutes({ operations, version }: Model): string {
  const routes = valueOf(operations.map(routeOf))
  return print([
    [routeType, hardline, hardline],
    ['export const routes: Route[] = ', routes, hardline, hardline],
    [`export const contractVersion = ${quote(version)}`, hardline],
  ])
}

function routeOf({ path, method, operationId, parameters, security, body }: Operation) {
  refusePartialParameters(path)
  const integers = parameters.filter(({ in: place, schema }) => place === 'query' && schema?.type === 'integer')
  const names = integers.map(({ name }) => name)
  const isOptional = body !== undefined && !body.required
  const hasBody = body !== undefined
  return { path, method, operationId, security, integers: names, hasBody, ...(isOptional && { nullIsNoBody: true }) }
}

/** The server's router compares whole segments. It would read `/{name}.json` as the parameter `name}.jso`. */
function refusePartialParameters(path: string) {
  const partial = path.split('/').find((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment))
  if (partial === undefined) return
  throw new Error(
    `${path}: the segment ${partial} mixes text and parameters; a parameter is a whole segment, as {name}.`,
  )
}

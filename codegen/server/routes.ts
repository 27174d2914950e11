// generated/routes.ts: what the server must know of each operation at run time, and nothing more.
import { operationsOf, resolve, securityOf, type Contract } from '../contract.ts'

export function renderRoutes(contract: Contract): string {
  const rows = operationsOf(contract).map((operation) => {
    const { path, method, operationId, parameters } = operation
    refusePartialParameters(path)
    const integers = parameters.flatMap(({ in: place, name, schema = {} }) =>
      place === 'query' && resolve(contract, schema).type === 'integer' ? [name] : [],
    )
    const route = {
      path,
      method,
      operationId,
      security: securityOf(contract, operation),
      integers,
      hasBody: 'requestBody' in operation,
    }
    return `  ${JSON.stringify(route)},`
  })
  return [
    'export type Route = {',
    '  path: string',
    '  method: string',
    '  operationId: string',
    '  security: Record<string, string[]>[]',
    '  /** Query parameters that are integers. */',
    '  integers: string[]',
    '  hasBody: boolean',
    '}',
    '',
    'export const routes: Route[] = [',
    ...rows,
    ']',
    '',
    `export const contractVersion = ${JSON.stringify(contract.info.version)}`,
    '',
  ].join('\n')
}

/** The server's router compares whole segments: of `/{name}.json` it would make the parameter `name}.jso`. */
function refusePartialParameters(path: string) {
  const partial = path.split('/').find((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment))
  if (partial === undefined) return
  throw new Error(
    `${path}: the segment ${partial} mixes text and parameters; a parameter is a whole segment, as {name}.`,
  )
}

// Finds the method of generated/api-gateway.json for a request. Fixed segments go before parameters, as in API Gateway.
import gateway from '../../../generated/api-gateway.json' with { type: 'json' }

type Method = {
  operationId?: string
  security?: { apiKey?: string[]; accessToken?: string[] }[]
  'x-amazon-apigateway-integration'?: { responseTransferMode?: string }
}

export type Route = {
  resource: string
  pathParameters: Record<string, string>
  needsKey: boolean
  /** An access token needs one of them. Undefined: the gateway checks no token. */
  scopes: string[] | undefined
  /** The answer is passed on as it comes. */
  streams: boolean
}

const anyMethod = 'x-amazon-apigateway-any-method'

const resources = Object.entries(gateway.paths as Record<string, Record<string, Method>>)
  .map(([resource, methods]) => ({ resource, methods, pattern: patternOf(resource), rank: rankOf(resource) }))
  .sort((a, b) => (a.rank < b.rank ? -1 : 1))

function patternOf(resource: string): RegExp {
  const source = resource
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return new RegExp(`^${source}$`)
}

/** Sorts fixed segments before parameters, and parameters before a greedy one. */
function rankOf(resource: string): string {
  return resource.replace(/\{\w+\+\}/g, '\u{10ffff}').replace(/\{\w+\}/g, '\u{10fffe}')
}

/** API Gateway's `/{proxy+}` matches every path, also one that ends in a slash. */
export function routeOf(method: string, path: string): Route | undefined {
  for (const { resource, methods, pattern } of resources) {
    const match = pattern.exec(path)
    const found = match && (methods[method.toLowerCase()] ?? methods[anyMethod])
    if (!found) continue
    const [{ apiKey, accessToken: scopes } = {}] = found.security ?? []
    const streams = found['x-amazon-apigateway-integration']?.responseTransferMode === 'STREAM'
    return { resource, pathParameters: { ...match.groups }, needsKey: apiKey !== undefined, scopes, streams }
  }
  return undefined
}

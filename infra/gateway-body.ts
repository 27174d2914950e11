// generated/api-gateway.json → the REST API's body: fills in the placeholders and changes nothing else.
import type { ApiGatewayDocument } from '../codegen/gateway/index.ts'

type GatewayValues = {
  ApiFunctionIntegrationUri: string
  StreamFunctionIntegrationUri?: string
  UserPoolArn?: string
  /** A parameter of the challenge with its separator, or nothing. */
  ResourceMetadata?: string
}

/** Throws on a placeholder without a value, and on a value without a placeholder. */
export function fillGatewayBody(document: ApiGatewayDocument, values: GatewayValues): ApiGatewayDocument {
  const used = new Set<string>()
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replaceAll(/\$\{(\w+)\}/g, (placeholder, name: string) => {
        const filled = new Map(Object.entries(values)).get(name)
        if (filled === undefined) throw new Error(`Nothing is known for ${placeholder}.`)
        used.add(name)
        return filled
      })
    }
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fill(member)]))
  }
  // Safe cast: only strings were replaced, by strings.
  const body = fill(document) as ApiGatewayDocument
  const unused = Object.keys(values).filter((name) => !used.has(name))
  if (unused.length > 0) throw new Error(`The document has no place for ${unused.join(', ')}.`)
  return body
}

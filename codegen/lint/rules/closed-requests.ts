// Request bodies accept only members that the contract names: objects are closed, or maps of a stated type.
import type { Oas3RequestBody, Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { speaksProtocol } from '../protocols.ts'
import { follow, keyOf, reachable, type Schema } from '../place.ts'

export const closedRequests: Oas3Rule = () => {
  const told = new Set<Schema>()
  return eachOperation(({ node: operation, location: at }, ctx) => {
    // A message of another protocol is open where the protocol says so. The operation reads it itself.
    if (speaksProtocol(operation) || !operation.requestBody) return
    const body = follow<Oas3RequestBody>(ctx, operation.requestBody, at.child('requestBody'))
    for (const [type, { schema }] of Object.entries(body?.node.content ?? {})) {
      const root = body && schema && follow<Schema>(ctx, schema, body.location.child(['content', type, 'schema']))
      if (!root) continue
      for (const { node, location } of reachable(ctx, root).values()) {
        const { additionalProperties = true } = node
        if (node.type !== 'object' || additionalProperties !== true || told.has(node)) continue
        told.add(node)
        ctx.report({
          message: 'An object in a request has additionalProperties: false, or the schema of its values.',
          location: keyOf(location),
          from: at.child('requestBody'),
        })
      }
    }
  })
}

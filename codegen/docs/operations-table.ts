// The table in docs/operations.md: the callers that each operation accepts.
import type { Model, Operation } from '../model.ts'
import { markdownTable } from './table.ts'

export function renderOperationsTable({ operations }: Model): string {
  const rows = operations.map((operation) => {
    const { operationId, method, path, deprecated, retirement } = operation
    const name = `\`${operationId}\`${deprecated ? ` (deprecated${retirement ? `, ends ${retirement.sunset}` : ''})` : ''}`
    return [name, `${method.toUpperCase()} ${path}`, ...callerCells(operation)]
  })
  const columns = ['operation', 'method and path', 'ID token of a user', 'access token with scope', 'API key']
  return markdownTable(columns, rows)
}

function callerCells({ caller, protocol, security }: Operation): string[] {
  if (caller === 'anyone') return ['anyone', 'anyone', 'anyone']
  if (caller === 'apiKey') return ['', '', 'yes']
  const scopes = security.map((requirement) => `\`${Object.values(requirement).flat().join(' ')}\``)
  return [protocol ? '' : 'yes', scopes.join(' or '), '']
}

// The ids of operations: as the contract writes them, or made of method and path. Each is an identifier.
import type { OpenAPIV3 } from 'openapi-types'
import type { Method } from '../contract.ts'
import { distinctNames, isFreeVariable, operationIdFrom, variableFrom } from '../identifiers.ts'

type Found = { path: string; method: Method; operation: OpenAPIV3.OperationObject }

/** An id that is made stays the same while its operation has its place, whatever else the contract has. */
export function operationIds(found: Found[]): string[] {
  const taken = new Set(found.flatMap(({ operation }) => operation.operationId ?? []))
  const given = new Set<string>()
  const keys = found.map(({ path, method, operation: { operationId = '' } }) => {
    // An empty id is none. A path that refers to another one repeats its ids.
    if (operationId.trim() !== '' && !given.has(operationId)) {
      given.add(operationId)
      return operationId
    }
    const made = operationIdFrom(method, path)
    let id = made
    for (let count = 2; taken.has(id); count += 1) id = `${made}${count}`
    taken.add(id)
    return id
  })
  const names = distinctNames(keys, { of: identifierOf, isFree: isFreeVariable, suffix: 'Operation' })
  return keys.map((key) => names.get(key) ?? key)
}

const identifierOf = (id: string) => (/^[A-Za-z_$][\w$]*$/.test(id) ? id : variableFrom(id))

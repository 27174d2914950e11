// The ids of operations: as the contract writes them, or made of method and path.
import type { OpenAPIV3 } from 'openapi-types'

type Found = { path: string; method: string; operation: OpenAPIV3.OperationObject }

/** An id that is made stays the same while its operation has its place, whatever else the contract has. */
export function operationIds(found: Found[]): string[] {
  const taken = new Set(found.flatMap(({ operation }) => operation.operationId ?? []))
  return found.map(({ path, method, operation }) => {
    if (operation.operationId !== undefined) return operation.operationId
    const made = idOf(method, path)
    let id = made
    for (let count = 2; taken.has(id); count += 1) id = `${made}${count}`
    taken.add(id)
    return id
  })
}

/** GET /pets/{petId}/toys → getPetsPetIdToys */
function idOf(method: string, path: string): string {
  const words = path.match(/[A-Za-z0-9]+/g) ?? ['root']
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

// The names that a new resource brings must be free: its operations, and its schemas with those of its enums.
import { Refusal } from '../failure.ts'
import { resourcesOf, schemasOf } from '../resources.ts'
import { renderContract } from './contract.ts'
import type { NewResource } from './resource.ts'

/** Properties that the operations, their index or the dependencies have. */
const takenProperties = new Set(['caller', 'message', 'app', 'headers', 'ids', 'operations', 'repositories'])
/** Variables and types of the test of a resource. */
const takenVariables = new Set(['create', 'etag', 'frontDoor', 'get', 'input', 'put', 'read'])

export const isTakenInCode = (property: string, variable: string) =>
  takenProperties.has(property) || takenVariables.has(variable)

/** Refuses an operation or a schema that the contract has already, and two schemas of one name. */
export function expectFree(root: string, resource: NewResource): void {
  const contract = renderContract(resource)
  const [, schemas = ''] = contract.split(/^schemas:\n/m)
  const taken = {
    operation: new Set(resourcesOf(root).flatMap(({ operationIds }) => operationIds)),
    schema: new Set(schemasOf(root)),
  }
  const brought = {
    operation: contract.matchAll(/^ +operationId: (\w+)$/gm),
    schema: schemas.matchAll(/^ {2}(\w+):$/gm),
  }
  for (const kind of ['operation', 'schema'] as const) {
    for (const [, name = ''] of brought[kind]) {
      if (taken[kind].has(name)) {
        throw new Refusal(
          `${resource.words.name} would bring ${article(kind)} ${name}, which there is already. Take another name.`,
        )
      }
      taken[kind].add(name)
    }
  }
}

const article = (kind: string) => (kind === 'operation' ? 'an operation' : `a ${kind}`)

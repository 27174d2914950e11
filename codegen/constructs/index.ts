// The constructs of OpenAPI 3.0, in the order of the table in docs/openapi.md.
import type { Construct } from './construct.ts'
import { operations } from './operations.ts'
import { parameters } from './parameters.ts'
import { schemas } from './schemas.ts'

export const sections: Record<string, Construct[]> = {
  Parameters: parameters,
  Schemas: schemas,
  Operations: operations,
}
export const constructs: Construct[] = Object.values(sections).flat()

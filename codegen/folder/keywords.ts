// What the keys of a document say of their values: some are data, and the keys of some are names.
import { stepsOf } from './pointer.ts'

/** A `$ref` or a keyword in the value of these is data. */
const data = new Set(['default', 'enum', 'const', 'example', 'examples', 'value'])

/** The keys of these values are names, and a name can be that of a keyword. */
const maps = new Set([
  ...['schemas', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'responses', 'headers', 'parameters'],
  ...['requestBodies', 'securitySchemes', 'links', 'callbacks', 'paths', 'pathItems', 'webhooks', 'content'],
  ...['encoding', 'variables', 'scopes', 'mapping'],
])

export const isData = (key: string) => data.has(key) || key.startsWith('x-')

/** Whether a pointer leads to an extension or below it. The header `x-count` and the member `x-size` are none: these are names. */
export function isInExtension(pointer: string): boolean {
  let isName = false
  for (const step of stepsOf(pointer)) {
    if (!isName && step.startsWith('x-')) return true
    isName = !isName && maps.has(step)
  }
  return false
}

/** The parameters of an operation are a list, and those of the components a map. */
export const isMap = (key: string, value: unknown) => maps.has(key) && !Array.isArray(value)

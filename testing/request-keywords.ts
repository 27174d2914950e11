// The keywords of the contract's request schemas, by the part of the request.
import { operations, type Schema } from './contract-operations.ts'

const keywords = [
  ...['type', 'enum', 'required', 'additionalProperties', 'minProperties', 'maxProperties', 'minItems', 'maxItems'],
  ...['uniqueItems', 'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'multipleOf'],
]

/** These cannot fail: a path segment is never empty, and paths and headers hold only text. */
const neverBroken = ['path type', 'header type', 'path minLength']

/** An operation with another protocol reads the body itself. */
const validated = operations.filter(({ protocol }) => protocol === undefined)

/** Such as `path format` or `requestBody required`. An operation that needs a body adds `createCase without body`. */
export const breakable: string[] = [
  ...new Set([
    ...operations.flatMap(({ parameters }) =>
      parameters.flatMap((parameter) => keywordsIn(parameter.in, parameter.schema)),
    ),
    ...validated.flatMap(({ body }) => (body ? keywordsIn('requestBody', body.schema) : [])),
    ...validated.flatMap(({ operationId, body }) => (body?.required ? [withoutBody(operationId)] : [])),
    // The engine refuses unknown parameters of every query.
    'query additionalProperties',
  ]),
].filter((keyword) => !neverBroken.includes(keyword))

/** The name of the keyword in an error of Ajv. */
export function brokenBy({ instancePath, keyword }: { instancePath: string; keyword: string }, operationId: string) {
  const [, part] = instancePath.split('/')
  return part === undefined ? withoutBody(operationId) : `${part} ${keyword}`
}

function withoutBody(operationId: string): string {
  return `${operationId} without body`
}

function keywordsIn(part: string, schema: Schema): string[] {
  const { properties = {}, items, additionalProperties } = schema
  const open = typeof additionalProperties === 'object' ? additionalProperties : undefined
  // The format of a number is not validated.
  const isValidated = (keyword: string) =>
    keyword === 'format' ? schema.type === 'string' : keyword !== 'additionalProperties' || !open
  const own = keywords.filter((keyword) => keyword in schema && isValidated(keyword))
  const below = [...Object.values(properties), ...(items ? [items] : []), ...(open ? [open] : [])]
  return [...own.map((keyword) => `${part} ${keyword}`), ...below.flatMap((schema) => keywordsIn(part, schema))]
}

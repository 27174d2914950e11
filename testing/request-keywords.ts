// Where the contract can find fault with a request: the keywords of its request schemas, by the part of the request.
import { operations, type Schema } from './contract-operations.ts'

const keywords = [
  ...['type', 'enum', 'required', 'additionalProperties', 'minProperties', 'maxProperties', 'minItems', 'maxItems'],
  ...['uniqueItems', 'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'multipleOf'],
]

/** A segment of a path has a character at least, and what is in a path or a header is text. */
const neverBroken = ['path type', 'header type', 'path minLength']

/** As `path format` or `requestBody required`, and for each operation that needs a body, `createCase without body`. */
export const breakable: string[] = [
  ...new Set([
    ...operations.flatMap(({ parameters }) => parameters.flatMap((one) => keywordsIn(one.in, one.schema))),
    ...operations.flatMap(({ body }) => (body ? keywordsIn('requestBody', body.schema) : [])),
    ...operations.flatMap(({ operationId, body }) => (body?.required ? [withoutBody(operationId)] : [])),
    // The engine closes every query.
    'query additionalProperties',
  ]),
].filter((one) => !neverBroken.includes(one))

/** Of one of Ajv's errors. */
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
  const own = keywords.filter((keyword) => keyword in schema && !(keyword === 'additionalProperties' && open))
  const below = [...Object.values(properties), ...(items ? [items] : []), ...(open ? [open] : [])]
  return [...own.map((keyword) => `${part} ${keyword}`), ...below.flatMap((one) => keywordsIn(part, one))]
}

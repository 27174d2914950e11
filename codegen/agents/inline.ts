// A schema of the contract in full, without references, and with only the keywords that its reader knows.
import type { Model, Schema } from '../model.ts'
import type { JsonObject } from './definition.ts'

/** Keywords that say nothing to an assistant. */
const dropped = ['example', 'examples', 'externalDocs', 'xml', 'deprecated', 'discriminator', 'readOnly', 'writeOnly']

type Reader = {
  /** Whether the reader takes the keyword; extensions are asked for too. */
  takes: (keyword: string) => boolean
  /** Changes each schema after the schemas in it. */
  finish?: (schema: JsonObject) => JsonObject
}

/** Throws an error that names the component when a schema contains itself. */
export function inline(model: Model, schema: Schema, reader: Reader, open: Schema[] = []): JsonObject {
  if (open.includes(schema)) {
    const name = model.nameOf(schema) ?? ''
    throw new Error(`#/components/schemas/${name} contains itself; assistants take no circular schemas`)
  }
  // Safe cast: inlineKeyword passes the values of keywords that hold schemas.
  const below = (value: unknown) => inline(model, value as Schema, reader, [...open, schema])
  const entries = Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => {
    if (dropped.includes(keyword) || !reader.takes(keyword)) return []
    return [[keyword, inlineKeyword(keyword, value, below)]]
  })
  const copy = Object.fromEntries(entries) as JsonObject
  return reader.finish ? reader.finish(copy) : copy
}

function inlineKeyword(keyword: string, value: unknown, below: (value: unknown) => JsonObject): unknown {
  const isSchema = typeof value === 'object' && value !== null
  if (['items', 'not', 'additionalProperties'].includes(keyword)) return isSchema ? below(value) : value
  if (['allOf', 'oneOf', 'anyOf'].includes(keyword)) return (value as unknown[]).map(below)
  if (keyword !== 'properties') return value
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, member]) => [name, below(member)]))
}

// A schema of the contract as Ajv takes it: the keywords that are validated, with the meaning that OpenAPI 3.0 gives them.
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { forbidden } from '../model/normal/forms.ts'
import { mapParts, type Written } from '../model/normal/schema.ts'
import { portablePattern } from '../patterns/portable.ts'

/** Formats that say how large a number's type is. The schema's bounds say more, so they are not validated. */
export const numberFormats = ['int32', 'int64', 'float', 'double']
/** Formats that every text has. */
const textFormats = ['binary', 'password']
const notValidated = new Set([...numberFormats, ...textFormats])

/** Other keywords are annotations, or mean nothing in OpenAPI 3.0. */
const kept = new Set([
  ...['$ref', 'type', 'nullable', 'enum', 'allOf', 'anyOf', 'oneOf', 'not'],
  ...['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'],
  ...['items', 'minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength', 'pattern', 'format'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
])

export function structural(schema: Written): Written {
  // The keywords keep their order, so that the errors of a validator do too.
  const entries = Object.entries(mapParts(schema, structural)).filter(([keyword]) => kept.has(keyword))
  const copy: Written = Object.fromEntries(entries)
  if (copy.$ref !== undefined) return { $ref: copy.$ref.replace(/^#\/components\//, 'contract#/components/') }
  if (!isKnownFormat(copy.format)) delete copy.format
  if (typeof copy.pattern === 'string') copy.pattern = portablePattern(copy.pattern) ?? copy.pattern
  openBound(copy, 'minimum', 'exclusiveMinimum')
  openBound(copy, 'maximum', 'exclusiveMaximum')
  if (copy.type === 'integer') exactIntegers(copy)
  forbidMembers(copy, schema[forbidden])
  return copy.nullable === undefined ? copy : withNull(copy)
}

/** Formats that Ajv does not know are annotations. */
const isKnownFormat = (format: unknown) =>
  typeof format === 'string' && !notValidated.has(format) && Object.hasOwn(fullFormats, format)

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; Ajv takes the bound itself. */
function openBound(schema: Written, bound: string, exclusive: string) {
  const { [bound]: limit, [exclusive]: isExclusive } = schema
  if (typeof isExclusive !== 'boolean') return
  Reflect.deleteProperty(schema, exclusive)
  if (!isExclusive || typeof limit !== 'number') return
  Reflect.deleteProperty(schema, bound)
  schema[exclusive] = limit
}

/** A larger integer would lose digits when JSON is read. */
function exactIntegers(schema: Written) {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, enum: values } = schema
  if (values) return
  const [least, most] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum]
  if (typeof least !== 'number' || least < Number.MIN_SAFE_INTEGER) {
    schema.minimum = Number.MIN_SAFE_INTEGER
    delete schema.exclusiveMinimum
  }
  if (typeof most !== 'number' || most > Number.MAX_SAFE_INTEGER) {
    schema.maximum = Number.MAX_SAFE_INTEGER
    delete schema.exclusiveMaximum
  }
}

function forbidMembers(schema: Written, names: unknown) {
  if (!Array.isArray(names)) return
  const members = (names as string[]).map((name) => [name, { not: {} }] as const)
  schema.properties = { ...schema.properties, ...Object.fromEntries(members) }
}

/** Ajv takes `nullable` beside a type alone. Elsewhere authors mean: null, or one of these. */
function withNull(schema: Written): Written {
  if (schema.type !== undefined) return schema
  const { nullable, ...rest } = schema
  const isNull = nullable === true && rest.enum === undefined && Object.keys(rest).length > 0
  return isNull ? { anyOf: [{ enum: [null] }, rest] } : rest
}

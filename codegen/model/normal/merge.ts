// Merges the parts of an `allOf` into one schema that accepts what all of them accept.
import { mergeBounds } from './bounds.ts'
import { Contradiction } from './contradiction.ts'
import { isObject, type Follow, type Written } from './schema.ts'

/** Keywords that describe a value and restrict nothing. */
const annotations = new Set(
  'title description example examples default deprecated readOnly writeOnly nullable externalDocs xml'.split(' '),
)
const isAnnotation = (keyword: string) => annotations.has(keyword) || keyword.startsWith('x-')

/** Keywords of which one schema holds one alone. A second one stays in `allOf`. */
const single = ['pattern', 'format', 'multipleOf', 'oneOf', 'anyOf', 'not'] as const

/** `open`: the references around a part. `pairs`: the members that are being merged. */
type Context = { follow: Follow; open: readonly string[]; pairs: readonly string[] }

/** Members that contain each other are merged to this depth. */
const maxPairs = 6

/**
 * The schema without its `allOf`. A reference that only gets annotations stays one. Parts that one schema cannot hold,
 * as two unions, stay in `allOf`.
 */
export const withoutAllOf = (schema: Written, follow: Follow) => flat(schema, { follow, open: [], pairs: [] })

/** The schema behind a reference, merged. */
export const fullSchema = (schema: Written, follow: Follow) => inFull(schema, { follow, open: [], pairs: [] })

function flat(schema: Written, context: Context): Written {
  const { allOf, ...own } = schema
  if (!allOf || schema.$ref !== undefined) return schema
  const [first] = allOf
  if (allOf.length === 1 && first?.$ref !== undefined && Object.keys(own).every(isAnnotation))
    return Object.keys(own).length === 0 ? first : schema
  const merged = allOf.map((part) => inFull(part, context)).reduce((one, other) => merge(one, other, context), {})
  const { example: _, examples: __, ...inherited } = merged
  const full = withBranchMembers(merge(inherited, own, context), context)
  // Authors write this for `null`, or one of these. OpenAPI 3.0.3 says nothing of it.
  return own.nullable === true && own.type === undefined ? { ...full, nullable: true } : full
}

/** Who closes a part means the whole, in which the branches of a union have members too. */
function withBranchMembers(schema: Written, { follow }: Context): Written {
  const { additionalProperties, oneOf = [], anyOf = [], allOf = [], properties = {} } = schema
  if (additionalProperties !== false) return schema
  const unions = allOf.flatMap((part) => [...(part.oneOf ?? []), ...(part.anyOf ?? [])])
  const names = [...oneOf, ...anyOf, ...unions].flatMap((branch) => memberNames(branch, follow))
  const others = names.filter((name) => !Object.hasOwn(properties, name))
  if (others.length === 0) return schema
  return { ...schema, properties: { ...properties, ...Object.fromEntries(others.map((name) => [name, {}])) } }
}

/** The names of the members that the schema and its parts have. */
function memberNames(schema: Written, follow: Follow, seen = new Set<Written>()): string[] {
  const target = schema.$ref === undefined ? schema : follow(schema.$ref)
  if (seen.has(target)) return []
  seen.add(target)
  const parts = [...(target.allOf ?? []), ...(target.oneOf ?? []), ...(target.anyOf ?? [])]
  return [...Object.keys(target.properties ?? {}), ...parts.flatMap((part) => memberNames(part, follow, seen))]
}

function inFull(schema: Written, context: Context): Written {
  const { follow, open } = context
  const { $ref: reference } = schema
  if (reference === undefined) {
    const merged = flat(schema, context)
    return merged.$ref === undefined ? opened(merged, context) : inFull(merged, context)
  }
  if (open.includes(reference)) throw new Contradiction(`${nameOf(reference)} is a part of itself`)
  const { discriminator, ...target } = inFull(follow(reference), { ...context, open: [...open, reference] })
  return (target.oneOf ?? target.anyOf) ? { ...target, ...(discriminator && { discriminator }) } : target
}

/** A reference with annotations, of which the annotations count. */
function opened(schema: Written, context: Context): Written {
  const { allOf, ...own } = schema
  const [first] = allOf ?? []
  if (allOf?.length !== 1 || first?.$ref === undefined) return schema
  return { ...inFull(first, context), ...own }
}

function merge(one: Written, other: Written, context: Context): Written {
  const merged: Written = { ...one, ...other }
  const rest = [...(one.allOf ?? []), ...(other.allOf ?? [])]
  for (const keyword of single) {
    const [before, after] = [one[keyword], other[keyword]]
    if (before === undefined || after === undefined || equal(before, after)) continue
    merged[keyword] = before as never
    rest.push({ [keyword]: after })
  }
  mergeTypes(merged, one, other)
  mergeBounds(merged, one, other)
  mergeMembers(merged, one, other, context)
  if (one.items && other.items) merged.items = mergeParts(one.items, other.items, context)
  if (one.uniqueItems === true) merged.uniqueItems = true
  for (const flag of ['readOnly', 'writeOnly', 'deprecated'] as const) if (one[flag] === true) merged[flag] = true
  delete merged.allOf
  return rest.length > 0 ? { ...merged, allOf: rest } : merged
}

function mergeTypes(merged: Written, one: Written, other: Written) {
  const types = [one.type, other.type].filter((type) => type !== undefined)
  const [first, second = first] = types
  if (first !== undefined && first !== second) {
    if (!types.every((type) => type === 'integer' || type === 'number'))
      throw new Contradiction(`one part is ${withArticle(first)}, another ${withArticle(second ?? '')}`)
    merged.type = 'integer'
  }
  if (one.enum && other.enum) {
    const others = other.enum.map((value) => JSON.stringify(value))
    merged.enum = one.enum.filter((value) => others.includes(JSON.stringify(value)))
    if (merged.enum.length === 0)
      throw new Contradiction(`no value is in both ${list(one.enum)} and ${list(other.enum)}`)
  }
  // A part without a type says nothing about `null`, unless it says that it is accepted.
  const typed = [one, other].filter(({ type, enum: values }) => type !== undefined || values !== undefined)
  const isNullable =
    typed.length > 0 ? typed.every(({ nullable }) => nullable) : one.nullable === true || other.nullable
  if (isNullable === true) merged.nullable = true
  else delete merged.nullable
}

const withArticle = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)
const list = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join(', ')

function mergeMembers(merged: Written, one: Written, other: Written, context: Context) {
  if (one.required && other.required) merged.required = [...new Set([...one.required, ...other.required])]
  const names = new Set([...Object.keys(one.properties ?? {}), ...Object.keys(other.properties ?? {})])
  const members = [...names].map((name): [string, Written] => {
    const parts = [memberOf(one, name), memberOf(other, name)].filter((part) => part !== undefined)
    const [first = {}, second] = parts
    return [name, second ? within(name, () => mergeParts(first, second, context)) : first]
  })
  if (names.size > 0) merged.properties = Object.fromEntries(members)
  // Authors close a part and mean the whole, as in a hierarchy of classes. By the letter no value would fit.
  const [before, after] = [one.additionalProperties, other.additionalProperties]
  if (before === false || after === false) merged.additionalProperties = false
  else if (isObject(before) && isObject(after)) merged.additionalProperties = mergeParts(before, after, context)
  else if (isObject(before)) merged.additionalProperties = before
}

/** What a part says of a member: by its name, or of all members that it does not name. */
function memberOf({ properties = {}, additionalProperties }: Written, name: string): Written | undefined {
  const named = Object.hasOwn(properties, name) ? properties[name] : undefined
  if (named) return named
  return isObject(additionalProperties) ? additionalProperties : undefined
}

function mergeParts(one: Written, other: Written, context: Context): Written {
  if (equal(one, other)) return one
  const isNote = (part: Written) => Object.keys(part).every(isAnnotation)
  if (one.$ref !== undefined && isNote(other)) return Object.keys(other).length > 0 ? { allOf: [one], ...other } : one
  if (other.$ref !== undefined && isNote(one)) return Object.keys(one).length > 0 ? { allOf: [other], ...one } : other
  const pair = JSON.stringify([one, other])
  // Two schemas that contain themselves would be merged without end.
  const { pairs } = context
  if (pairs.includes(pair) || pairs.length === maxPairs) return { allOf: [one, other] }
  const inner = { ...context, open: [], pairs: [...pairs, pair] }
  return merge(inFull(one, inner), inFull(other, inner), inner)
}

function within<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Contradiction) throw new Contradiction(`${name}: ${error.message}`)
    throw error
  }
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const nameOf = (reference: string) => reference.split('/').at(-1) ?? reference

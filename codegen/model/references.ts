// Follows the references of the bundled document. Renderers read resolved values and meet no reference.
import type { OpenAPIV3 } from 'openapi-types'
import type { Contract } from '../contract.ts'
import type { Follow, Written } from './normal/schema.ts'

export type Ref = OpenAPIV3.ReferenceObject

/** A schema whose references are resolved. It contains itself where the contract's schema does. */
export type Schema = Omit<OpenAPIV3.BaseSchemaObject, 'properties' | 'items' | 'additionalProperties' | Composition> & {
  type?: OpenAPIV3.NonArraySchemaObjectType | 'array'
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: boolean | Schema
  allOf?: Schema[]
  oneOf?: Schema[]
  anyOf?: Schema[]
  not?: Schema
}

type Composition = 'allOf' | 'oneOf' | 'anyOf' | 'not'

export type Resolver = ReturnType<typeof createResolver>

/** The values of these keywords are data. A `$ref` in them is data too. */
const dataKeywords = new Set(['default', 'enum', 'example', 'value'])
/** The values of these keywords are maps, whose keys are names. */
const nameKeywords = new Set(['examples', 'headers', 'properties', 'responses', 'schemas'])

export function createResolver(document: Contract) {
  /** Each node is resolved once; the map also ends the walk through a schema that contains itself. */
  const known = new Map<object, unknown>()
  const names = new Map<unknown, string>()

  /** Follows a reference to the node that it names; returns any other value as it is. */
  const follow = <T extends object>(value: T | Ref): T =>
    // Safe cast: the bundler has checked that the reference leads to a node of this kind.
    isReference(value) ? follow(targetOf(document, value.$ref) as T | Ref) : value

  const resolveNode = (value: unknown, hasNames = false): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (isReference(value)) {
      const target = resolveNode(follow(value))
      if (!names.has(target)) names.set(target, nameIn(value) ?? '')
      return target
    }
    const before = known.get(value)
    if (before !== undefined) return before
    if (Array.isArray(value)) return value.map((item) => resolveNode(item))
    const copy: Record<string, unknown> = {}
    known.set(value, copy)
    for (const [key, member] of Object.entries(value)) {
      const isData = !hasNames && dataKeywords.has(key)
      copy[key] = isData ? member : resolveNode(member, !hasNames && nameKeywords.has(key))
    }
    return copy
  }

  /** The schema with every reference below it resolved. */
  const schemaOf = (schema: OpenAPIV3.SchemaObject | Ref): Schema =>
    // Safe cast: a schema without references is of this type.
    resolveNode(schema) as Schema

  /** The name of a schema that was met behind a reference. */
  const nameOf = (schema: Schema | undefined): string | undefined => names.get(schema)

  return { follow, schemaOf, nameOf }
}

const isReference = (value: object): value is Ref => '$ref' in value && typeof value.$ref === 'string'

/** The last part of a reference: the name of the component. */
export const nameIn = (value: object | undefined): string | undefined =>
  value && isReference(value) ? value.$ref.split('/').at(-1) : undefined

/** Follows the references of a document to schemas. One that leads nowhere is told when it is resolved. */
export const followIn =
  (document: Contract): Follow =>
  (reference) => {
    const target = (findTarget(document, reference) ?? {}) as Written
    return target.$ref === undefined ? target : followIn(document)(target.$ref)
  }

function targetOf(document: Contract, reference: string): unknown {
  const target = findTarget(document, reference)
  if (target === undefined) throw new Error(`${reference} leads nowhere`)
  return target
}

function findTarget(document: Contract, reference: string): unknown {
  let target: unknown = document
  for (const step of reference.slice(2).split('/')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    target = (target as Record<string, unknown> | undefined)?.[key]
  }
  return target
}

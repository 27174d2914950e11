// Schemas of OpenAPI 3.0 in the words of JSON Schema 2019-09, as the document means them.
import type { Contract } from '../model.ts'
import { at } from './written.ts'

type Node = Record<string, unknown>

const maps = new Set(['properties', 'schemas'])
const data = new Set(['enum', 'default', 'discriminator'])
const unions = ['oneOf', 'anyOf'] as const
/** Ajv would take a `$id` in them for that of a schema. */
const isIdle = (key: string) => key === 'example' || key === 'examples' || key.startsWith('x-')

type Context = { follow: (node: unknown) => Node; isHidden: (member: unknown) => boolean }

/** @param hidden The flag of the members that values must not have. */
export function translation(document: Contract, hidden: 'readOnly' | 'writeOnly') {
  const follow = (node: unknown): Node => {
    const { $ref } = Object(node) as Node
    return typeof $ref === 'string' ? follow(at(document, $ref)) : (Object(node) as Node)
  }
  const isHidden = (member: unknown): boolean => {
    const { $ref, [hidden]: flag } = Object(member) as Node
    return flag === true || (typeof $ref === 'string' && isHidden(at(document, $ref)))
  }
  const context = { follow, isHidden }
  const all = document.components?.schemas ?? {}
  const schemas = {
    components: { schemas: mapValues(all, (schema) => translated(schema, context)) },
    parts: mapValues(all, (schema) => translated(schema, context, true)),
  }
  return { schemas, translate: (schema: unknown) => translated(schema, context) }
}

/** A part of an `allOf` stays open: a closed part closes the whole. */
function translated(node: unknown, context: Context, isPart = false): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((item) => translated(item, context))
  const { $ref, nullable, exclusiveMinimum, exclusiveMaximum, ...schema } = node as Node
  if (typeof $ref === 'string') return { $ref: placeOf($ref, isPart) }
  const copy: Node = {}
  for (const [key, value] of Object.entries(schema)) {
    if (maps.has(key)) copy[key] = mapValues(Object(value) as Node, (member) => translated(member, context))
    else if (key === 'allOf') copy.allOf = partsOf(value).map((part) => translated(part, context, true))
    else if (!isIdle(key)) copy[key] = data.has(key) ? value : translated(value, context)
  }
  for (const keyword of unions)
    if (keyword in schema) copy[keyword] = partsOf(schema[keyword]).map((branch) => told(branch, schema, context))
  if (Array.isArray(copy.required)) {
    const members = Object(schema.properties) as Node
    copy.required = copy.required.filter((name) => !context.isHidden(members[String(name)]))
  }
  if (isPart || 'allOf' in copy) {
    if (copy.additionalProperties === false) delete copy.additionalProperties
    if (!isPart && isClosed(schema, context)) copy.unevaluatedProperties = false
  }
  Object.assign(copy, exclusive('Minimum', 'minimum', exclusiveMinimum, copy))
  Object.assign(copy, exclusive('Maximum', 'maximum', exclusiveMaximum, copy))
  return nullable === true ? orNull(copy) : copy
}

/** Whether the schema or a part of it is closed. */
function isClosed(schema: Node, context: Context, open: readonly Node[] = []): boolean {
  if (schema.additionalProperties === false) return true
  const parts = partsOf(schema.allOf).map((part) => context.follow(part))
  return parts.some((part) => !open.includes(part) && isClosed(part, context, [...open, part]))
}

/** A branch whose member of the discriminator has a value of its own, unless the branch itself says others. */
function told(branch: unknown, { discriminator }: Node, context: Context): unknown {
  const { propertyName, mapping } = Object(discriminator) as Node
  const { $ref } = Object(branch) as Node
  const schema = translated(branch, context)
  if (typeof propertyName !== 'string' || typeof $ref !== 'string') return schema
  const { properties, additionalProperties } = context.follow(branch)
  const member = (Object(properties) as Node)[propertyName]
  const values = valuesOf($ref, Object(mapping) as Node)
  const { enum: own } = context.follow(member)
  const isOwn = Array.isArray(own) && !own.some((value) => values.includes(String(value)))
  if (isOwn || (additionalProperties === false && member === undefined)) return schema
  return { allOf: [schema, { required: [propertyName], properties: { [propertyName]: { enum: values } } }] }
}

const placeOf = ($ref: string, isPart: boolean) =>
  isPart ? $ref.replace(/^#\/components\/schemas\/(?=[^/]+$)/, 'contract#/parts/') : $ref.replace(/^#/, 'contract#')

const partsOf = (list: unknown): unknown[] => (Array.isArray(list) ? list : [])

function valuesOf($ref: string, mapping: Node): string[] {
  const name = $ref.split('/').at(-1) ?? ''
  const values = Object.keys(mapping).filter((value) => mapping[value] === $ref || mapping[value] === name)
  return values.length > 0 ? values : [name]
}

function exclusive(name: string, bound: string, flag: unknown, schema: Node): Node {
  if (flag !== true) return {}
  const value = schema[bound]
  Reflect.deleteProperty(schema, bound)
  return { [`exclusive${name}`]: value }
}

/** A type keeps out null. Without a type `nullable` says nothing that is not so already. */
const orNull = (schema: Node) =>
  schema.type === undefined ? schema : { anyOf: [schema, { type: 'null', enum: [null] }] }

function mapValues<T>(record: Record<string, T>, map: (value: T) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}

// An OpenAPI 3.1 document in the words of 3.0. The rules words-of-30 and lost-words say before what has no such words.
import type { Contract } from '../contract.ts'
import { isData, isMap } from './keywords.ts'
import { stepsOf } from './pointer.ts'
import type { Node } from './some-node.ts'

export function in30(document: Contract): Contract {
  if (!document.openapi.startsWith('3.1.')) return document
  const { jsonSchemaDialect: _, webhooks: _hooks, ...root } = document as Contract & Node
  const info = without(root.info as unknown as Node, ['summary'])
  const license = info.license !== undefined && { license: without(info.license as Node, ['identifier']) }
  const converted = converted30(withOwnPaths({ ...root, info: { ...info, ...license } })) as Node
  // Safe cast: what 3.1 has more is gone.
  return { paths: {}, ...converted, openapi: '3.0.3' } as unknown as Contract
}

/** A path item of the components stands at each path that refers to it: 3.0 has no such components. */
function withOwnPaths({ paths, components, ...root }: Node): Node {
  const { pathItems, ...others } = Object(components) as Node
  if (pathItems === undefined) return { ...root, ...(paths !== undefined && { paths }), components }
  const itemOf = (item: unknown): unknown => {
    const { $ref, ...own } = Object(item) as Node
    if (typeof $ref !== 'string' || !$ref.startsWith('#/components/pathItems/')) return item
    const { [stepsOf($ref).at(2) ?? '']: target } = pathItems as Node
    return { ...(itemOf(target) as Node), ...own }
  }
  return { ...root, paths: mapValues(Object(paths) as Node, itemOf), components: others }
}

const without = (node: Node, names: string[]): Node =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)))

const single = new Set(['schema', 'items', 'additionalProperties', 'not'])
const listed = new Set(['allOf', 'anyOf', 'oneOf'])

function converted30(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(converted30)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([key, value]) => {
    if (isData(key)) return [key, value] as const
    if (key === 'schemas') return [key, mapValues(value as Node, schema30)] as const
    if (key === 'schema') return [key, schema30(value)] as const
    return [key, isMap(key, value) ? mapValues(value as Node, converted30) : converted30(value)] as const
  })
  return Object.fromEntries(entries)
}

const mapValues = (record: Node, map: (value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))

function schema30(schema: unknown): unknown {
  if (schema === true) return {}
  if (schema === false) return { not: {} }
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, $schema: _s, $comment: _c, $defs: _d, ...own } = schema as Node
  if ($ref !== undefined) {
    // In 3.0 nothing stands beside a reference. What stands there in 3.1 counts too.
    return Object.keys(own).length === 0 ? { $ref } : { ...(schema30(own) as Node), allOf: [{ $ref }] }
  }
  const inner: Node = mapEntries(own, (key, value) => {
    if (key === 'properties') return mapValues(value as Node, schema30)
    if (key === 'additionalProperties' && typeof value === 'boolean') return value
    if (single.has(key)) return schema30(value)
    return listed.has(key) ? (value as unknown[]).map(schema30) : value
  })
  return withNull(withTypes(withContent(withBounds(withExample(withConst(inner))))))
}

const mapEntries = (node: Node, map: (key: string, value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(key, value)]))

const withConst = ({ const: value, ...schema }: Node): Node =>
  value === undefined ? schema : { ...schema, enum: [value], ...(value === null && { nullable: true }) }

const withExample = ({ examples, ...schema }: Node): Node =>
  Array.isArray(examples) && examples.length > 0 ? { example: examples[0] as unknown, ...schema } : schema

/** Bounds that are excluded are numbers in 3.1. */
function withBounds({ exclusiveMinimum: low, exclusiveMaximum: high, ...schema }: Node): Node {
  const { minimum, maximum } = schema
  const isLower = typeof low === 'number' && !(typeof minimum === 'number' && minimum > low)
  const isUpper = typeof high === 'number' && !(typeof maximum === 'number' && maximum < high)
  return {
    ...schema,
    ...(isLower && { minimum: low, exclusiveMinimum: true }),
    ...(isUpper && { maximum: high, exclusiveMaximum: true }),
  }
}

/** Base64 is `byte` in 3.0, and bytes as they are, are `binary`. */
function withContent({ contentEncoding, contentMediaType, contentSchema: _, ...schema }: Node): Node {
  const format =
    contentEncoding === 'base64' ? 'byte' : contentEncoding === undefined && contentMediaType ? 'binary' : undefined
  return format === undefined || schema.format !== undefined ? schema : { type: 'string', ...schema, format }
}

function withTypes({ type, ...schema }: Node): Node {
  if (type === 'null') return { ...schema, nullable: true, enum: [null] }
  if (!Array.isArray(type)) return type === undefined ? schema : { type, ...schema }
  const types = type.filter((name) => name !== 'null')
  const nullable = types.length < type.length && { nullable: true }
  if (types.length === 0) return { ...schema, ...nullable, enum: [null] }
  if (types.length === 1) return { type: types[0] as unknown, ...schema, ...nullable }
  const { items, ...others } = schema
  const alternatives = types.map((name) => ({ type: name as unknown, ...(name === 'array' && { items: items ?? {} }) }))
  const union = { anyOf: alternatives, ...nullable }
  return 'anyOf' in others
    ? { ...others, allOf: [...((others.allOf as unknown[] | undefined) ?? []), union] }
    : { ...others, ...union }
}

const isNull = (schema: unknown) => {
  const { nullable, enum: values } = Object(schema) as Node
  return nullable === true && Array.isArray(values) && values.length === 1 && values[0] === null
}

/** A branch that is null makes the schema nullable. A single branch that is left stands for the union. */
function withNull(schema: Node): Node {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const { [keyword]: branches, ...own } = schema
    if (!Array.isArray(branches) || !branches.some(isNull)) continue
    const left = branches.filter((branch) => !isNull(branch)) as Node[]
    const [only] = left
    if (!only) return { ...own, nullable: true, enum: [null] }
    if (left.length > 1) return { ...own, [keyword]: left, nullable: true }
    return '$ref' in only ? { ...own, allOf: [only], nullable: true } : { ...only, ...own, nullable: true }
  }
  return schema
}

// An independent judge of values: stock Ajv over the document's own schemas, and none of the generated code.
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import type { Contract } from '../model.ts'
import { at } from './written.ts'

type Node = Record<string, unknown>
export type Judge = (schema: object | undefined, value: unknown) => boolean

/** @returns for requests, or for answers: whether a value fits a schema as the document writes it. */
export function createJudge(document: Contract, direction: 'request' | 'answer'): Judge {
  const ajv = new Ajv({ strict: false, logger: false, unicodeRegExp: false, ownProperties: true })
  addFormats.default(ajv)
  for (const format of ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'password']) ajv.addFormat(format, true)
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly'
  const translate = translation(document, hidden)
  ajv.addSchema({ components: { schemas: mapValues(document.components?.schemas ?? {}, translate) } }, 'contract')
  const known = new WeakMap<object, (value: unknown) => boolean>()
  return (schema, value) => {
    if (!schema) return true
    const validate = known.get(schema) ?? ajv.compile(Object(translate(schema)) as Node)
    known.set(schema, validate)
    return validate(value)
  }
}

const maps = new Set(['properties', 'schemas'])
const data = new Set(['enum', 'default', 'discriminator'])
/** Ajv would take a `$id` in them for that of a schema. */
const isIdle = (key: string) => key === 'example' || key === 'examples' || key.startsWith('x-')

/** OpenAPI 3.0's schema in the words of JSON Schema. */
function translation(document: Contract, hidden: string) {
  const isHidden = (member: unknown): boolean => {
    const { $ref, [hidden]: flag } = Object(member) as Node
    return flag === true || (typeof $ref === 'string' && isHidden(at(document, $ref)))
  }
  const translate = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    if (Array.isArray(node)) return node.map(translate)
    const { $ref, nullable, exclusiveMinimum, exclusiveMaximum, ...schema } = node as Node
    if (typeof $ref === 'string') return { $ref: $ref.replace(/^#/, 'contract#') }
    const copy: Node = {}
    for (const [key, value] of Object.entries(schema)) {
      if (maps.has(key)) copy[key] = mapValues(Object(value) as Node, translate)
      else if (!isIdle(key)) copy[key] = data.has(key) ? value : translate(value)
    }
    if (Array.isArray(copy.required)) {
      const members = Object(schema.properties) as Node
      copy.required = copy.required.filter((name) => !isHidden(members[String(name)]))
    }
    Object.assign(copy, exclusive('Minimum', 'minimum', exclusiveMinimum, copy))
    Object.assign(copy, exclusive('Maximum', 'maximum', exclusiveMaximum, copy))
    return nullable === true ? orNull(copy) : copy
  }
  return translate
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

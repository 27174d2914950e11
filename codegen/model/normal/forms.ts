// Gives requests and answers schemas of their own: readOnly members are no part of a request, writeOnly ones of no answer.
import type { Contract } from '../../contract.ts'
import {
  below,
  componentName,
  isObject,
  mapParts,
  mapRecord,
  mapSchemas,
  namesBelow,
  namesReaching,
  referenceTo,
  type Follow,
  type Side,
  type Written,
} from './schema.ts'

/** The members that a request or answer must not have, beside `properties`. Validators and types read it. */
export const forbidden = 'x-forbidden-members'

export function withForms(document: Contract, follow: Follow): Contract {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Written>
  // Schemas that hide members, themselves or in a schema that they refer to.
  const differing = namesReaching(schemas, (schema) => hidesMembers(schema, follow))
  if (differing.size === 0 && !hasHiddenMembers(document, follow)) return document
  const used = usesIn(document, schemas)
  /** Schemas that both sides use have a second name for requests. */
  const doubled = new Map<string, string>()
  for (const name of differing) {
    if (!used.request.has(name) || !used.answer.has(name)) continue
    doubled.set(
      name,
      freeName(name, { ...schemas, ...Object.fromEntries([...doubled.values()].map((one) => [one, {}])) }),
    )
  }
  const formOf = (schema: Written, side: 'request' | 'answer'): Written => {
    if (schema.$ref !== undefined) {
      const other = side === 'request' ? doubled.get(componentName(schema.$ref) ?? '') : undefined
      return other === undefined ? schema : { $ref: referenceTo(other) }
    }
    return mapParts(withoutHidden(schema, side, follow), (part) => formOf(part, side))
  }
  const mapped = mapSchemas(document, (schema, side) => (side === 'component' ? schema : formOf(schema, side)))
  const sideOf = (name: string) => (used.request.has(name) && !used.answer.has(name) ? 'request' : 'answer')
  const own = mapRecord(schemas, (schema, name) => formOf(schema, sideOf(name)))
  const doubles = [...doubled].map(([name, other]) => [other, formOf(schemas[name] ?? {}, 'request')] as const)
  const all = { ...own, ...Object.fromEntries(doubles) }
  // Safe cast: these are schemas of OpenAPI 3.0.
  return { ...mapped, components: { ...mapped.components, schemas: all as never } }
}

function withoutHidden(schema: Written, side: 'request' | 'answer', follow: Follow): Written {
  const hidden = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    isHidden(member, side, follow) ? [name] : [],
  )
  if (hidden.length === 0) return schema
  const { properties = {}, required, ...rest } = schema
  const kept = Object.entries(properties).filter(([name]) => !hidden.includes(name))
  const stillRequired = required?.filter((name) => !hidden.includes(name)) ?? []
  return {
    ...rest,
    ...(stillRequired.length > 0 && { required: stillRequired }),
    properties: Object.fromEntries(kept),
    // A closed schema refuses them anyway.
    ...(schema.additionalProperties !== false && { [forbidden]: hidden }),
  }
}

function isHidden(member: Written, side: 'request' | 'answer', follow: Follow): boolean {
  const flag = side === 'request' ? 'readOnly' : 'writeOnly'
  const target = member.$ref === undefined ? member : follow(member.$ref)
  const [base] = target.allOf?.length === 1 ? target.allOf : []
  return target[flag] === true || (base !== undefined && isHidden(base, side, follow))
}

const isHiddenSomewhere = (member: Written, follow: Follow) =>
  isHidden(member, 'request', follow) || isHidden(member, 'answer', follow)

const hidesMembers = ({ properties = {} }: Written, follow: Follow) =>
  Object.values(properties).some((member) => isHiddenSomewhere(member, follow))

function hasHiddenMembers(document: Contract, follow: Follow): boolean {
  let found = false
  mapSchemas(document, (schema) => {
    found ||= [...below(schema)].some((part) => hidesMembers(part, follow))
    return schema
  })
  return found
}

/** The names of the schemas that requests and answers reach. */
export function usesIn(document: Contract, schemas: Record<string, Written>) {
  const used = { request: new Set<string>(), answer: new Set<string>() }
  const add = (schema: Written, names: Set<string>) => {
    for (const name of namesBelow(schema)) {
      if (names.has(name)) continue
      names.add(name)
      if (isObject(schemas[name])) add(schemas[name], names)
    }
  }
  mapSchemas(document, (schema, side: Side) => {
    if (side !== 'component') add(schema, used[side])
    return schema
  })
  return used
}

function freeName(name: string, taken: object): string {
  const [plain, form] = [`${name}Request`, `${name}RequestForm`]
  if (!(plain in taken)) return plain
  let free = form
  for (let count = 2; free in taken; count += 1) free = `${form}${count}`
  return free
}

// The schemas that places of a document lead to, each once. Nothing here recurses: a chain of schemas may be long.
import { at, follow, isObject, written, type Place } from './place.ts'

/**
 * @property owner The operation or tool that leads to the schema.
 * @property depth The number of schemas around it.
 */
export type Found = { place: Place; owner: string; depth: number }

const single = ['additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'items']
const lists = ['allOf', 'oneOf', 'anyOf', 'prefixItems', 'items']
const maps = ['properties', 'patternProperties', 'dependentSchemas']

/** The schemas directly in a schema, booleans among them, as they are written: references are not followed. */
export function partsOf(schema: Place): Place[] {
  const { value } = schema
  if (!isObject(value)) return []
  const parts: Place[] = []
  for (const keyword of Object.keys(value)) {
    const child = written(schema, keyword)
    if (Array.isArray(child.value)) {
      if (lists.includes(keyword)) for (const index of child.value.keys()) parts.push(written(child, index))
    } else if (maps.includes(keyword) && isObject(child.value)) {
      for (const name of Object.keys(child.value)) parts.push(written(child, name))
    } else if (single.includes(keyword)) parts.push(child)
  }
  return parts
}

/** The schemas at these places and all in them. A schema that several places share is found once. */
export function schemasFrom(roots: { place: Place; owner: string }[]): Found[] {
  const seen = new Set<unknown>()
  const found: Found[] = []
  let level = roots.map(({ place, owner }) => ({ place: follow(place), owner, depth: 0 }))
  while (level.length > 0) {
    const fresh = level.filter(({ place: { value } }) => {
      if (seen.has(value) || value === undefined) return false
      if (isObject(value)) seen.add(value)
      return true
    })
    for (const one of fresh) found.push(one)
    level = fresh.flatMap(({ place, owner, depth }) =>
      partsOf(place).map((part) => ({ place: follow(part), owner, depth: depth + 1 })),
    )
  }
  return found
}

/** The places at which a schema contains itself: those of the references that close the circle. */
export function circlesFrom(roots: { place: Place; owner: string }[]): { place: Place; owner: string }[] {
  const done = new Set<unknown>()
  const open = new Set<unknown>()
  const circles: { place: Place; owner: string }[] = []
  for (const { place, owner } of roots) {
    const stack = [{ from: place, schema: follow(place), rest: undefined as Place[] | undefined }]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { value } = top.schema
      if (top.rest === undefined) {
        const isCircle = open.has(value)
        if (isCircle) circles.push({ place: top.from, owner })
        if (isCircle || done.has(value) || !isObject(value)) {
          stack.pop()
          continue
        }
        open.add(value)
        top.rest = partsOf(top.schema)
      }
      const next = top.rest.pop()
      if (next) stack.push({ from: next, schema: follow(next), rest: undefined })
      else {
        open.delete(value)
        done.add(value)
        stack.pop()
      }
    }
  }
  return circles
}

/** Whether values of the schema are of this type. A list of types counts too. */
export function isOfType(schema: Place, type: string): boolean {
  const { value } = at(schema, 'type')
  return value === type || (Array.isArray(value) && value.includes(type))
}

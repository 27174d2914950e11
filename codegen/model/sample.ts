// A value that is valid against a schema, for examples where the contract has none. The same schema gives the same value.
import { boundsOf, fits } from './fits.ts'
import type { MediaType } from './media.ts'
import type { Schema } from './references.ts'
import { textOf } from './sample-text.ts'

/** Requests have no readOnly members, and answers no writeOnly members. */
export type Direction = 'request' | 'answer'

/** The first example of the contract that is valid; else a made one. */
export function exampleOf({ schema, examples }: MediaType, direction: Direction): unknown {
  const isValid = (example: unknown) => !schema || fits(schema, example)
  return examples.find(isValid) ?? (schema ? sampleOf(schema, direction) : examples[0])
}

/** A valid value; the nearest one where the schema contradicts itself or cannot end. */
export function sampleOf(schema: Schema, direction: Direction = 'answer'): unknown {
  return valueOf(schema, { open: [], turn: 0, direction, steps: { left: mostSteps } })
}

/**
 * @property open The schemas around this one. @property turn Other turns give other values, for lists of unlike items.
 * @property steps How many values may still be tried: a union of unions has more than anyone can try.
 */
type Place = { open: Schema[]; turn: number; direction: Direction; steps: { left: number } }

const mostSteps = 3000
/** Below this depth values have only their required members. */
const fullDepth = 3
/** Below this depth a value ends as soon as it can. */
const mostDepth = 12
/** A list that may be longer has this many items. */
const fewItems = 1
const noBounds = { minLength: 0, maxLength: Infinity }

function valueOf(schema: Schema, place: Place): unknown {
  const given = [schema.example as unknown, schema.default as unknown].find(
    (value) => value !== undefined && place.turn === 0 && fits(schema, value),
  )
  if (given !== undefined) return given
  if (schema.enum) {
    const values = schema.enum.filter((value) => fits(schema, value))
    return values[place.turn % values.length] ?? schema.enum[0]
  }
  if (schema.nullable && (place.open.includes(schema) || place.open.length > mostDepth)) return null
  // Such a schema cannot end. Its users will see it.
  if (place.open.length > 2 * mostDepth) return {}
  let first: unknown
  for (const value of candidates(schema, { ...place, open: [...place.open, schema] })) {
    first ??= value
    if (place.steps.left-- <= 0 || fits(schema, value)) return value
  }
  return schema.nullable ? null : first
}

/** Values of the schema's own keywords, each joined with a value of a branch where it has branches. */
function* candidates(schema: Schema, place: Place): Generator {
  const { allOf = [], oneOf, anyOf, discriminator, ...own } = schema
  if (!oneOf && !anyOf && allOf.length === 0) {
    yield plain(schema, place)
    return
  }
  const base = typeOf(own) === undefined ? undefined : plain(own, place)
  const parts = [base, ...allOf.map((part) => valueOf(part, place))].filter((value) => value !== undefined)
  const names = Object.keys(discriminator?.mapping ?? {})
  const member = discriminator?.propertyName
  const branches = endingFirst(rotated(oneOf ?? anyOf ?? [], place.turn), place)
  for (const branch of branches) {
    const inside = { ...place, open: [...place.open, branch] }
    const value = merged([...parts, valueOf(joinedWith(own, branch), inside)])
    yield value
    if (member !== undefined) for (const name of names) yield merged([value, { [member]: name }])
    yield merged([...parts, valueOf(branch, place)])
  }
  if (branches.length === 0) yield merged(parts)
}

/** Branches that lead back to where the value comes from go last; those that are open already are left out. */
function endingFirst(branches: Schema[], { open }: Place): Schema[] {
  const others = branches.filter((branch) => !open.includes(branch))
  const isEnding = (branch: Schema) => !open.some((around) => leadsTo(branch, around))
  return [...others.filter(isEnding), ...others.filter((branch) => !isEnding(branch))]
}

/** The branch with the members around it. */
function joinedWith(own: Schema, branch: Schema): Schema {
  const { properties = {}, required = [] } = branch
  if (typeOf(branch) !== 'object' || branch.oneOf || branch.anyOf || branch.allOf) return branch
  return {
    ...own,
    ...branch,
    type: 'object',
    properties: { ...own.properties, ...properties },
    required: [...(own.required ?? []), ...required],
  }
}

function plain(schema: Schema, place: Place): unknown {
  switch (typeOf(schema)) {
    case 'string':
      return stringOf(schema, place.turn)
    case 'integer':
    case 'number':
      return numberOf(schema, place.turn)
    case 'boolean':
      return place.turn % 2 === 0
    case 'array':
      return listOf(schema, place)
    case 'object':
      return objectOf(schema, place)
    case undefined:
      return {}
  }
}

function listOf({ items = {}, minItems = 0, maxItems = Infinity }: Schema, place: Place): unknown[] {
  const isClosed = place.open.length > mostDepth || place.open.some((around) => leadsTo(items, around))
  const length = Math.min(maxItems, Math.max(minItems, isClosed ? 0 : fewItems))
  return Array.from({ length }, (_, index) => valueOf(items, { ...place, turn: place.turn + index }))
}

function objectOf(schema: Schema, place: Place): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties = Infinity } = schema
  const members = Object.entries(properties).filter(([, member]) => !isOfOtherSide(member, place))
  const isWanted = ([name, member]: [string, Schema]) =>
    required.includes(name) ||
    (place.open.length <= fullDepth && !member.deprecated && !place.open.some((around) => leadsTo(member, around)))
  const needed = members.filter(([name]) => required.includes(name))
  const wanted = members.filter((member) => isWanted(member))
  const optional = [...wanted, ...members].filter(([name]) => !required.includes(name))
  const room = Math.max(needed.length, Math.min(maxProperties, Math.max(wanted.length, minProperties)))
  const kept = new Set([...needed, ...optional].slice(0, room).map(([name]) => name))
  const chosen = members.filter(([name]) => kept.has(name))
  const unnamed = required.filter((name) => !Object.hasOwn(properties, name))
  const values = chosen.map(([name, member]) => [name, valueOf(member, place)] as const)
  const open =
    additionalProperties === false ? undefined : typeof additionalProperties === 'object' ? additionalProperties : {}
  const isMap = typeof additionalProperties === 'object' && members.length === 0 && place.open.length <= mostDepth
  const missing = Math.max(minProperties - values.length - unnamed.length, isMap && maxProperties > 0 ? 1 : 0)
  const extra = [...unnamed, ...Array.from({ length: missing }, (_, index) => (index ? `key${index + 1}` : 'key'))]
  const free = open && !place.open.includes(open) ? extra : unnamed
  return Object.fromEntries([...values, ...free.map((name) => [name, valueOf(open ?? {}, place)] as const)])
}

const isOfOtherSide = ({ readOnly, writeOnly }: Schema, { direction }: Place) =>
  (direction === 'request' ? readOnly : writeOnly) === true

/** Whether a value of the schema may hold a value of the other one, directly or in a list or a map. */
function leadsTo(schema: Schema, target: Schema, seen = new Set<Schema>()): boolean {
  if (schema === target) return true
  if (seen.has(schema)) return false
  seen.add(schema)
  const { items, additionalProperties, oneOf = [], anyOf = [], allOf = [], properties = {}, required = [] } = schema
  const inner = [items, typeof additionalProperties === 'object' ? additionalProperties : undefined]
  const needed = required.map((name) => (Object.hasOwn(properties, name) ? properties[name] : undefined))
  const all = [...inner, ...oneOf, ...anyOf, ...allOf, ...needed].filter((part) => part !== undefined)
  return all.some((part) => leadsTo(part, target, seen))
}

function typeOf(schema: Schema): Schema['type'] {
  if (schema.type) return schema.type
  if (schema.properties || schema.additionalProperties !== undefined || schema.required) return 'object'
  if (schema.items) return 'array'
  if (schema.pattern !== undefined || schema.format !== undefined || schema.minLength !== undefined) return 'string'
  return schema.minimum !== undefined || schema.maximum !== undefined ? 'number' : undefined
}

/** Objects are joined; of other values the last one counts. */
function merged(values: unknown[]): unknown {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  if (values.length > 0 && values.every(isObject)) return Object.assign({}, ...values) as unknown
  return values.length > 0 ? values.at(-1) : {}
}

const rotated = <T>(items: T[], turn: number) =>
  items.map((_, index) => items[(index + turn) % items.length]).flatMap((item) => item ?? [])

const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** A value of each format; the turn makes another one. */
const formats: Record<string, (turn: number) => string> = {
  date: (turn) => `2026-01-${pad((turn % 28) + 1, 2)}`,
  'date-time': (turn) => `2026-01-${pad((turn % 28) + 1, 2)}T09:30:00Z`,
  time: (turn) => `09:${pad(turn % 60, 2)}:00Z`,
  duration: (turn) => `P${turn + 1}D`,
  uuid: (turn) => `0d8b5c1e-3f7c-4f0e-8a43-${pad(turn + 1, 12)}`,
  email: (turn) => `person${turn || ''}@example.com`,
  uri: (turn) => `https://example.com/${turn || ''}`,
  url: (turn) => `https://example.com/${turn || ''}`,
  'uri-reference': (turn) => `/path/${turn || ''}`,
  hostname: (turn) => `host${turn || ''}.example.com`,
  ipv4: (turn) => `192.0.2.${(turn % 254) + 1}`,
  ipv6: (turn) => `2001:db8::${(turn + 1).toString(16)}`,
  byte: (turn) => Buffer.from(`text${turn || ''}`).toString('base64'),
  'json-pointer': (turn) => `/member${turn || ''}`,
}

function stringOf({ format = '', pattern, minLength = 0, maxLength = Infinity }: Schema, turn: number): string {
  const formatted = formats[format]?.(turn)
  const bounds = { ...noBounds, minLength, maxLength }
  const isValid = (text: string) => fits({ type: 'string', ...bounds, ...(pattern !== undefined && { pattern }) }, text)
  if (formatted !== undefined && isValid(formatted)) return formatted
  const found = pattern === undefined ? undefined : textOf({ pattern, ...bounds, turn })
  if (found !== undefined) return found
  if (format === 'uri' || format === 'url') return `https://example.com/${'a'.repeat(Math.max(0, minLength - 20))}`
  const text = `text${turn || ''}`
  const long = text.padEnd(Math.min(minLength, 100_000), 'x')
  return long.length <= maxLength
    ? long
    : String(turn % 10)
        .repeat(1)
        .padStart(Math.min(maxLength, 4), 'abc')
        .slice(0, maxLength)
}

function numberOf(schema: Schema, turn: number): number {
  const { from, to, isOpenBelow, isOpenAbove } = boundsOf(schema)
  const step = schema.multipleOf ?? (schema.type === 'integer' ? 1 : 0)
  const least = step > 0 ? Math.ceil(from / step) * step : from
  const most = step > 0 ? Math.floor(to / step) * step : to
  const unit = step || (to - from < 2 ? (to - from) / 4 : 1)
  const lowest = isOpenBelow && least === from ? least + unit : least
  const highest = isOpenAbove && most === to ? most - unit : most
  const start =
    lowest > 1 || highest < 1 ? (lowest > -Infinity ? lowest : highest) : Math.max(step, lowest, Math.min(1, highest))
  const direction = start + turn * unit <= highest ? 1 : -1
  return Number((start + direction * turn * unit).toPrecision(15))
}

// Compares two schemas: what may be sent, or come, that could not before, and the other way round.
import type { Model, Schema } from '../model.ts'
import { isSame, type Bump } from './change.ts'

/** A request is narrowed at the caller's cost. Of an answer a caller meets what is wider. */
export type Direction = 'request' | 'answer'

export type SchemaChange = { text: string; wire: Bump; sdk: Bump }

/** @property place Where the schema is, as a reader would say it: `status` of `Case`. */
type Pair = { before: Schema; after: Schema; place: string }

type Effect = 'narrower' | 'wider'

/** What a narrower or wider schema asks for. */
const asked: Record<Direction, Record<Effect, Pick<SchemaChange, 'wire' | 'sdk'>>> = {
  request: { narrower: { wire: 'major', sdk: 'major' }, wider: { wire: 'minor', sdk: 'minor' } },
  // A value that no longer comes does no harm on the wire. A program that compares with it may not compile any more.
  answer: { narrower: { wire: 'minor', sdk: 'minor' }, wider: { wire: 'major', sdk: 'major' } },
}

/** A bound and its effect when it grows. */
const bounds = {
  minimum: 'narrower',
  minLength: 'narrower',
  minItems: 'narrower',
  minProperties: 'narrower',
  maximum: 'wider',
  maxLength: 'wider',
  maxItems: 'wider',
  maxProperties: 'wider',
} as const satisfies Record<string, Effect>

const opposite = (effect: Effect): Effect => (effect === 'wider' ? 'narrower' : 'wider')
const inWords = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
const list = (values: unknown[]) => values.map(inWords).join(', ')

type Comparison = { models: [Model, Model]; direction: Direction; seen: Map<Schema, Set<Schema>> }

/** Compares schemas of one direction, each pair once. */
export function schemaComparer(models: [Model, Model], direction: Direction) {
  const comparison: Comparison = { models, direction, seen: new Map() }
  return (pair: Pair) => compareSchemas(comparison, pair)
}

function compareSchemas(comparison: Comparison, pair: Pair): SchemaChange[] {
  const met = comparison.seen.get(pair.before) ?? new Set()
  if (met.has(pair.after)) return []
  comparison.seen.set(pair.before, met.add(pair.after))
  const name = comparison.models[0].nameOf(pair.before) ?? comparison.models[1].nameOf(pair.after)
  const placed = { ...pair, place: name ? `\`${name}\`` : pair.place }
  if (pair.before.type !== pair.after.type) return typeChange(comparison, placed)
  return [
    ...valueChanges(comparison, placed),
    ...boundChanges(comparison, placed),
    ...memberChanges(comparison, placed),
    ...itemChanges(comparison, placed),
    ...variantChanges(comparison, placed),
    ...defaultChange(comparison, placed),
  ]
}

const change = (comparison: Comparison, effect: Effect, text: string): SchemaChange => ({
  text,
  ...asked[comparison.direction][effect],
})

/** Every integer is a number. Otherwise no value of one type is of the other. */
function typeChange(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  const text = `${place} is ${is.type ?? 'of any type'}, and was ${was.type ?? 'of any type'}.`
  if (was.type === 'integer' && is.type === 'number') return [change(comparison, 'wider', text)]
  if (was.type === 'number' && is.type === 'integer') return [change(comparison, 'narrower', text)]
  return [{ text, wire: 'major', sdk: 'major' }]
}

function valueChanges(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  const changes: SchemaChange[] = []
  const [verb, never] = comparison.direction === 'request' ? ['takes', 'no longer takes'] : ['may be', 'is no longer']
  if (was.enum && is.enum) {
    const gone = was.enum.filter((value: unknown) => !is.enum?.some((other: unknown) => isSame(value, other)))
    const added = is.enum.filter((value: unknown) => !was.enum?.some((other: unknown) => isSame(value, other)))
    // A comparison with a value that never comes does not compile.
    const narrower = { ...change(comparison, 'narrower', `${place} ${never} ${list(gone)}.`), sdk: 'major' as const }
    if (gone.length > 0) changes.push(narrower)
    if (added.length > 0) changes.push(change(comparison, 'wider', `${place} also ${verb} ${list(added)}.`))
  } else if (was.enum) changes.push(change(comparison, 'wider', `${place} is no longer one of ${list(was.enum)}.`))
  else if (is.enum) changes.push(change(comparison, 'narrower', `${place} is one of ${list(is.enum)}.`))
  if ((was.nullable ?? false) !== (is.nullable ?? false)) {
    const text = `${place} ${is.nullable ? 'may be' : 'is no longer'} null.`
    changes.push(change(comparison, is.nullable ? 'wider' : 'narrower', text))
  }
  if (was.format !== is.format) {
    const text = `${place} has ${is.format ? `the format ${is.format}` : 'no format'}, and had ${was.format ?? 'none'}.`
    changes.push({ text, wire: 'major', sdk: was.type === 'string' ? 'minor' : 'none' })
  }
  for (const keyword of ['pattern', 'multipleOf', 'uniqueItems'] as const) {
    if (isSame(was[keyword], is[keyword])) continue
    const text = `${place} has ${describe(keyword, is[keyword])}, and had ${describe(keyword, was[keyword])}.`
    const effect = is[keyword] === undefined ? 'wider' : 'narrower'
    // Nobody can say which of two patterns takes more.
    changes.push(
      was[keyword] !== undefined && is[keyword] !== undefined
        ? { text, wire: 'major', sdk: 'none' }
        : wireOnly(comparison, effect, text),
    )
  }
  return changes
}

const wireOnly = (comparison: Comparison, effect: Effect, text: string): SchemaChange => ({
  ...change(comparison, effect, text),
  sdk: 'none',
})

function boundChanges(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  return Object.entries(bounds).flatMap(([key, whenGrown]) => {
    // Safe cast: Object.entries gives the keys of the table.
    const bound = key as keyof typeof bounds
    const [old, now] = [was[bound], is[bound]]
    if (old === now) return []
    const unbounded = whenGrown === 'narrower' ? -Infinity : Infinity
    const grown = (now ?? unbounded) > (old ?? unbounded)
    const effect = grown ? whenGrown : opposite(whenGrown)
    const text = `${place} has ${describe(bound, now)}, and had ${describe(bound, old)}.`
    return [
      comparison.direction === 'answer' && effect === 'wider'
        ? { text, wire: 'minor', sdk: 'none' }
        : wireOnly(comparison, effect, text),
    ]
  })
}

function memberChanges(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  const [old, now] = [was.properties ?? {}, is.properties ?? {}]
  const isNeeded = (schema: Schema, name: string) => schema.required?.includes(name) ?? false
  const gone = Object.keys(old).filter((name) => !(name in now))
  const added = Object.keys(now).filter((name) => !(name in old))
  const kept = Object.keys(old).filter((name) => name in now)
  return [
    ...gone.map((name): SchemaChange => ({
      text: `${place} has no member \`${name}\` any more.`,
      wire: 'major',
      sdk: 'major',
    })),
    ...added.map((name): SchemaChange => {
      const needed = isNeeded(is, name)
      const bump = comparison.direction === 'request' && needed ? 'major' : 'minor'
      return { text: `${place} has a new ${needed ? 'required ' : ''}member \`${name}\`.`, wire: bump, sdk: bump }
    }),
    ...kept
      .filter((name) => isNeeded(was, name) !== isNeeded(is, name))
      .map((name) => {
        const needed = isNeeded(is, name)
        return change(
          comparison,
          needed ? 'narrower' : 'wider',
          `\`${name}\` of ${place} is ${needed ? 'now' : 'no longer'} required.`,
        )
      }),
    ...kept.flatMap((name) => pairOf(comparison, old[name], now[name], `\`${name}\` of ${place}`)),
    ...otherMembers(comparison, { before: was, after: is, place }),
  ]
}

function otherMembers(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  const [old, now] = [was.additionalProperties ?? true, is.additionalProperties ?? true]
  if (typeof old === 'object' && typeof now === 'object') return pairOf(comparison, old, now, `a value in ${place}`)
  if (old === now) return []
  const effect = now === true || old === false ? 'wider' : 'narrower'
  // Of an answer a reader ignores members that it does not know.
  const text = `${place} ${effect === 'wider' ? 'may have' : 'no longer has'} members that the contract does not name.`
  return [comparison.direction === 'answer' ? { text, wire: 'minor', sdk: 'minor' } : change(comparison, effect, text)]
}

const itemChanges = (comparison: Comparison, { before: was, after: is, place }: Pair) =>
  pairOf(comparison, was.items, is.items, `an item of ${place}`)

function variantChanges(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  return (['oneOf', 'anyOf', 'allOf'] as const).flatMap((keyword) => {
    const [old = [], now = []] = [was[keyword], is[keyword]]
    if (old.length === now.length) {
      return old.flatMap((variant, index) =>
        pairOf(comparison, variant, now[index], `variant ${index + 1} of ${place}`),
      )
    }
    const more = now.length > old.length
    const text = `${place} has ${now.length} variants (${keyword}), and had ${old.length}.`
    return [change(comparison, (keyword === 'allOf') === more ? 'narrower' : 'wider', text)]
  })
}

/** Requests that leave the value out mean something else from now on. */
function defaultChange(comparison: Comparison, { before: was, after: is, place }: Pair): SchemaChange[] {
  if (isSame(was.default, is.default)) return []
  const text = `${place} has ${describe('default', is.default)}, and had ${describe('default', was.default)}.`
  const bump = comparison.direction === 'request' ? 'major' : 'minor'
  return [{ text, wire: bump, sdk: bump }]
}

const pairOf = (comparison: Comparison, was: Schema | undefined, is: Schema | undefined, place: string) =>
  was && is ? compareSchemas(comparison, { before: was, after: is, place }) : []

const describe = (keyword: string, value: unknown) =>
  value === undefined ? `no ${keyword}` : `${keyword} ${inWords(value)}`

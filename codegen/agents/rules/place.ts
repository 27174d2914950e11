// A value in anyone's document with its JSON pointer. Local references are followed; any part may be missing or wrong.

/**
 * @property pointer Long in a deep document, and many places have one: only a finding that is listed may read it.
 * @property key The last part of the pointer, unescaped.
 * @property root The whole document, to which references point.
 * @property effort What is left of the effort that one document may take. All its places share it.
 */
export type Place = { value: unknown; pointer: string; key: string | number; root: unknown; effort: Effort }
export type Effort = { steps: number }
export type JsonObject = Record<string, unknown>

/** More references in a row lead nowhere: they form a circle. */
const maxHops = 100
/** More characters of a value do not help to find it. */
const maxShown = 100

/** The largest public documents take a third. A part that many operations share takes steps for each of them. */
export const maxSteps = 1_500_000

/** A document of few bytes can name its parts so often that no machine looks at all of them. */
export class TooManySteps extends Error {
  override name = 'TooManySteps'
}

export const placeOf = (document: unknown, effort: Effort = { steps: maxSteps }): Place => ({
  value: document,
  pointer: '',
  key: '',
  root: document,
  effort,
})

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const escaped = (key: string | number) =>
  typeof key === 'number' || !/[~/]/.test(key) ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The member or item as it is written: a reference stays a reference. */
export function written({ value, pointer, root, effort }: Place, key: string | number): Place {
  effort.steps -= 1
  if (effort.steps < 0) throw new TooManySteps()
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  const found = isThere ? (value as JsonObject)[key] : undefined
  return { value: found, pointer: `${pointer}/${escaped(key)}`, key, root, effort }
}

/** The target of a pointer such as `#/components/schemas/Case`; undefined when nothing is there. */
export function targetOf(reference: string, root: unknown, effort?: Effort): Place | undefined {
  if (reference === '#') return placeOf(root, effort)
  if (!reference.startsWith('#/')) return undefined
  const path = decoded(reference.slice(2))
  if (path === undefined) return undefined
  const target = path
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(written, placeOf(root, effort))
  return target.value === undefined ? undefined : target
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Follows references. One that leads nowhere gives a place without a value: the rule `references` reports it. */
export function follow(place: Place): Place {
  let current = place
  for (let hop = 0; hop < maxHops; hop += 1) {
    const { value, root, effort } = current
    if (!isObject(value) || !Object.hasOwn(value, '$ref') || typeof value.$ref !== 'string') return current
    const target = targetOf(value.$ref, root, effort)
    if (!target) break
    current = target
  }
  return { ...place, value: undefined }
}

/** The place below these keys. Its value is undefined when a key is missing. */
export const at = (place: Place, ...keys: (string | number)[]): Place =>
  keys.reduce<Place>((parent, key) => follow(written(parent, key)), place)

/** The members of an object; none when it is something else. */
export const membersOf = (place: Place): [name: string, member: Place][] =>
  isObject(place.value) ? Object.keys(place.value).map((name) => [name, at(place, name)]) : []

/** The items of a list; none when it is something else. */
export const itemsOf = (place: Place): Place[] =>
  Array.isArray(place.value) ? Array.from(place.value, (_, index) => at(place, index)) : []

export const textOf = ({ value }: Place): string | undefined => (typeof value === 'string' ? value : undefined)

/** Whether the value is a text with more than white space. */
export const isText = ({ value }: Place): boolean => typeof value === 'string' && value.trim() !== ''

export const isThere = ({ value }: Place): boolean => value !== undefined

/** The value in a message: on one line, and not too long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return clipped(typeof value === 'string' ? `'${value}'` : JSON.stringify(value))
}

/** The text, when it is short enough for a message; else its beginning. */
export const clipped = (text: string): string => (text.length > maxShown ? `${text.slice(0, maxShown)}...` : text)

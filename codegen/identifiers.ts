// Identifiers made from the contract's names: safe in TypeScript, distinct, and the same in every run.
import type { Method } from './contract.ts'

/** Words that cannot name a variable, a function or a type in a module. */
const reservedWords = new Set(
  [
    'abstract arguments any as asserts async await bigint boolean break case catch class const constructor continue',
    'debugger declare default delete do else enum eval export extends false finally for function global if implements',
    'import in infer instanceof interface is keyof let module namespace never new null number object of out override',
    'package private protected public readonly require return satisfies static string super switch symbol this',
    'throw true try type typeof undefined unique unknown using var void while with yield',
  ].flatMap((line) => line.split(' ')),
)

/** Types of the language, and the types that generated code takes from the platform. A type of this name would hide them. */
const globalTypes = new Set(
  [
    'AggregateError AggregateErrorConstructor Array ArrayBuffer AsyncIterable AsyncIterableIterator AsyncIterator',
    'Atomics Awaited BigInt Blob BodyInit Boolean Capitalize ConstructorParameters DataView Date Error EvalError',
    'Exclude Extract File FormData Function Generator Headers Infinity InstanceType Intl Iterable Iterator JSON',
    'Lowercase Map Math NaN NoInfer NonNullable Number Object Omit OmitThisParameter Parameters Partial Pick Promise',
    'PromiseLike Proxy RangeError Readonly ReadonlyArray ReadonlyMap ReadonlySet ReadableStream Record',
    'ReferenceError Reflect RegExp Request Required Response ReturnType Set SharedArrayBuffer String Symbol',
    'SyntaxError ThisType TypeError URIError URL URLSearchParams Uint8Array Uncapitalize Uppercase WeakMap WeakRef WeakSet',
  ].flatMap((line) => line.split(' ')),
)

/** Members that every object has, and `then`, which would make an object a promise. */
const objectMembers = new Set(
  [...Object.getOwnPropertyNames(Object.prototype), 'then', 'prototype'].map((name) => name.toLowerCase()),
)

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u
const isIdentifier = (text: string) => identifier.test(text)
const isReserved = (text: string) => reservedWords.has(text) || objectMembers.has(text.toLowerCase())

export const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Whether the text can name a type of its own, and hides none of the language's. */
export const isFreeType = (text: string) => !isReserved(text) && !globalTypes.has(text)
/** Whether the text can name a variable, and is no member that every object has. */
export const isFreeVariable = (text: string) => !isReserved(text)
/** Whether the text can name a member of an object. Reserved words can. */
export const isFreeMember = (text: string) => !objectMembers.has(text.toLowerCase())

/** The name of a variable or a member: `pet-id` → `petId`. A text that is an identifier stays, but begins small. */
export function variableFrom(text: string): string {
  const joined = isIdentifier(text) ? text : joinedWords(text)
  return /^\p{Lu}(?![\p{Lu}\d_$])/u.test(joined) ? joined.charAt(0).toLowerCase() + joined.slice(1) : joined
}

/** The name of a type: `probes.v1.Probe` → `ProbesV1Probe`. A text that is an identifier stays, but begins large. */
export const typeFrom = (text: string): string => capitalize(isIdentifier(text) ? text : joinedWords(text))

/** The name of a file without its ending: letters of ASCII, in lower case where the text is no plain name. */
export function fileFrom(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  const words = plain.match(/[A-Za-z0-9]+/g) ?? []
  return /^[a-z0-9][a-zA-Z0-9_-]*$/.test(text) ? text : words.join('-').toLowerCase() || 'other'
}

/** The words of the text as one identifier in camelCase. Signs between words go; a text without words is `other`. */
function joinedWords(text: string): string {
  const words = text.normalize('NFC').match(/[\p{ID_Continue}$]+/gu) ?? ['other']
  const [first = '', ...others] = words
  const joined = first + others.map(capitalize).join('')
  return isIdentifier(joined) ? joined : `_${joined}`
}

/** How names of one kind are made. */
export type Naming = {
  /** The name that is wanted for a key. */
  of: (key: string) => string
  isFree: (name: string) => boolean
  /** Is put behind a name that is not free, before a number is. */
  suffix: string
  /** Files differ in more than the case of letters, because some file systems do not see it. */
  ignoresCase?: boolean
}

/**
 * A name for each key. Keys that are names already come first, so a key that must change never takes the name of
 * another one. Later keys of one name get the suffix and a number.
 */
export function distinctNames(
  keys: string[],
  { of, isFree, suffix, ignoresCase = false }: Naming,
): Map<string, string> {
  const folded = (name: string) => (ignoresCase ? name.toLowerCase() : name)
  const taken = new Set<string>()
  const names = new Map<string, string>()
  const give = (key: string, name: string) => {
    taken.add(folded(name))
    names.set(key, name)
  }
  const isOpen = (name: string) => isFree(name) && !taken.has(folded(name))
  const unique = [...new Set(keys)]
  for (const key of unique) if (of(key) === key && isOpen(key)) give(key, key)
  for (const key of unique) {
    if (names.has(key)) continue
    const wanted = of(key)
    const name = [wanted, wanted + suffix].find(isOpen) ?? numbered(wanted + (isFree(wanted) ? '' : suffix), isOpen)
    give(key, name)
  }
  return new Map(unique.map((key) => [key, names.get(key) ?? key]))
}

function numbered(name: string, isOpen: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) if (isOpen(`${name}${number}`)) return `${name}${number}`
}

/** The operationId of an operation that has none: `GET /pets/{petId}/photos` → `getPetsByPetIdPhotos`. */
export function operationIdFrom(method: Method, path: string): string {
  const steps = path.split('/').filter(Boolean)
  const words = steps.map((step) => {
    const parts = step.match(/\{[^}]*\}|[^{}]+/g) ?? []
    return parts.map((part) => (part.startsWith('{') ? `By${wordOf(part)}` : wordOf(part))).join('')
  })
  return method + (words.join('') || 'Root')
}

/** A step of a path as words that begin large. */
const wordOf = (text: string) => (text.match(/[A-Za-z0-9]+/g) ?? []).map(capitalize).join('')

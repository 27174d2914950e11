// The checks that refuse wrong options: unknown names, values of another type, addresses and credentials.
import { fail } from './errors.ts'
import { headersOf } from './headers.ts'
import { defaults } from './options.ts'

/** The known options. Each has words that name its types. A number stands for numbers, and '' for a check of its own. */
export type OptionTypes = Record<string, string | number>

const text = 'a string'
const plain = 'a plain Object'

/** The options of a client and of a call. */
const common: OptionTypes = { ...defaults, headers: plain, fetchOptions: plain }
export const callTypes: OptionTypes = {
  ...common,
  // fetch takes null, too.
  signal: 'an AbortSignal or Null',
  idempotencyKey: text,
  ifMatch: text,
  ifNoneMatch: text,
}
export const clientTypes: OptionTypes = {
  ...common,
  baseUrl: '',
  token: '',
  apiKey: '',
  fetch: 'a function',
  cacheScope: text,
  observe: 'the Observe of its entry',
  validate: "a function or 'answers'",
}

/** How the names begin that a client with `observe` knows. */
const isHook = /^(log$|on(Re|Er))/

/** A copy without undefined options. An unknown name is refused, and a value of another type. */
export function checked<Given extends object>(given: Given | null | undefined, types: OptionTypes): Given {
  const present: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(optionsOf(given)) as [string, unknown][]) {
    if (value === undefined) continue
    if (!Object.hasOwn(types, name)) {
      if (isHook.test(name) && !types.onError) fail(`${name} needs the option observe`)
      fail(`${name} is no option. Is it ${nearest(name, Object.keys(types))}?`)
    }
    ofType(types[name], name, value)
    // Safe cast: its values are tested there.
    if (name === 'headers') headersOf(value as Record<string, string>)
    if (name === 'fetchOptions')
      for (const own in value as object)
        if (/^(method|body|headers|signal|redirect)$/.test(own)) fail(`${name} takes no ${own}`)
    present[name] = value
  }
  // Safe cast: only undefined members are missing.
  return present as Given
}

/** A copy. No options are none, and a signal or a Headers in their place is refused: nothing of it would be read. */
export function optionsOf<Given extends object>(given: Given | null | undefined): Given {
  ofType(plain, 'options', given ?? {})
  // Safe cast: all members of the options may be missing.
  return { ...given } as Given
}

/** Refuses a value of another type. The error shows no text: errors end up in logs, and headers may be credentials. */
function ofType(wanted: string | number | undefined, name: string, value: unknown): void {
  const words = typeof wanted === 'number' ? 'a number from 0 on' : wanted
  const type = typeOf(value)
  if (words && !words.includes(type) && !words.includes(value === 'answers' ? value : type))
    fail(`${name} must be ${words}, not ${type}`)
}

export function typeOf(value: unknown): string {
  // An empty condition may get lost on its way.
  if (value === '') return "''"
  // With NaN a call would wait or repeat without end.
  if (typeof value === 'number' && !(value >= 0)) return String(value)
  if (typeof value !== 'object') return typeof value
  // Not every platform's signal says that it is one.
  // Safe cast: the member of any object may be tested.
  return (value as Partial<AbortSignal> | null)?.addEventListener ? 'AbortSignal' : {}.toString.call(value).slice(8, -1)
}

/** The known name that has the largest part of its pairs of letters in the given name. */
function nearest(given: string, known: string[]): string | undefined {
  const likeness = (name: string) =>
    name.split('').filter((letter, index) => given.toLowerCase().includes(`${letter}${name[index + 1]}`.toLowerCase()))
      .length / name.length
  return known.sort((one, other) => likeness(other) - likeness(one))[0]
}

/** The address in front of every path, as URL writes it. */
export function addressOf(baseUrl: string): string {
  let address = ''
  try {
    // Browsers take a path, too. A value of another type throws here: it has no `trim`.
    address = new URL(`${baseUrl.trim()}/`, (globalThis as { location?: Location }).location?.href).href
  } catch {
    // It is refused below.
  }
  // The error does not show it, because it may hold a password, and errors end up in logs.
  if (!/^https?:\/\/[^/@]+\/[^?#]*$/.test(address))
    fail('baseUrl must be an http or https URL without password and query')
  return address.replace(/\/+$/, '')
}

/** The credential, unchanged; `null` is none. The error does not show a wrong one, because errors end up in logs. */
export function credential(name: string, value: string | null | undefined): string | null | undefined {
  const isGiven = value !== undefined && value !== null
  // Not every caller has a compiler.
  if (isGiven && !(typeof value === 'string' && /^\s*[!-~]+\s*$/.test(value)))
    fail(`${name} must be visible ASCII, without the word Bearer`)
  return value
}

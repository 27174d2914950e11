// The checks that refuse wrong options: unknown names, numbers that are none, addresses and credentials.
import { fail } from './errors.ts'
import { defaults } from './options.ts'

export const callNames = ['headers', 'fetchOptions', 'signal', 'idempotencyKey', 'ifMatch', 'ifNoneMatch']
export const clientNames = [
  'headers',
  'fetchOptions',
  'baseUrl',
  'token',
  'apiKey',
  'fetch',
  'cacheScope',
  'observe',
  'validate',
]

/** The names that a client with `observe` knows. */
const isHook = /^(log|on(Request|Response|Retry|Error))$/

/** The options without the undefined ones. An unknown name is refused, and a number that is none. */
export function checked<Given extends object>(given: Given, others: string[], numbers = Object.keys(defaults)): Given {
  const present: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(Object(given) as object) as [string, unknown][]) {
    if (value === undefined) continue
    // With NaN a call would wait or repeat without end.
    if (numbers.includes(name)) {
      if (!(typeof value === 'number' && value >= 0)) refuse(name, 'a number from 0 on', value)
    } else if (!others.includes(name)) {
      if (isHook.test(name)) fail(`${name} needs the option observe`)
      fail(`${name} is no option. Is it ${nearest(name, numbers.concat(others))}?`)
    }
    if (typeof value !== 'function') {
      if (name === 'fetch') refuse(name, 'a function', value)
      if (name === 'validate' && value !== 'answers') refuse(name, "a function or 'answers'", value)
    }
    // Of a Headers and of a Map no member would be sent.
    // Safe cast: the member of any value may be tested.
    if (name === 'headers' && (value as Partial<Iterable<unknown>> | null)?.[Symbol.iterator])
      fail(`${name} must be a plain object`)
    if (name === 'fetchOptions') {
      for (const own in value as object)
        if (/^(method|body|headers|signal|redirect)$/.test(own))
          fail(`${name} takes no ${own}: each attempt has its own`)
    }
    present[name] = value
  }
  // Safe cast: only undefined members are missing.
  return present as Given
}

/** The known name that has the largest part of its letters in pairs of the given name. */
function nearest(given: string, known: string[]): string | undefined {
  const letters = given.toLowerCase().split('')
  const likeness = (name: string) =>
    letters.filter((letter, index) => name.toLowerCase().includes(`${letter}${letters[index + 1]}`)).length /
    name.length
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

/** The credential, unchanged. The error does not show a wrong one, because errors end up in logs. */
export function credential(name: string, value: string | undefined): string | undefined {
  // Safe cast: `undefined` is tested as the text 'undefined', which fits.
  if (!/^\s*[!-~]+\s*$/.test(value as unknown as string)) fail(`${name} must be visible ASCII, without the word Bearer`)
  return value
}

export const refuse = (name: string, wanted: string, value: unknown): never =>
  fail(`${name} must be ${wanted}, not ${typeof value === 'string' ? `'${value}'` : String(value)}`)

// Refuses wrong options of a sign-in: a name that is misspelled would change nothing, and nobody would notice.
import type { BrowserAuthOptions } from './options.ts'

const isText = (value: unknown) => typeof value === 'string' && value !== ''

const isStorage = (value: unknown) =>
  ['getItem', 'setItem', 'removeItem'].every(
    // Safe cast: the members of any value may be tested.
    (name) => typeof (Object(value) as Record<string, unknown>)[name] === 'function',
  )

/** As URL writes it. The error does not show it: it may hold a password. */
function isAddress(value: unknown): boolean {
  try {
    return typeof value === 'string' && /^https?:\/\/[^/@]+\/[^?#]*$/.test(new URL(value).href)
  } catch {
    return false
  }
}

/** The options, and for each of them what it must be. */
const rules: Record<keyof BrowserAuthOptions, [words: string, isRight: (value: unknown) => boolean]> = {
  issuer: ['an http or https URL without password and query', isAddress],
  clientId: ['the id of an app client', isText],
  redirectUri: ['a URL or a path', isText],
  scopes: ['a list', Array.isArray],
  storage: [
    'session, local, memory or an object with getItem, setItem and removeItem',
    (value) => value === 'session' || value === 'local' || value === 'memory' || isStorage(value),
  ],
  use: ['access or id', (value) => value === 'access' || value === 'id'],
  renewBefore: ['a number from 0 on', (value) => Number.isFinite(value) && Number(value) >= 0],
}

/** Not every caller has a compiler. */
export function checkOptions(given: BrowserAuthOptions | null | undefined): void {
  const options: Record<string, unknown> = given ?? {}
  const known = Object.keys(rules)
  for (const name in options) {
    if (!known.includes(name)) throw new Error(`${name} is no option. The options are ${known.join(', ')}`)
  }
  for (const [name, [words, isRight]] of Object.entries(rules)) {
    const isLeftOut = options[name] === undefined && name !== 'issuer' && name !== 'clientId'
    if (!isLeftOut && !isRight(options[name])) throw new Error(`${name} must be ${words}`)
  }
}

// Refuses wrong options of a sign-in: a name that is misspelled would change nothing, and nobody would notice.
import type { BrowserAuthOptions } from './options.ts'

const isText = (value: unknown) => typeof value === 'string' && value !== ''
// Safe cast: the member of any value may be tested.
const isStorage = (value: unknown) => typeof (Object(value) as { setItem?: unknown }).setItem === 'function'

/** The options, and for each of them what it must be. */
const rules: Record<keyof BrowserAuthOptions, [words: string, isRight: (value: unknown) => boolean]> = {
  issuer: ['an http or https URL', (value) => isText(value) && /^https?:\/\/\w/.test(String(value))],
  clientId: ['the id of an app client', isText],
  redirectUri: ['a URL or a path', isText],
  scopes: ['a list', Array.isArray],
  storage: [
    'session, local, memory or a storage',
    (value) => value === 'session' || value === 'local' || value === 'memory' || isStorage(value),
  ],
  use: ['access or id', (value) => value === 'access' || value === 'id'],
  renewBefore: ['a number from 0 on', (value) => Number(value) >= 0],
}

const needed = ['issuer', 'clientId']

export function checkOptions(options: BrowserAuthOptions): void {
  for (const name of [...needed, ...Object.keys(options)]) {
    if (!Object.hasOwn(rules, name)) throw new Error(`${name} is no option`)
    // Safe cast: it is one of the names.
    const option = name as keyof BrowserAuthOptions
    const [words, isRight] = rules[option]
    const isLeftOut = options[option] === undefined && !needed.includes(name)
    if (!isLeftOut && !isRight(options[option])) throw new Error(`${name} must be ${words}`)
  }
}

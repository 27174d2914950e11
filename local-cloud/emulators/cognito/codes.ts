// Authorization codes: each is exchanged once, within five minutes.
import { randomUUID } from 'node:crypto'
import type { Authorization } from './authorize.ts'

/** A sign-in: the person, and when (in milliseconds since the epoch). */
export type SignIn = { user: string; at: number }
export type Grant = Authorization & { signIn: SignIn }

const lifetimeMilliseconds = 5 * 60_000

export type Codes = ReturnType<typeof createCodes>

export function createCodes(now: () => number) {
  const granted = new Map<string, { grant: Grant; expires: number }>()

  const find = (code: string): Grant | undefined => {
    const found = granted.get(code)
    return found && found.expires > now() ? found.grant : undefined
  }
  return {
    issue: (grant: Grant): string => {
      for (const [code, { expires }] of granted) if (expires <= now()) granted.delete(code)
      const code = randomUUID()
      granted.set(code, { grant, expires: now() + lifetimeMilliseconds })
      return code
    },
    find,
    /** The grant of the code, which is used up. */
    take: (code: string): Grant | undefined => {
      const grant = find(code)
      granted.delete(code)
      return grant
    },
  }
}

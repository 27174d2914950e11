// The browser's session with the pool: for an hour the next sign-in asks nobody again, until the logout.
import { randomUUID } from 'node:crypto'
import type { SignIn } from './codes.ts'

/** Cognito's own: an hour (managed login's session cookie). */
const lifetimeSeconds = 3600
const attributes = 'Path=/; HttpOnly; SameSite=Lax'

const idIn = (cookies = '') => /(?:^|; *)cognito=([\w-]+)/.exec(cookies)?.[1] ?? ''

export function createSessions(now: () => number) {
  const sessions = new Map<string, SignIn>()
  return {
    /** The sign-in that the request's cookies name. */
    find: (cookies: string | undefined): SignIn | undefined => {
      const found = sessions.get(idIn(cookies))
      return found && found.at + lifetimeSeconds * 1000 > now() ? found : undefined
    },
    /** Returns the cookie to set. */
    begin: (signIn: SignIn): string => {
      for (const [old, { at }] of sessions) if (at + lifetimeSeconds * 1000 <= now()) sessions.delete(old)
      const id = randomUUID()
      sessions.set(id, signIn)
      return `cognito=${id}; ${attributes}; Max-Age=${lifetimeSeconds}`
    },
    /** Returns the cookie to set. */
    end: (cookies: string | undefined): string => {
      sessions.delete(idIn(cookies))
      return `cognito=; ${attributes}; Max-Age=0`
    },
  }
}

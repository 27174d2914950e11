// New tokens for a sign-in: one renewal for all callers and tabs, because a refresh token works once.
import type { Browser } from './browser.ts'
import type { Session, Sessions } from './session.ts'
import { SignInError } from './sign-in-error.ts'
import type { TokenRequests, Tokens } from './tokens.ts'
import { claimsIn } from './user.ts'

/**
 * Milliseconds for which a tab holds the lock after it has written new tokens. Tabs can be processes of their own, and a
 * storage shows them what another one has written a moment later. Without it the next tab would find the used refresh token.
 */
const spreadTime = 250

type Renewal = { key: string; sessions: Sessions; requests: TokenRequests; browser: Browser }

/** Gives the function that replaces a session's tokens. It gives `undefined` when the sign-in has ended. */
export function createRenewal({ key, sessions, requests, browser }: Renewal) {
  let running: Promise<Session | undefined> | undefined

  const renew = async (stale: Session, written: () => void) => {
    const current = sessions.read()
    // Another tab was faster, or the person has signed out.
    if (current?.accessToken !== stale.accessToken) return current
    const { id, refreshToken } = current
    const tokens = refreshToken === undefined ? undefined : await requests.renew(refreshToken).catch(isOver)
    const now = sessions.read()
    if (now?.refreshToken !== refreshToken || now?.id !== id) {
      // Meanwhile the sign-in has ended, or another tab without locks was faster. What came too late must not live on.
      if (now?.id !== id && tokens?.refreshToken !== undefined) await requests.revoke(tokens.refreshToken)
      return now
    }
    if (!tokens || (tokens.sub !== undefined && tokens.sub !== claimsIn(current.idToken).sub)) {
      sessions.end()
      return undefined
    }
    const renewed = { ...current, ...sessionOf(tokens, id) }
    sessions.write(renewed)
    written()
    return renewed
  }
  // A page without locks has only its own renewals in order. A page whose storages are blocked has no locks either.
  const locked = async (stale: Session) => {
    // Safe cast: the compiler does not see that the lock's work changes it.
    let isHeld = false as boolean
    try {
      const locks = browser.navigator?.locks
      if (locks)
        return await new Promise<Session | undefined>((resolve, reject) => {
          const work = async () => {
            isHeld = true
            // Safe cast: nor that of the renewal.
            let isWritten = false as boolean
            resolve(await renew(stale, () => void (isWritten = true)))
            if (isWritten) await new Promise((passed) => setTimeout(passed, spreadTime))
          }
          locks.request(key, work).catch(reject)
        })
    } catch (error) {
      if (isHeld) throw error
    }
    return renew(stale, () => undefined)
  }

  return (stale: Session): Promise<Session | undefined> =>
    (running ??= locked(stale).finally(() => (running = undefined)))
}

/** What a provider's answer changes of a session. */
export const sessionOf = ({ accessToken, idToken, refreshToken, lifetime }: Tokens, id: string) => ({
  id,
  accessToken,
  ...(idToken !== undefined && { idToken }),
  ...(refreshToken !== undefined && { refreshToken }),
  expiresAt: Date.now() + lifetime * 1000,
})

/** The refresh token has expired, or was revoked. Any other failure may go away, and ends no sign-in. */
function isOver(error: unknown): undefined {
  if (!(error instanceof SignInError) || error.code !== 'invalid_grant') throw error
}

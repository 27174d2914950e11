// The token function of the client: the kept token, or a new one when it is about to expire or was rejected.
import type { TokenSource } from '../options.ts'
import type { Session, Sessions } from './session.ts'

type Given = {
  sessions: Sessions
  renew: (stale: Session) => Promise<Session | undefined>
  use: 'access' | 'id'
  /** Milliseconds before the end. */
  renewBefore: number
}

export function createTokenFunction({ sessions, renew, use, renewBefore }: Given): TokenSource {
  const tokenOf = (session: Session | undefined) => (use === 'id' ? session?.idToken : session?.accessToken)

  return async ({ rejected, signal }) => {
    const session = sessions.read()
    if (!session) return undefined
    const token = tokenOf(session)
    const left = session.expiresAt - Date.now()
    if (token !== rejected && left > renewBefore) return token
    try {
      // Nobody aborts the renewal itself: its answer holds the only refresh token that still works.
      return tokenOf(await unlessAborted(renew(session), signal))
    } catch (error) {
      if (signal.aborted || token === rejected || left <= 0) throw error
      return token
    }
  }
}

async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted()
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    // An abort's reason is any value of the caller's.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop))
}

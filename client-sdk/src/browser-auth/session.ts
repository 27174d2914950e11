// The tokens of a signed-in person: where they are kept, and how the tabs of one sign-in learn of each other's changes.
import type { Browser } from './browser.ts'
import type { BrowserAuthOptions } from './options.ts'
import { storageOf } from './storage.ts'
import { claimsIn } from './user.ts'

export type Session = {
  /** Names the sign-in: its renewals have the same. */
  id: string
  accessToken: string
  idToken: string
  refreshToken?: string
  /** Milliseconds since the epoch, by the clock of this machine. */
  expiresAt: number
}
export type Sessions = ReturnType<typeof createSessions>

/** What a tab tells the others of its sign-in. A duplicated tab has the same sign-in in a storage of its own. */
type News = { id: string; session?: Session }

export function createSessions(key: string, kind: BrowserAuthOptions['storage'] = 'session', browser: Browser) {
  const listeners = new Set<() => void>()
  const storage = storageOf(kind, browser)
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const put = (session: Session | undefined) => {
    if (session) storage()?.setItem(key, JSON.stringify(session))
    else storage()?.removeItem(key)
    changed()
  }
  const peek = () => sessionIn(storage()?.getItem(key))
  const tell = createTabs(key, kind, browser, {
    heard: ({ id, session }) => {
      if (peek()?.id === id) put(session)
    },
    changed,
  })
  return {
    read: () => {
      tell()
      return peek()
    },
    write: (session: Session) => {
      put(session)
      tell({ id: session.id, session })
    },
    end: () => {
      const ended = peek()
      put(undefined)
      if (ended) tell({ id: ended.id })
    },
    /** Calls the listener after each change, also of another tab. Returns how to stop. */
    onChange: (listener: () => void) => {
      tell()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Gives a function that listens to the other tabs from its first call on, and tells them the news. */
function createTabs(
  key: string,
  kind: NonNullable<BrowserAuthOptions['storage']>,
  { location, addEventListener }: Browser,
  { heard, changed }: { heard: (news: News) => void; changed: () => void },
): (news?: News) => void {
  let channel: BroadcastChannel | undefined
  let isListening = false
  return (news) => {
    // The others see what is in their shared storage, and nobody else has what is in memory.
    if (!location || kind === 'memory') return
    if (kind === 'local') {
      if (!isListening) addEventListener?.('storage', (event) => [key, null].includes(event.key) && changed())
      isListening = true
      return
    }
    // Safe cast: only this file posts to the channel.
    channel ??= channelOf(key, (data) => heard(data as News))
    if (news) channel?.postMessage(news)
  }
}

/** Nothing where the page may not have one, as in a frame of a sandbox. */
function channelOf(key: string, heard: (data: unknown) => void): BroadcastChannel | undefined {
  try {
    return Object.assign(new BroadcastChannel(key), { onmessage: ({ data }: MessageEvent) => heard(data) })
  } catch {
    return undefined
  }
}

/** Anything else in its place counts as nobody signed in. */
function sessionIn(text: string | null | undefined): Session | undefined {
  try {
    // Safe cast: only this file writes it, and what others wrote is tested.
    const session = JSON.parse(text ?? 'null') as Partial<Session> | null
    if (typeof session?.accessToken !== 'string' || typeof session.idToken !== 'string') return undefined
    // It throws where this is no token.
    claimsIn(session.idToken)
    return session as Session
  } catch {
    return undefined
  }
}

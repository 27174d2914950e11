// The tokens of a client's calls. Calls that get a 401 at the same time share one refresh.
import type { ClientOptions, TokenSource } from './options.ts'

type Token = string | undefined

/** Gives the token for an attempt, and a function that gives another one when the service has rejected the first. */
export type TokenReader = (signal: AbortSignal) => Promise<[Token, (() => Promise<Token>)?]>

export function tokensOf(source: ClientOptions['token']): TokenReader {
  let latest: Refresh | undefined
  return async (signal) => {
    if (typeof source !== 'function') return [source]
    // A refresh that is over cannot replace the token that is read now.
    const past = latest?.isOver ? latest : undefined
    const token = await source({ rejected: undefined, signal })
    if (!token) return [token]
    const next = () => {
      if (latest === past || latest?.rejected !== token) latest = refreshOf(source, token)
      return latest.join(signal)
    }
    return [token, next]
  }
}

type Refresh = { rejected: string; isOver: boolean; join: (signal: AbortSignal) => Promise<Token> }

/** Asks for another token. Its signal fires when every call that waits for it has been aborted. */
function refreshOf(source: TokenSource, rejected: string): Refresh {
  const controller = new AbortController()
  let waiting = 0
  const fresh = (async () => source({ rejected, signal: controller.signal }))().finally(() => (refresh.isOver = true))
  const refresh: Refresh = {
    rejected,
    isOver: false,
    join: (signal) => {
      waiting++
      signal.addEventListener('abort', () => --waiting || controller.abort(signal.reason))
      return fresh
    },
  }
  return refresh
}

// The tokens of a client's calls. Calls that get a 401 at the same time share one refresh.
import type { ClientOptions } from './options.ts'

type Token = string | undefined
type Join = (signal: AbortSignal) => Promise<Token>

/** Gives the token for an attempt, and a function that gives another one when the service has rejected the first. */
export type TokenReader = (signal: AbortSignal) => Promise<[Token?, (() => Promise<Token>)?]>

export function tokensOf(source: ClientOptions['token']): TokenReader {
  // The token that the latest refresh replaces, the way to wait for it, and the same once it is over.
  let rejected: Token
  let latest: Join | undefined
  let over: Join | undefined
  return async (signal) => {
    if (typeof source !== 'function') return [source]
    // Async, so that a function that throws at once rejects.
    const ask = async (signal: AbortSignal, rejected?: Token) => source({ rejected, signal })
    // A refresh that is over cannot replace the token that is read now.
    const past = over
    const token = await ask(signal)
    if (!token) return []
    const next = () => {
      if (latest && latest !== past && rejected === token) return latest(signal)
      // Its signal fires when every call that waits for the refresh has been aborted.
      const controller = new AbortController()
      let waiting = 0
      const fresh = ask(controller.signal, token).finally(() => {
        if (latest === join) over = join
      })
      const join: Join = (caller) => {
        waiting++
        caller.addEventListener('abort', () => {
          if (--waiting) return
          // A refresh that was told to end gives nobody a token.
          if (latest === join && over !== join) latest = undefined
          controller.abort(caller.reason)
        })
        return fresh
      }
      latest = join
      rejected = token
      return join(signal)
    }
    return [token, next]
  }
}

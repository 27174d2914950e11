// A cache of verified tokens: each stays until it expires or the key set changes, and the cache has a maximum size.
import type { Claims } from './claims.ts'

const capacity = 500

/** @param currentKeys The key set by which tokens are verified now. Another set is another object. */
export function rememberVerified<Keys extends object>(
  verify: (token: string, keys: Keys | undefined) => Promise<Claims>,
  currentKeys: () => Keys | undefined | Promise<Keys> = () => undefined,
) {
  const verified = new Map<string, { claims: Claims; keys: Keys | undefined }>()

  return async (token: string): Promise<Claims> => {
    const now = currentKeys()
    const keys = now instanceof Promise ? await now : now
    const known = verified.get(token)
    if (known && known.keys === keys && known.claims.exp > Date.now() / 1000) return known.claims
    verified.delete(token)
    const claims = await verify(token, keys)
    const [oldest] = verified.keys()
    if (verified.size >= capacity && oldest !== undefined) verified.delete(oldest)
    // The set may have changed meanwhile. The token is then verified again, by the newer set.
    verified.set(token, { claims, keys })
    return claims
  }
}

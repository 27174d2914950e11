// A cache of verified tokens: each stays until it expires, and the cache has a maximum size.
import type { Claims } from './claims.ts'

const capacity = 500

export function rememberVerified(verify: (token: string) => Promise<Claims>) {
  const verified = new Map<string, Claims>()

  return async (token: string): Promise<Claims> => {
    const known = verified.get(token)
    if (known && known.exp > Date.now() / 1000) return known
    verified.delete(token)
    const claims = await verify(token)
    const [oldest] = verified.keys()
    if (verified.size >= capacity && oldest !== undefined) verified.delete(oldest)
    verified.set(token, claims)
    return claims
  }
}

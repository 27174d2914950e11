// The user pool's signing keys: the key of a token by its id. An unknown id is a reason to fetch the keys again.
import { JwtWithoutValidKidError, KidNotFoundInJwksError } from 'aws-jwt-verify/error'
import { SimpleJwksCache, type Jwks, type JwksCache, type JwkWithKid } from 'aws-jwt-verify/jwk'
import { deadlines } from '../deadlines.ts'
import { createKeySets, type KeySet } from './key-sets.ts'

/** The least time between two fetches for unknown keys: anyone can name a key that does not exist. */
const unknownKeyMilliseconds = 5000

export type SigningKeys = JwksCache & {
  /** The key set, at most ten minutes old. Undefined before the first need. Another set is another object. */
  current: () => Jwks | undefined | Promise<Jwks>
  /** Fetches the key set before it is needed. A failure leaves no trace: the first request tries again. */
  prime: (jwksUri: string) => Promise<Jwks>
}

/**
 * @param endpoint The address to use instead of Cognito's public host. The variable
 *   `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER` has the same meaning for the AWS SDK.
 */
export function createSigningKeys(endpoint: string | undefined, milliseconds: number = deadlines.Cognito): SigningKeys {
  const keySets = createKeySets(endpoint, milliseconds)
  let unknownAt = -Infinity
  let uri = ''

  const getJwk: JwksCache['getJwk'] = async (jwksUri, { header: { kid } }) => {
    if (typeof kid !== 'string') throw new JwtWithoutValidKidError('The token names no key.')
    uri = jwksUri
    const before = keySets.fetches()
    const find = ({ jwks, fetch }: KeySet) => {
      const key = jwks.keys.find((candidate): candidate is JwkWithKid => candidate.kid === kid)
      // The set is newer than the token, so another fetch would not find the key.
      if (!key && fetch > before) unknownAt = Date.now()
      return key
    }
    const known = find(await keySets.usable(uri)) ?? (keySets.isFetching() && find(await keySets.refreshed(uri)))
    if (known) return known
    if (Date.now() - unknownAt >= unknownKeyMilliseconds) {
      unknownAt = Date.now()
      const added = find(await keySets.refreshed(uri))
      if (added) return added
    }
    // The last fetch has failed: nobody knows whether the pool has this key.
    throw keySets.problem() ?? new KidNotFoundInJwksError(`The pool has no key ${kid}.`)
  }

  const current = () => {
    const keySet = keySets.isEmpty() ? undefined : keySets.usable(uri)
    return keySet instanceof Promise ? keySet.then(({ jwks }) => jwks) : keySet?.jwks
  }
  const prime = async (jwksUri: string) => {
    uri = jwksUri
    return (await keySets.primed(uri)).jwks
  }
  return Object.assign(new SimpleJwksCache(), { getJwk, current, prime })
}

// Frontdesk's dependencies replaced by its own token check and its own DynamoDB client.
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { createAuthenticate } from '../../../server/auth/authenticate.ts'
import { createDocuments } from '../../../server/repositories/documents.ts'
import { pool } from '../pool.ts'
import { createStore } from '../store.ts'
import { createDependencies as withoutServices } from './dependencies.ts'

export function createDependencies() {
  const { userPoolId, clientId, jwksUri, jwks } = pool()
  const jwksCache = new SimpleJwksCache()
  jwksCache.addJwks(jwksUri, jwks)
  return {
    ...withoutServices(),
    authenticate: createAuthenticate({ userPoolId, userClientId: clientId, accessClientIds: [clientId], jwksCache }),
    store: createStore(createDocuments()),
  }
}

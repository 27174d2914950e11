// The engine with Frontdesk's own token check, its own keys and its own DynamoDB client.
import { clientId, userPoolId } from '../api.ts'
import { createAuthenticate } from '../../server/auth/authenticate.ts'
import { createSigningKeys } from '../../server/auth/jwks.ts'
import { createDocuments } from '../../server/repositories/documents.ts'
import { ourDependencies } from './ours.ts'
import { createStore } from './store.ts'

export function ourDependenciesWithServices() {
  const documents = createDocuments(process.env)
  const signingKeys = createSigningKeys(process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER)
  return {
    ...ourDependencies(),
    authenticate: createAuthenticate({ userPoolId, userClientId: clientId, accessClientIds: [clientId], signingKeys }),
    store: createStore({ ...documents, query: async (input) => (await documents.query(input)).Items }),
  }
}

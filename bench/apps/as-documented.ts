// Token check and DynamoDB as their documentation shows them: the verifier fetches the keys of its pool, and the client
// finds its settings by itself.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { SimpleFetcher } from 'aws-jwt-verify/https'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { clientId, userPoolId } from '../api.ts'
import { createStore } from './store.ts'

export function createServices() {
  const fetcher = new SimpleFetcher()
  const address = process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER
  // The verifier's own fetcher, from the emulator in the place of Cognito's host.
  const jwksCache = new SimpleJwksCache({
    fetcher: { fetch: (uri) => fetcher.fetch(new URL(new URL(uri).pathname, address).href) },
  })
  const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: 'id', clientId }, { jwksCache })
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient())
  const store = createStore({
    put: (input) => documents.send(new PutCommand(input)),
    get: async (input) => (await documents.send(new GetCommand(input))).Item,
    query: async (input) => (await documents.send(new QueryCommand(input))).Items ?? [],
  })
  /** Throws unless the header has a valid token. */
  const authenticate = (authorization = '') => verifier.verify(authorization.split(' ')[1] ?? '')
  return { authenticate, store }
}

// The floor with services: the token checked and the parcel put by the same libraries, nothing else.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { answers } from '../api/answers.ts'
import { handler as bare } from './bare.ts'
import { pool } from './pool.ts'
import { createStore } from './store.ts'

const { userPoolId, clientId, jwks } = pool()
const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: 'id', clientId })
verifier.cacheJwks(jwks)
const store = createStore(DynamoDBDocumentClient.from(new DynamoDBClient()))

export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const [, token = ''] = event.headers.Authorization?.split(' ') ?? []
  await verifier.verify(token)
  const answer = await bare(event)
  if (answer.statusCode === 201) await store.put(answers.create(JSON.parse(event.body ?? '{}') as object))
  return answer
}

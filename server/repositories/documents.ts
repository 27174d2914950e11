// The DynamoDB client that every repository shares.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { watchAttempts } from './lost-answers.ts'

/** The SDK aborts a slower request and retries it. All attempts end within the gateway's 29 s. */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true }

export function createDocuments() {
  const client = new DynamoDBClient({ requestHandler })
  watchAttempts(client)
  return DynamoDBDocumentClient.from(client, {
    // Without this, the client refuses objects that have a member named "constructor".
    marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
  })
}

export type Documents = ReturnType<typeof createDocuments>

// The DynamoDB client that every repository shares.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { bounded, createWithin } from '../dependency.ts'
import { watchAttempts } from './lost-answers.ts'

/** The SDK aborts a slower request and retries it. */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true }

export function createDocuments(milliseconds?: number) {
  const dynamodb = new DynamoDBClient({ requestHandler })
  watchAttempts(dynamodb)
  const client = DynamoDBDocumentClient.from(dynamodb, {
    // Without this, the client refuses objects that have a member named "constructor".
    marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
  })
  return bounded(client, createWithin('DynamoDB', milliseconds))
}

export type Documents = ReturnType<typeof createDocuments>

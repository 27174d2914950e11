// The DynamoDB client that every repository shares.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { bounded, createWithin, requestHandlers } from '../deadlines.ts'
import { watchAttempts } from './lost-answers.ts'

export function createDocuments(milliseconds?: number) {
  const dynamodb = new DynamoDBClient({ requestHandler: requestHandlers.DynamoDB })
  watchAttempts(dynamodb)
  const client = DynamoDBDocumentClient.from(dynamodb, {
    // Without this, the client refuses objects that have a member named "constructor".
    marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
  })
  return bounded(client, createWithin('DynamoDB', milliseconds))
}

export type Documents = ReturnType<typeof createDocuments>

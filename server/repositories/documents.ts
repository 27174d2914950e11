// The DynamoDB client that every repository shares.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A request that takes longer than this is given up and tried again, well within the gateway's 29 s. */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true }

export function createDocuments() {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler }), {
    // Else it takes an object that has a member named "constructor" for no object.
    marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
  })
}

export type Documents = ReturnType<typeof createDocuments>

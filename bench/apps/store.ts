// One put into DynamoDB, by the same client in every app that has it.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'

export type Store = ReturnType<typeof createStore>

export function createStore(documents: DynamoDBDocumentClient) {
  return { put: (Item: Record<string, unknown>) => documents.send(new PutCommand({ TableName: 'parcels', Item })) }
}

// What the apps with services keep: parcels in DynamoDB, by the SDK's document client.
import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export type Store = ReturnType<typeof createStore>

const TableName = 'parcels'

export function createStore(documents: Pick<DynamoDBDocumentClient, 'send'>) {
  return {
    put: (Item: Record<string, unknown>) => documents.send(new PutCommand({ TableName, Item })),
    get: async (id: string) => (await documents.send(new GetCommand({ TableName, Key: { id } }))).Item,
    list: async (Limit: number) => {
      const condition = {
        KeyConditionExpression: '#key = :key',
        ExpressionAttributeNames: { '#key': 'list' },
        ExpressionAttributeValues: { ':key': 'parcels' },
      }
      return (await documents.send(new QueryCommand({ TableName, IndexName: 'all', Limit, ...condition }))).Items ?? []
    },
  }
}

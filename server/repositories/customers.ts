// Customers as they are stored: an id that exists, or does not.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Documents } from './documents.ts'

export function createCustomers({ documents, tableName }: { documents: Documents; tableName: string }) {
  /** Stores the id unless it is there, and says which it was. */
  const put = async (id: string): Promise<'created' | 'present'> => {
    const command = new PutCommand({
      TableName: tableName,
      Item: { id, createdAt: new Date().toISOString() },
      ConditionExpression: 'attribute_not_exists(id)',
    })
    return documents.send(command).then(
      () => 'created',
      (error: unknown) => {
        if (error instanceof ConditionalCheckFailedException) return 'present'
        throw error
      },
    )
  }

  const exists = async (id: string): Promise<boolean> => {
    const { Item } = await documents.send(new GetCommand({ TableName: tableName, Key: { id }, ConsistentRead: true }))
    return Item !== undefined
  }

  const remove = async (id: string): Promise<void> => {
    await documents.send(new DeleteCommand({ TableName: tableName, Key: { id } }))
  }

  return { put, exists, delete: remove }
}

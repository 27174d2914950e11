// The table of a migration: its pages, and an item's change on the condition that nobody else has changed the item.
import { ConditionalCheckFailedException, ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import { GetCommand, ScanCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Change, Item } from './migration.ts'

export type MigratedTable = ReturnType<typeof openMigratedTable>

export function openMigratedTable(client: DynamoDBDocumentClient, TableName: string, partitionKey: string) {
  return {
    partitionKey,

    /** Items in the order of the table, and where the next page begins. */
    async page(after: Item | undefined, Limit: number): Promise<{ items: Item[]; next: Item | undefined }> {
      const scan = new ScanCommand({ TableName, Limit, ExclusiveStartKey: after, ConsistentRead: true })
      const { Items = [], LastEvaluatedKey } = await client.send(scan).catch((error: unknown) => {
        throw error instanceof ResourceNotFoundException ? new Error(`There is no table ${TableName}.`) : error
      })
      if (Items.some((item) => !(partitionKey in item)))
        throw new Error(`The items of ${TableName} have no ${partitionKey}: --table names another table.`)
      return { items: Items, next: LastEvaluatedKey }
    },

    async item(id: unknown): Promise<Item | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: { [partitionKey]: id }, ConsistentRead: true }),
      )
      return Item
    },

    /** Returns whether the item was changed. It was not when somebody else has changed or removed it meanwhile. */
    async change(item: Item, change: Change): Promise<boolean> {
      const Key = { [partitionKey]: item[partitionKey] }
      try {
        await client.send(new UpdateCommand({ TableName, Key, ...expressionOf(item, change, partitionKey) }))
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },
  }
}

/** With a version, the item's ETag changes too: a caller who has read the old item must not overwrite the new one. */
function expressionOf(item: Item, { set = {}, remove = [] }: Change, partitionKey: string) {
  const isVersioned = typeof item.version === 'number'
  const sets = { ...set, ...(isVersioned && { version: Number(item.version) + 1 }) }
  const guarded = isVersioned ? ['version'] : [...Object.keys(set), ...remove]
  const [names, values] = [new Map<string, string>(), new Map<string, unknown>()]
  const nameOf = (attribute: string) => {
    const alias = names.get(attribute) ?? `#n${names.size}`
    names.set(attribute, alias)
    return alias
  }
  const valueOf = (value: unknown) => {
    const alias = `:v${values.size}`
    values.set(alias, value)
    return alias
  }
  const assignments = Object.entries(sets).map(([attribute, value]) => `${nameOf(attribute)} = ${valueOf(value)}`)
  const unchanged = guarded.map((attribute) =>
    attribute in item
      ? `${nameOf(attribute)} = ${valueOf(item[attribute])}`
      : `attribute_not_exists(${nameOf(attribute)})`,
  )
  const updates = [
    ...(assignments.length > 0 ? [`SET ${assignments.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.map(nameOf).join(', ')}`] : []),
  ]
  return {
    UpdateExpression: updates.join(' '),
    ConditionExpression: [`attribute_exists(${nameOf(partitionKey)})`, ...unchanged].join(' AND '),
    ExpressionAttributeNames: Object.fromEntries([...names].map(([attribute, alias]) => [alias, attribute])),
    ...(values.size > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  }
}

// One table as one function may use it: a verb for each action that tables.ts grants, and no other verb.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { Documents } from './documents.ts'
import { tables, type Action, type TableDefinition, type TableName } from './tables.ts'

/** What DynamoDB holds under one id. */
export type Attributes = Record<string, unknown>

/** A condition on the stored item, in DynamoDB's expression language. */
export type Condition = { expression: string; names: Record<string, string>; values: Attributes }

type Verbs = {
  get: (id: string) => Promise<Attributes | undefined>
  /** Stores the item unless its id is taken. Returns whether it was stored. */
  put: (item: Attributes) => Promise<boolean>
  /** Sets some attributes and adds to others. Returns the whole item, or undefined when the condition failed. */
  update: (id: string, changes: Changes, condition: Condition) => Promise<Attributes | undefined>
  /** Returns false when the condition failed. */
  delete: (id: string, condition?: Condition) => Promise<boolean>
  query: (input: Omit<QueryCommandInput, 'TableName'>) => Promise<QueryCommandOutput>
}
type Changes = { set: Attributes; add: Attributes }

const actionOf = {
  get: 'GetItem',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  query: 'Query',
} as const satisfies Record<keyof Verbs, Action>

/** A table with these verbs. */
export type Table<Verb extends keyof Verbs = keyof Verbs> = Pick<Verbs, Verb>

/** What opens a table: the client, and the table's name in AWS. */
export type Store = { documents: Documents; tableName: string }

type VerbOf<Granted> = { [Verb in keyof Verbs]: (typeof actionOf)[Verb] extends Granted ? Verb : never }[keyof Verbs]
type Grants<Name extends TableName> = (typeof tables)[Name]['actions']
type Granted<List> = List extends readonly (infer Action)[] ? Action : never

/** @param user The function that opens the table; tables.ts says what it may do. */
export function openTable<Name extends TableName, User extends keyof Grants<Name> & string>(
  name: Name,
  user: User,
  { documents, tableName }: Store,
) {
  const { partitionKey, actions }: TableDefinition = tables[name]
  const granted: readonly Action[] = actions[user as keyof TableDefinition['actions']] ?? []
  const verbs = Object.entries(createVerbs(documents, tableName, partitionKey))
  // Safe cast: the type picks the same verbs by the same lists.
  return Object.fromEntries(
    verbs.filter(([verb]) => granted.includes(actionOf[verb as keyof Verbs])),
  ) as unknown as Table<VerbOf<Granted<Grants<Name>[User]>>>
}

function createVerbs(documents: Documents, TableName: string, partitionKey: string): Verbs {
  const keyOf = (id: string) => ({ [partitionKey]: id })
  return {
    get: async (id) => {
      const command = new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true })
      return (await documents.send(command)).Item
    },
    put: async (item) => {
      const free = {
        ConditionExpression: 'attribute_not_exists(#id)',
        ExpressionAttributeNames: { '#id': partitionKey },
      }
      const answer = await unlessConditionFailed(documents.send(new PutCommand({ TableName, Item: item, ...free })))
      return answer !== undefined
    },
    update: async (id, { set, add }, condition) => {
      const [sets, adds] = [Object.entries(set), Object.entries(add)]
      const command = new UpdateCommand({
        TableName,
        Key: keyOf(id),
        UpdateExpression: `SET ${sets.map((_, n) => `#s${n} = :s${n}`).join(', ')} ADD ${adds.map((_, n) => `#a${n} :a${n}`).join(', ')}`,
        ConditionExpression: condition.expression,
        ExpressionAttributeNames: {
          ...condition.names,
          ...Object.fromEntries(sets.map(([attribute], n) => [`#s${n}`, attribute])),
          ...Object.fromEntries(adds.map(([attribute], n) => [`#a${n}`, attribute])),
        },
        ExpressionAttributeValues: {
          ...condition.values,
          ...Object.fromEntries(sets.map(([, value], n) => [`:s${n}`, value])),
          ...Object.fromEntries(adds.map(([, value], n) => [`:a${n}`, value])),
        },
        ReturnValues: 'ALL_NEW',
      })
      return (await unlessConditionFailed(documents.send(command)))?.Attributes
    },
    delete: async (id, condition) => {
      const command = new DeleteCommand({ TableName, Key: keyOf(id), ...(condition && conditionInput(condition)) })
      return (await unlessConditionFailed(documents.send(command))) !== undefined
    },
    query: (input) => documents.send(new QueryCommand({ TableName, ...input })),
  }
}

/** DynamoDB refuses an empty list of values. */
const conditionInput = ({ expression, names, values }: Condition) => ({
  ConditionExpression: expression,
  ExpressionAttributeNames: names,
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
})

/** The answer, or undefined when the command's condition failed. */
function unlessConditionFailed<Answer>(sent: Promise<Answer>): Promise<Answer | undefined> {
  return sent.catch((error: unknown) => {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  })
}

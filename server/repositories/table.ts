// One table as one function may use it: a verb for each action that tables.ts grants, and no other verb.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { fromAttributeValues, type Attributes } from './attribute-values.ts'
import type { Documents, QueryInput } from './documents.ts'
import { followsLostAnswer } from './lost-answers.ts'
import { tables, type Action, type TableDefinition, type TableName } from './tables.ts'

export type { Attributes }

// Not an import: that reads every member of the module, and loads Web Crypto for it.
const { randomUUID } = process.getBuiltinModule('node:crypto')

/** A condition on the stored item, in DynamoDB's expression language. It can be continued with AND. */
export type Condition = { expression: string; names: Record<string, string>; values: Attributes }

type Verbs = {
  get: (id: string) => Promise<Attributes | undefined>
  /** Stores the item unless its id is taken. Returns whether this call stored it: `incarnation` is the item's own. */
  put: (item: Attributes & { incarnation: string }) => Promise<boolean>
  /** Sets some attributes and adds to others. Returns the whole item, or why the condition failed. */
  update: (id: string, changes: Changes, condition: Condition) => Promise<Attributes | Unchanged>
  /** Deletes the item, or returns why the condition failed. */
  delete: (id: string, condition?: Condition) => Promise<'deleted' | Unchanged>
  query: (input: Omit<QueryInput, 'TableName'>) => Promise<{ Items: Attributes[]; LastEvaluatedKey?: Attributes }>
}
/** Why a condition failed: there is no item, or the item is not as the condition wants it. */
export type Unchanged = 'absent' | 'stale'
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
    get: (id) => documents.get({ TableName, Key: keyOf(id), ConsistentRead: true }),
    put: async (item) => {
      const free = {
        ConditionExpression: 'attribute_not_exists(#id)',
        ExpressionAttributeNames: { '#id': partitionKey },
      }
      const { failed } = await unlessConditionFailed(documents.put({ TableName, Item: item, ...free, ...returnOld }))
      return !failed || failed.existing?.incarnation === item.incarnation
    },
    update: async (id, changes, condition) => {
      const lastWrite = randomUUID()
      const { answer, failed } = await unlessConditionFailed(
        documents.update({
          TableName,
          Key: keyOf(id),
          ...updateInput({ ...changes, set: { ...changes.set, lastWrite } }, condition),
          ReturnValues: 'ALL_NEW',
          ...returnOld,
        }),
      )
      if (!failed) return answer
      if (failed.existing?.lastWrite === lastWrite) return failed.existing
      return failed.existing ? 'stale' : 'absent'
    },
    delete: async (id, condition) => {
      const input = condition && { ...conditionInput(condition), ...returnOld }
      const { failed } = await unlessConditionFailed(documents.delete({ TableName, Key: keyOf(id), ...input }))
      if (!failed) return 'deleted'
      if (failed.existing) return 'stale'
      return failed.answerLost ? 'deleted' : 'absent'
    },
    query: (input) => documents.query({ TableName, ...input }),
  }
}

const returnOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const

/**
 * Each update carries a name of its own, `lastWrite`. The SDK repeats an update whose answer was lost. The repetition
 * meets its own name, and its condition fails: the update is carried out once.
 */
function updateInput({ set, add }: Changes, { expression, names, values }: Condition) {
  const [sets, adds] = [Object.entries(set), Object.entries(add)]
  return {
    UpdateExpression: `SET ${sets.map((_, n) => `#s${n} = :s${n}`).join(', ')} ADD ${adds.map((_, n) => `#a${n} :a${n}`).join(', ')}`,
    ConditionExpression: `${expression} AND #lastWrite <> :lastWrite`,
    ExpressionAttributeNames: {
      ...names,
      '#lastWrite': 'lastWrite',
      ...Object.fromEntries(sets.map(([attribute], n) => [`#s${n}`, attribute])),
      ...Object.fromEntries(adds.map(([attribute], n) => [`#a${n}`, attribute])),
    },
    ExpressionAttributeValues: {
      ...values,
      ':lastWrite': set.lastWrite,
      ...Object.fromEntries(sets.map(([, value], n) => [`:s${n}`, value])),
      ...Object.fromEntries(adds.map(([, value], n) => [`:a${n}`, value])),
    },
  }
}

/** DynamoDB refuses an empty list of values. */
const conditionInput = ({ expression, names, values }: Condition) => ({
  ConditionExpression: expression,
  ExpressionAttributeNames: names,
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
})

type Failed = {
  /** The item that the condition was evaluated on. */
  existing: Attributes | undefined
  /** Whether an earlier attempt of the same call may have been carried out. */
  answerLost: boolean
}

/** The answer, or what is known when the command's condition failed. */
async function unlessConditionFailed<Answer>(
  sent: Promise<Answer>,
): Promise<{ answer: Answer; failed?: undefined } | { answer?: undefined; failed: Failed }> {
  try {
    return { answer: await sent }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    const { Item } = error
    return { failed: { existing: Item && fromAttributeValues(Item), answerLost: followsLostAnswer(error) } }
  }
}

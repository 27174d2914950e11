// Items of one table with a version each: idempotent creation, conditional changes, and lists by index.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { newIncarnation, type Revision } from '../http/etag.ts'
import { createIndexKeys, createList, type ListOptions } from './indexed-list.ts'

/** What every stored item has besides its own members; times are RFC 3339 in UTC with milliseconds. */
export type Times = { createdAt: string; updatedAt: string }

export type Stored<T> = { item: T; revision: Revision }

/** An item as DynamoDB holds it. */
type StoredRecord = Record<string, unknown> & Times & Revision & { requestHash: string }

export type Creation<T> = { outcome: 'created' | 'replayed'; stored: Stored<T> } | { outcome: 'different' }
export type Change<T> = { outcome: 'changed'; stored: Stored<T> } | { outcome: 'absent' } | { outcome: 'stale' }

export function createStoredItems<T extends Times>(options: ListOptions<T>) {
  const { documents, tableName, idMember } = options
  const indexKeys = createIndexKeys(options)
  const list = createList<T>(options, itemOf<T>)

  const read = async (id: string): Promise<StoredRecord | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: tableName, Key: { [idMember]: id }, ConsistentRead: true }),
    )
    return Item as StoredRecord | undefined
  }

  /** Stores a new item unless one with its id is there; `requestHash` tells a repeat from another request. */
  const create = async (members: Omit<T, keyof Times>, requestHash: string): Promise<Creation<T>> => {
    const createdAt = new Date().toISOString()
    // Sound: T is its own members and the times, which is what Omit took apart.
    const itemAt = (time: string) => ({ ...members, createdAt: time, updatedAt: time }) as unknown as T
    const item = itemAt(createdAt)
    const first: Revision = { incarnation: newIncarnation(createdAt), version: 1 }
    const record = { ...item, ...indexKeys.of(item), ...first, requestHash }
    const written = await documents
      .send(
        new PutCommand({
          TableName: tableName,
          Item: record,
          ConditionExpression: 'attribute_not_exists(#id)',
          ExpressionAttributeNames: { '#id': idMember },
        }),
      )
      .then(() => true, unlessConditionFailed(false))
    if (written) return { outcome: 'created', stored: { item, revision: first } }

    const existing = await read(String(item[idMember]))
    // Deleted in between: the id is free again.
    if (!existing) return create(members, requestHash)
    if (existing.requestHash !== requestHash) return { outcome: 'different' }
    const revision = { incarnation: existing.incarnation, version: 1 }
    return { outcome: 'replayed', stored: { item: itemAt(existing.createdAt), revision } }
  }

  const get = async (id: string): Promise<Stored<T> | undefined> => {
    const found = await read(id)
    return found && storedOf<T>(found)
  }

  /** When a condition failed: is the item gone, or is it another revision than those accepted? */
  const absentOrStale = async (id: string, accepted: Revision[] | undefined) => {
    const stale = accepted !== undefined && (await read(id)) !== undefined
    return { outcome: stale ? 'stale' : 'absent' } as const
  }

  /** Sets the given members and raises the version. `accepted` are the revisions to which that may be done. */
  const update = async (
    id: string,
    changes: Partial<Omit<T, keyof Times>>,
    accepted?: Revision[],
  ): Promise<Change<T>> => {
    if (accepted?.length === 0) return absentOrStale(id, accepted)
    const members: [string, unknown][] = Object.entries({
      ...changes,
      ...indexKeys.ofChanges(id, changes as Partial<T>),
      updatedAt: new Date().toISOString(),
    })
    const condition = onRevision(idMember, accepted)
    return documents
      .send(
        new UpdateCommand({
          TableName: tableName,
          Key: { [idMember]: id },
          UpdateExpression: `SET ${members.map((_, n) => `#m${n} = :m${n}`).join(', ')} ADD #version :one`,
          ConditionExpression: condition.expression,
          ExpressionAttributeNames: {
            ...condition.names,
            ...Object.fromEntries(members.map(([name], n) => [`#m${n}`, name])),
            '#version': 'version',
          },
          ExpressionAttributeValues: {
            ...condition.values,
            ...Object.fromEntries(members.map(([, value], n) => [`:m${n}`, value])),
            ':one': 1,
          },
          ReturnValues: 'ALL_NEW',
        }),
      )
      .then(
        ({ Attributes }) => ({ outcome: 'changed', stored: storedOf<T>(Attributes as StoredRecord) }) as const,
        (error: unknown) => (isConditionFailed(error) ? absentOrStale(id, accepted) : Promise.reject(error as Error)),
      )
  }

  const remove = async (
    id: string,
    accepted?: Revision[],
  ): Promise<Exclude<Change<T>['outcome'], 'changed'> | 'deleted'> => {
    if (accepted?.length === 0) return (await absentOrStale(id, accepted)).outcome
    const condition = onRevision(idMember, accepted)
    const deleted = await documents
      .send(
        new DeleteCommand({
          TableName: tableName,
          Key: { [idMember]: id },
          ConditionExpression: condition.expression,
          ExpressionAttributeNames: condition.names,
          ...(accepted && { ExpressionAttributeValues: condition.values }),
        }),
      )
      .then(() => true, unlessConditionFailed(false))
    return deleted ? 'deleted' : (await absentOrStale(id, accepted)).outcome
  }

  return { create, get, update, delete: remove, list }
}

type Condition = { expression: string; names: Record<string, string>; values: Record<string, unknown> }

/** The condition that the item exists, in one of the revisions where some are named. */
function onRevision(idMember: string, accepted: Revision[] | undefined): Condition {
  if (!accepted) return { expression: 'attribute_exists(#id)', names: { '#id': idMember }, values: {} }
  // AND binds tighter than OR, and DynamoDB refuses parentheses that change nothing.
  const either = accepted.map((_, n) => `#incarnation = :i${n} AND #version = :v${n}`).join(' OR ')
  return {
    expression: `attribute_exists(#id) AND (${either})`,
    names: { '#id': idMember, '#incarnation': 'incarnation', '#version': 'version' },
    values: Object.assign(
      {},
      ...accepted.map((one, n) => ({ [`:i${n}`]: one.incarnation, [`:v${n}`]: one.version })),
    ) as Condition['values'],
  }
}

// Sound: only create and update write to the table, and both write a whole T.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function itemOf<T>(record: Record<string, unknown>): T {
  const { incarnation, version, requestHash, listKey, filterKey, sortKey, ...item } = record
  return item as T
}

function storedOf<T>(record: StoredRecord): Stored<T> {
  const { incarnation, version } = record
  return { item: itemOf<T>(record), revision: { incarnation, version } }
}

const isConditionFailed = (error: unknown) => error instanceof ConditionalCheckFailedException

function unlessConditionFailed<R>(result: R) {
  return (error: unknown): R => {
    if (isConditionFailed(error)) return result
    throw error
  }
}

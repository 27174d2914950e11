// Requests that Amazon's engine refuses: the emulator refuses each of them too, and returns the old item when asked to.
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type AttributeValue,
  type QueryCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { credentials, region } from '../../environment.ts'
import { startDynamoDB, tableNames } from './index.ts'

const TableName = tableNames.PRODUCTS_TABLE ?? ''

let dynamodb: Awaited<ReturnType<typeof startDynamoDB>>
let client: DynamoDBClient
beforeAll(async () => {
  dynamodb = await startDynamoDB()
  client = new DynamoDBClient({ endpoint: dynamodb.url, region, credentials, maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await dynamodb.close()
})

const S = (value: string): AttributeValue => ({ S: value })
const item = { productId: S('a'), listKey: S('product#0'), filterKey: S('product#c#0'), sortKey: S('a') }
const put = (members: Record<string, AttributeValue>, ConditionExpression?: string) =>
  new PutItemCommand({
    TableName,
    Item: { ...item, ...members },
    ...(ConditionExpression !== undefined && { ConditionExpression }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
const key = (id: string) => ({ TableName, Key: { productId: S(id) } })
const update = (more: Partial<UpdateItemCommandInput>) =>
  new UpdateItemCommand({
    ...key('a'),
    UpdateExpression: 'SET a = :a',
    ExpressionAttributeValues: { ':a': S('x') },
    ...more,
  })
const query = (list: string, after: string, more: Partial<QueryCommandInput> = {}) =>
  new QueryCommand({
    TableName,
    IndexName: 'all',
    KeyConditionExpression: 'listKey = :list AND sortKey > :after',
    ExpressionAttributeValues: { ':list': S(list), ':after': S(after) },
    ...more,
  })
const nested = (levels: number): AttributeValue => (levels === 0 ? S('x') : { M: { a: nested(levels - 1) } })
const start = { productId: S('a'), listKey: S('product#0'), sortKey: S('a') }
const or = (length: number, condition: string) => Array<string>(length).fill(condition).join(' OR ')

type Command = PutItemCommand | UpdateItemCommand | DeleteItemCommand | GetItemCommand | QueryCommand
const send = (command: Command) => client.send(command as PutItemCommand)

const empty = 'cannot contain an empty string value'
const cases: [what: string, command: Command, message: string][] = [
  [
    'an empty key of a put',
    put({ productId: S('') }),
    `One or more parameter values are not valid. The AttributeValue for a key attribute ${empty}. Key: productId`,
  ],
  [
    'an empty key of a get',
    new GetItemCommand(key('')),
    `One or more parameter values are not valid. The AttributeValue for a key attribute ${empty}. Key: productId`,
  ],
  [
    'an empty key of a deletion',
    new DeleteItemCommand(key('')),
    `One or more parameter values are not valid. The AttributeValue for a key attribute ${empty}. Key: productId`,
  ],
  ['an empty index key of a put', put({ sortKey: S('') }), `${empty}. IndexName: all, IndexKey: sortKey`],
  [
    'an empty index key of an update',
    update({ UpdateExpression: 'SET filterKey = :a', ExpressionAttributeValues: { ':a': S('') } }),
    empty,
  ],
  ['an empty partition in a key condition', query('', 'a'), `${empty}. IndexName: all, IndexKey: listKey`],
  [
    'an empty position in a key condition',
    query('product#0', ''),
    `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute ${empty}. IndexName: all, IndexKey: sortKey`,
  ],
  [
    'an empty key in ExclusiveStartKey',
    query('product#0', 'a', { ExclusiveStartKey: { ...start, sortKey: S('') } }),
    empty,
  ],
  [
    'a position of 1,025 bytes',
    query('product#0', '🎈'.repeat(256) + 'a'),
    'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  ],
  [
    'three key conditions',
    query('product#0', 'a', { KeyConditionExpression: 'listKey = :list AND sortKey > :after AND productId = :after' }),
    'Conditions can be of length 1 or 2 only',
  ],
  ['an index sort key of 1,025 bytes', put({ sortKey: S('x'.repeat(1025)) }), 'Size limit exceeded'],
  ['an index partition of 2,049 bytes', put({ filterKey: S('x'.repeat(2049)) }), 'Size limit exceeded'],
  [
    'an item of more than 400 KB in UTF-8',
    put({ text: S('🎈'.repeat(102_400)) }),
    'Item size has exceeded the maximum allowed size',
  ],
  [
    'an item that grows above 400 KB',
    update({ ExpressionAttributeValues: { ':a': S('🎈'.repeat(102_400)) } }),
    'Item size to update has exceeded the maximum allowed size',
  ],
  ['32 levels of maps', put({ deep: nested(32) }), 'Nesting Levels have exceeded supported limits'],
  ['an empty name in a map', put({ map: { M: { '': S('x') } } }), 'Empty attribute name'],
  [
    'an empty name in a value of an update',
    update({ ExpressionAttributeValues: { ':a': { M: { '': S('x') } } } }),
    'Empty attribute name',
  ],
  ['a name of 64 KB', put({ map: { M: { ['n'.repeat(65_536)]: S('x') } } }), 'Attribute name is too large'],
  ['more than 300 operators', update({ ConditionExpression: or(151, 'a = :a') }), 'too many operators'],
  [
    'an expression above 4 KB',
    update({ ConditionExpression: or(82, `${'a'.repeat(42)} = :a`) }),
    'Expression size has exceeded the maximum allowed size',
  ],
]

test.each(cases)('%s is refused', async (_, command, message) => {
  await send(put({}))
  await expect(send(command)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(message) as string,
  })
})

test('what is as large as the engine takes is accepted', async () => {
  await send(put({ sortKey: S('x'.repeat(1024)), filterKey: S('x'.repeat(2048)), deep: nested(31) }))
  await send(put({ text: S('🎈'.repeat(102_000)) }))
  await send(put({ a: S('x') }))
  await send(update({ ConditionExpression: or(150, 'a = :a') }))
  await send(query('product#0', 'x'.repeat(1024)))
})

const conditionFails: [name: string, command: (id: string, more: object) => Command][] = [
  [
    'PutItem',
    (id, more) =>
      new PutItemCommand({
        TableName,
        Item: { ...item, productId: S(id) },
        ConditionExpression: 'attribute_exists(listKey) AND productId = listKey',
        ...more,
      }),
  ],
  [
    'UpdateItem',
    (id, more) =>
      update({ ...key(id), ConditionExpression: 'attribute_exists(listKey) AND productId = listKey', ...more }),
  ],
  [
    'DeleteItem',
    (id, more) =>
      new DeleteItemCommand({
        ...key(id),
        ConditionExpression: 'attribute_exists(listKey) AND productId = listKey',
        ...more,
      }),
  ],
]

test.each(conditionFails)('%s returns the old item of a failed condition, when asked to', async (_, command) => {
  await send(put({ text: S('old') }))
  const failed = { name: 'ConditionalCheckFailedException', message: 'The conditional request failed' }
  const errorOf = (id: string, more: object) => send(command(id, more)).then(String, (error: unknown) => error)
  const all = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }
  expect(await errorOf('a', all)).toMatchObject({ ...failed, Item: { ...item, text: S('old') } })
  expect(await errorOf('a', {})).toMatchObject({ ...failed })
  expect(await errorOf('a', {})).not.toHaveProperty('Item.productId')
  expect(await errorOf('a', { ReturnValuesOnConditionCheckFailure: 'NONE' })).not.toHaveProperty('Item.productId')
  expect(await errorOf('none', all)).not.toHaveProperty('Item.productId')
  expect(await errorOf('a', { ReturnValuesOnConditionCheckFailure: 'ALL_NEW' })).toMatchObject({
    name: 'ValidationException',
  })
})

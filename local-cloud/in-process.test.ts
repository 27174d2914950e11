// The service reaches DynamoDB's emulator in the same process, with the answers that others get over HTTP.
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDynamoDB, tableNames } from './emulators/dynamodb/index.ts'
import { credentials, region } from './environment.ts'
import { listen, stop } from './listen.ts'
import { answerInProcess, inProcessHandler } from './in-process.ts'

const TableName = tableNames.CUSTOMERS_TABLE ?? ''

let dynamodb: Awaited<ReturnType<typeof startDynamoDB>>
let inProcess: ReturnType<typeof answerInProcess>
/** Operations that came over HTTP, to the address that the service has. */
const overHttp: string[] = []
const operationOf = ({ headers }: IncomingMessage) => String(headers['x-amz-target']).split('.')[1] ?? ''
const wire = createServer((request, response) => {
  overHttp.push(operationOf(request))
  void text(request).then(async (body) => {
    const headers = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target'] as const
    const sent = headers.map((name) => [name, String(request.headers[name])])
    const answer = await fetch(dynamodb.url, { method: 'POST', headers: Object.fromEntries(sent), body })
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(await answer.text())
  })
})
let own: DynamoDBClient
let outside: DynamoDBClient

beforeAll(async () => {
  dynamodb = await startDynamoDB()
  const url = await listen(wire)
  inProcess = answerInProcess({ url, operate: dynamodb.operate })
  const settings = { endpoint: url, region, credentials, maxAttempts: 1 }
  own = new DynamoDBClient({ ...settings, requestHandler: inProcessHandler() })
  outside = new DynamoDBClient(settings)
})
afterAll(async () => {
  own.destroy()
  outside.destroy()
  await inProcess.close()
  await stop(wire)
  await dynamodb.close()
})

const Key = { id: { S: 'c-1' } }
const newItem = (id: string) => ({
  TableName,
  Item: { id: { S: id }, name: { S: 'Zoë 🚀' } },
  ConditionExpression: 'attribute_not_exists(id)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
})

/** What a call gives: its result or its error, without what differs from call to call. */
async function outcomeOf(client: DynamoDBClient, call: (client: DynamoDBClient) => Promise<object>) {
  const result = await call(client).catch((error: Error & { Item?: object; $fault?: string }) => {
    const { name, message, Item, $fault } = error
    return { name, message, Item, $fault }
  })
  const { $metadata, ...rest } = result as { $metadata?: unknown }
  return rest
}

const key = (value: unknown) => value as typeof Key
test.each<[string, (client: DynamoDBClient) => Promise<object>]>([
  ['an item', (client) => client.send(new GetItemCommand({ TableName, Key }))],
  ['no item', (client) => client.send(new GetItemCommand({ TableName, Key: { id: { S: 'none' } } }))],
  ['a key of another type', (client) => client.send(new GetItemCommand({ TableName, Key: key({ id: { N: '1' } }) }))],
  ['an empty key', (client) => client.send(new GetItemCommand({ TableName, Key: { id: { S: '' } } }))],
  ['an unknown table', (client) => client.send(new GetItemCommand({ TableName: 'unknown', Key }))],
  ['a condition that fails, with the old item', (client) => client.send(new PutItemCommand(newItem('c-1')))],
  [
    'an expression that is none',
    (client) => client.send(new UpdateItemCommand({ TableName, Key, UpdateExpression: 'PUT a = b' })),
  ],
  [
    'a query',
    (client) =>
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'id = :id',
          ExpressionAttributeValues: { ':id': Key.id },
        }),
      ),
  ],
])('%s is answered as over HTTP', async (_, call) => {
  await own.send(new PutItemCommand({ TableName, Item: newItem('c-1').Item }))
  const before = overHttp.length
  const direct = await outcomeOf(own, call)
  expect(overHttp).toHaveLength(before)
  expect(await outcomeOf(outside, call)).toEqual(direct)
  expect(overHttp).toHaveLength(before + 1)
})

test('writes of one way are read by the other', async () => {
  await own.send(new PutItemCommand(newItem('c-2')))
  const changed = { TableName, Key: { id: { S: 'c-2' } } }
  const update = {
    UpdateExpression: 'SET #size = :size',
    ExpressionAttributeNames: { '#size': 'size' },
    ExpressionAttributeValues: { ':size': { N: '1' } },
  }
  await outside.send(new UpdateItemCommand({ ...changed, ...update }))
  expect((await own.send(new GetItemCommand(changed))).Item).toMatchObject({ size: { N: '1' } })
  await own.send(new DeleteItemCommand(changed))
  expect((await outside.send(new GetItemCommand(changed))).Item).toBeUndefined()
})

test('another operation comes over HTTP, and so does every call after the end', async () => {
  overHttp.length = 0
  expect((await own.send(new ListTablesCommand({}))).TableNames).toContain(TableName)
  expect(overHttp).toEqual(['ListTables'])
  await inProcess.close()
  await own.send(new GetItemCommand({ TableName, Key }))
  expect(overHttp).toEqual(['ListTables', 'GetItem'])
})

test('a fault of the emulator is an error of the service, as over HTTP', async () => {
  const url = 'http://127.0.0.1:9'
  const faulty = answerInProcess({ url, operate: () => Promise.reject(new Error('The disk is full.')) })
  const requestHandler = inProcessHandler()
  const client = new DynamoDBClient({ endpoint: url, region, credentials, maxAttempts: 1, requestHandler })
  await expect(client.send(new GetItemCommand({ TableName, Key }))).rejects.toMatchObject({
    name: 'InternalServerError',
    message: 'Error: The disk is full.',
  })
  client.destroy()
  await faulty.close()
})

// The emulator of a table with a stream. It stands in front of DynamoDB, sees each write and records the change.
import { DynamoDBClient, DynamoDBServiceException, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { credentials } from '../../environment.ts'
import { guarded, jsonRefusal, timeLimits } from '../../emulator-guard.ts'
import { listen, stop } from '../../listen.ts'
import { inProcessHandler } from '../../in-process.ts'
import { answerOf, followed, operatesOn, serverError, writes, type Answer, type Operate } from './operate.ts'
import type { Item, TableStream } from './stream.ts'
import { createServer } from '../../node-http.ts'

type StreamedTableOptions = {
  /** Address of the DynamoDB that has the tables. */
  upstream: string
  /** The same without HTTP, for callers of this process. Without it they use HTTP, too. */
  operate?: Operate | undefined
  region: string
  tableName: string
  partitionKey: string
  stream: TableStream
}

type Write = { TableName?: string; Key?: Item; Item?: Item }

const reads = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'DescribeTable', 'ListTables'])

/** Speaks DynamoDB's protocol at `url`. Every request that does not write to the table goes through unchanged. */
export async function startStreamedTable(options: StreamedTableOptions) {
  const { upstream, operate, region, tableName, partitionKey, stream } = options
  const client = new DynamoDBClient({ endpoint: upstream, region, credentials, requestHandler: inProcessHandler() })
  const read = async (Key: Item) =>
    (await client.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item
  const oneAtATime = createLocks()
  const quotedName = JSON.stringify(tableName)

  const write = (keys: Item, forward: () => Promise<Answer>) =>
    oneAtATime(JSON.stringify(keys), async () => {
      const before = await read(keys).catch(ifRefused)
      // DynamoDB itself refuses a wrong key, with its own error.
      if (before === refused) return forward()
      const intent = stream.intend(keys, before)
      const answer = await forward()
      stream.settle(intent, await read(keys))
      return answer
    })

  const watched = async (operation: string, body: string, forward: () => Promise<Answer>): Promise<Answer> => {
    if (reads.has(operation) || !body.includes(quotedName)) return forward()
    if (!writes.has(operation))
      return refusal(400, 'ValidationException', `${operation} does not reach the local stream.`)
    const { TableName, Key, Item } = JSON.parse(body) as Write
    const value = (Key ?? Item)?.[partitionKey]
    return TableName === tableName && value ? write({ [partitionKey]: value }, forward) : forward()
  }
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await text(request)
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    return watched(operation, body, () => forwarded(options, request, operation, body))
  }

  const inProcess = operate && followed((operation, body) => watched(operation, body, () => operate(operation, body)))

  // Writes that a kill interrupted are settled before the next write.
  for (const intent of stream.unsettled()) stream.settle(intent, await read(intent.keys))
  const listener: RequestListener = (request, response) => {
    void answer(request)
      .catch(serverError)
      .then((result) => send(response, result))
  }
  const server = createServer(timeLimits(), guarded(listener, jsonRefusal('com.amazonaws.dynamodb.v20120810#')))
  return {
    url: await listen(server),
    /** Answers without HTTP, for callers of this process. */
    operate: inProcess?.operate,
    close: async () => {
      await inProcess?.answered()
      await stop(server)
      client.destroy()
    },
    /** Answers a request that another server of this process has received. */
    listener,
  }
}

/** What is no request of DynamoDB is refused by dynalite's own server, in its words. */
function forwarded(
  { upstream, operate }: StreamedTableOptions,
  request: IncomingMessage,
  operation: string,
  body: string,
) {
  const overHttp = () => passOn(upstream, request, body)
  const isSigned = request.headers.authorization?.startsWith('AWS4-') === true
  return operate && isSigned && operatesOn(operation) ? operate(operation, body).catch(overHttp) : overHttp()
}

const ofOneConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']

async function passOn(upstream: string, { method = 'POST', url = '/', headers }: IncomingMessage, body: string) {
  const kept = Object.entries(headers).filter(([name]) => !ofOneConnection.includes(name))
  const response = await fetch(upstream + url, {
    method,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    ...(body !== '' && { body }),
  })
  const answered = [...response.headers].filter(([name]) => !ofOneConnection.includes(name))
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: Object.fromEntries(answered), body: bytes }
}

const refusal = (status: number, type: string, message: string) =>
  answerOf({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message }, status)

const send = (response: ServerResponse, { status, headers, body }: Answer) =>
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body)

const refused: unique symbol = Symbol('refused')

function ifRefused(error: unknown): typeof refused {
  if (error instanceof DynamoDBServiceException && error.$fault === 'client') return refused
  throw error
}

/** Runs actions of the same name one after the other. */
function createLocks() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    const before = last.get(name)
    const result = before ? before.then(act, act) : act()
    last.set(name, result)
    try {
      return await result
    } finally {
      if (last.get(name) === result) last.delete(name)
    }
  }
}

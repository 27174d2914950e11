// The DynamoDB emulator: dynalite, in memory or on disk, with the tables of the repositories.
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import type { Store } from 'dynalite/db/index.js'
import type { IncomingMessage } from 'node:http'
import { name } from '../../../generated/names.ts'
import { tables, type TableDefinition } from '../../../server/repositories/tables.ts'
import { guardServer, jsonRefusal } from '../../emulator-guard.ts'
import { listen, stop } from '../../listen.ts'
import { createOperate, followed } from './operate.ts'
import { prepareStore } from './prepare-store.ts'
import { completeDynalite } from './refusals.ts'

/** Table names, by the environment variable that holds each. */
export const tableNames = Object.fromEntries(
  Object.entries<TableDefinition>(tables).map(([table, { environmentVariable }]) => [
    environmentVariable,
    `${name}-${table}`,
  ]),
)

type DynamoDBOptions = {
  /** Where the data are kept. Without it they are kept in memory. */
  directory?: string
  /** Called after each answer to a write. */
  onWrite?: () => void
}

export async function startDynamoDB({ directory, onWrite }: DynamoDBOptions = {}) {
  completeDynalite()
  if (directory !== undefined) await prepareStore(directory)
  const { promise: opened, resolve: onStore } = Promise.withResolvers<Store>()
  const server = dynalite({ createTableMs: 0, onStore, ...(directory !== undefined && { path: directory }) })
  guardServer(server, jsonRefusal('com.amazonaws.dynamodb.v20120810#'))
  server.on('request', ignoreBrokenRequest)
  const url = await listen(server)
  await createTables(url)
  if (onWrite) {
    server.on('request', ({ headers }, response) => {
      if (/\.(Put|Update|Delete|BatchWrite)Item$/.test(String(headers['x-amz-target'])))
        response.once('finish', onWrite)
    })
  }
  const inProcess = followed(createOperate(await opened), onWrite)
  return {
    url,
    /** Answers without HTTP, for callers of this process. */
    operate: inProcess.operate,
    // Requests on their way are answered first.
    close: async () => {
      await inProcess.answered()
      await stop(server)
    },
  }
}

/** Creates the repositories' tables in the DynamoDB at this address, unless they are there. */
export async function createTables(url: string) {
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  for (const definition of Object.values<TableDefinition>(tables)) await ensureTable(client, definition)
  client.destroy()
}

/** dynalite ends the process when a client breaks off in the middle of its request. */
function ignoreBrokenRequest(request: IncomingMessage) {
  request.removeAllListeners('error').on('error', () => undefined)
}

async function ensureTable(client: DynamoDBClient, definition: TableDefinition) {
  const wanted = describe(definition)
  const { Table } = await client
    .send(new DescribeTableCommand({ TableName: wanted.TableName }))
    .catch((error: unknown) => {
      if (error instanceof ResourceNotFoundException) return { Table: undefined }
      throw error
    })
  if (!Table) {
    await client.send(new CreateTableCommand(wanted))
    return
  }
  const present = (Table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName).sort()
  if (String(present) !== String(Object.keys(definition.indexes).sort())) {
    throw new Error(`The stored table ${Table.TableName ?? ''} is of another version. Remove the data directory.`)
  }
}

function describe({ environmentVariable, partitionKey, indexes }: TableDefinition) {
  const keys = Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey])
  return {
    TableName: tableNames[environmentVariable],
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set([partitionKey, ...keys])].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: 'S',
    })),
    KeySchema: [{ AttributeName: partitionKey, KeyType: 'HASH' }],
    ...(Object.keys(indexes).length > 0 && {
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: index.partitionKey, KeyType: 'HASH' },
          { AttributeName: index.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  } satisfies CreateTableCommandInput
}

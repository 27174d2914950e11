// The DynamoDB client that every repository shares: items are plain objects, and each call keeps the deadline.
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb'
import { collect } from '../aws/collect.ts'
import { awsSettings, domainOf } from '../aws/settings.ts'
import { Sha256 } from '../aws/sha256.ts'
import { boundedByContext, createWithin, requestHandlers } from '../deadlines.ts'
import { fromAttributeValues, toAttributeValues, type Attributes } from './attribute-values.ts'
import { watchAttempts } from './lost-answers.ts'

const maxAttempts = 4

/** Middlewares of the SDK that add nothing here: a log that nobody reads, a header for other services, a long header. */
const unneeded = ['loggerMiddleware', 'recursionDetectionMiddleware', 'getUserAgentMiddleware']

export type Documents = ReturnType<typeof createDocuments>

/** The client is made at the first call. */
export function createDocuments(env: NodeJS.ProcessEnv, milliseconds?: number) {
  const within = createWithin('DynamoDB', milliseconds)
  let client: DynamoDBClient | undefined
  const dynamodb = () => (client ??= boundedByContext(createClient(env), within))

  return {
    get: async (input: Input<'Key'>) => {
      const { Item } = await dynamodb().send(new GetItemCommand(marshalled(input)))
      return Item && fromAttributeValues(Item)
    },
    put: (input: Input<'Item'>) => dynamodb().send(new PutItemCommand(marshalled(input))),
    update: async (input: Input<'Key'>) => {
      const { Attributes = {} } = await dynamodb().send(new UpdateItemCommand(marshalled(input)))
      return fromAttributeValues(Attributes)
    },
    delete: (input: Input<'Key'>) => dynamodb().send(new DeleteItemCommand(marshalled(input))),
    query: async (input: Input) => {
      const { Items = [], LastEvaluatedKey } = await dynamodb().send(new QueryCommand(marshalled(input)))
      return {
        Items: Items.map(fromAttributeValues),
        ...(LastEvaluatedKey && { LastEvaluatedKey: fromAttributeValues(LastEvaluatedKey) }),
      }
    },
  }
}

function createClient(env: NodeJS.ProcessEnv): DynamoDBClient {
  const settings = awsSettings(env)
  const { region } = settings
  const client = new DynamoDBClient({
    ...settings,
    endpoint: env.AWS_ENDPOINT_URL_DYNAMODB ?? `https://dynamodb.${region}.${domainOf(region)}`,
    accountIdEndpointMode: 'disabled',
    endpointDiscoveryEnabled: false,
    maxAttempts,
    requestHandler: requestHandlers.DynamoDB(),
    sha256: Sha256,
    streamCollector: collect,
    // The middlewares of a command are put together once, not in each call.
    cacheMiddleware: true,
  })
  for (const name of unneeded) {
    if (!client.middlewareStack.remove(name)) throw new Error(`The DynamoDB client has no ${name} any more.`)
  }
  watchAttempts(client)
  return client
}

type Stored = 'Key' | 'Item' | 'ExpressionAttributeValues' | 'ExclusiveStartKey'

/** The members of the SDK's inputs that the repositories use. Those of `Stored` are plain objects. */
type Input<Needed extends Stored = never> = {
  TableName: string
  IndexName?: string
  KeyConditionExpression?: string
  ConditionExpression?: string
  UpdateExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ScanIndexForward?: boolean
  ConsistentRead?: boolean
  Limit?: number
  ReturnValues?: 'ALL_NEW'
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD'
} & Partial<Record<Stored, Attributes>> &
  Record<Needed, Attributes>

export type QueryInput = Input

type Marshalled<I> = { [Name in keyof I]: Name extends Stored ? Record<string, AttributeValue> : I[Name] }

/** A new object in each call: it is also what tells the attempts of one call from those of another. */
function marshalled<I extends Input>(input: I): Marshalled<I> {
  const { Key, Item, ExpressionAttributeValues, ExclusiveStartKey } = input
  return {
    ...input,
    ...(Key && { Key: toAttributeValues(Key) }),
    ...(Item && { Item: toAttributeValues(Item) }),
    ...(ExpressionAttributeValues && { ExpressionAttributeValues: toAttributeValues(ExpressionAttributeValues) }),
    ...(ExclusiveStartKey && { ExclusiveStartKey: toAttributeValues(ExclusiveStartKey) }),
    // Safe cast: each member of `Stored` is replaced by its attribute values.
  } as Marshalled<I>
}

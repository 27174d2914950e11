// Environment → repositories and services. No other file reads process.env.
import type { Assistants } from './assistants.ts'
import { awsSettings } from './aws/settings.ts'
import { createAuthenticate, type Authenticate } from './auth/authenticate.ts'
import { createSigningKeys } from './auth/jwks.ts'
import { createWithin, type deadlines } from './deadlines.ts'
import { createLog } from './log.ts'
import { createCases } from './repositories/cases.ts'
import { createCustomers } from './repositories/customers.ts'
import { createDocuments, type Documents } from './repositories/documents.ts'
import { createEvents } from './repositories/events.ts'
import { createProducts } from './repositories/products.ts'
import { openTable } from './repositories/table.ts'
import { tables, type TableName } from './repositories/tables.ts'
import type { BrokenItem } from './repositories/valid-items.ts'
import { createAssistant } from './services/assistant.ts'
import { createQuota, quotaLimit } from './services/quota.ts'
import { createSampleData } from './services/sample-data.ts'
import { createUploads } from './services/uploads.ts'
import { createWorkflow } from './services/workflow.ts'
import { listOf, numberIn, requiredIn } from './variables.ts'

export type Dependencies = ReturnType<typeof createDependencies>

type Limits = Partial<typeof deadlines>

/** @param limits Deadlines that differ from the usual ones, in milliseconds. */
export function createDependencies(env: NodeJS.ProcessEnv = process.env, limits: Limits = {}) {
  const mcpOrigins = listOf(env.MCP_ALLOWED_ORIGINS ?? '')
  let assistants: Promise<Assistants> | undefined
  const log = createLog(env)
  const report = (broken: BrokenItem) => {
    log.error('broken item', broken)
    log.count('BrokenItems')
  }
  const { authenticate, primeKeys } = createAuthentication(env, limits)
  return {
    environment: env.ENV ?? 'dev',
    /** Lambda sets it. A metric of failures has it as a dimension. */
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION ?? '$LATEST',
    allowedOrigins: listOf(env.CORS_ALLOW_ORIGINS ?? '*'),
    /** Also the origins of pages that may call the MCP endpoint. */
    mcpOrigins,
    /** No other caller needs it: the first request of an assistant loads it. */
    assistants: () =>
      (assistants ??= import('./assistants.ts').then((module) => module.createAssistants(env, mcpOrigins))),
    log,
    /** Whether the function prepares its first request while it starts. */
    isPrimed: env.PRIME === 'true',
    authenticate,
    primeKeys,
    ...createRepositories(env, limits, report),
    ...createServices(env, limits),
  }
}

function createAuthentication(env: NodeJS.ProcessEnv, limits: Limits) {
  const required = requiredIn(env)
  const authenticate = createAuthenticate({
    userPoolId: required('USER_POOL_ID'),
    userClientId: required('USER_POOL_CLIENT_ID'),
    accessClientIds: listOf(required('ACCESS_CLIENT_IDS')),
    issuers: listOf(env.TOKEN_ISSUERS ?? ''),
    signingKeys: createSigningKeys(env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, limits.Cognito),
  })
  // Without what it is primed with: a test can take the place of a function.
  const alone: Authenticate = authenticate
  return { authenticate: alone, primeKeys: authenticate.prime }
}

function createRepositories(env: NodeJS.ProcessEnv, limits: Limits, report: (broken: BrokenItem) => void) {
  const required = requiredIn(env)
  const documents = createDocuments(env, limits.DynamoDB)
  const shards = numberIn(env)('LIST_SHARDS', 1)
  // A list would miss the items of a shard that it does not query.
  if (!Number.isInteger(shards) || shards < 1) throw new Error('LIST_SHARDS must be a whole number of at least 1.')
  const table = <Name extends TableName>(key: Name) =>
    openTable(key, 'api', { documents, tableName: required(tables[key].environmentVariable) })
  return {
    primeTables: () => openFirst(documents, required),
    cases: createCases(table('cases'), shards, report),
    customers: createCustomers(table('customers')),
    events: createEvents(table('events'), shards, report),
    products: createProducts(table('products'), shards, report),
    quota: createQuota({ table: table('quotas'), limit: quotaOf(env) }),
  }
}

/** The quota of a person for the assistant. Without the first variable there is none. */
function quotaOf(env: NodeJS.ProcessEnv) {
  const number = numberIn(env)
  return quotaLimit(number('ASSISTANT_QUOTA_REQUESTS', 0), number('ASSISTANT_QUOTA_HOURS', 24))
}

/** Reads one item that is not there. */
function openFirst(documents: Documents, required: (variable: string) => string) {
  // Safe cast: the keys of a constant.
  const [first] = Object.keys(tables) as [TableName]
  return openTable(first, 'api', { documents, tableName: required(tables[first].environmentVariable) }).get('priming')
}

function createServices(env: NodeJS.ProcessEnv, limits: Limits) {
  const [required, number] = [requiredIn(env), numberIn(env)]
  const within = createWithin('S3', limits.S3)
  const aws = () => awsSettings(env)
  const { region, credentials } = aws()
  return {
    uploads: createUploads({
      bucket: required('UPLOAD_BUCKET_NAME'),
      ...{ region, credentials, within, aws },
      endpoint: env.AWS_ENDPOINT_URL_S3,
    }),
    samples: createSampleData(required('SAMPLE_DATA_BUCKET_NAME'), within, aws),
    assistant: createAssistant({
      aws,
      modelId: required('BEDROCK_MODEL_ID'),
      region: env.BEDROCK_REGION,
      maxTokens: number('BEDROCK_MAX_TOKENS', 1024),
      temperature: number('BEDROCK_TEMPERATURE', 0.2),
      timeout: limits.Bedrock,
    }),
    workflow: createWorkflow({
      aws,
      stateMachineArn: required('STATE_MACHINE_ARN'),
      milliseconds: limits['Step Functions'],
    }),
  }
}

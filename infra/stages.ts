// The settings of each stage. Everything else in infra/ is the same for all stages.
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { name } from '../generated/names.ts'
import type { OperationId } from '../server/operation.ts'
import type { TableName } from '../server/repositories/tables.ts'
import { checkAssistants, type Assistant } from './assistants.ts'
import { checkGuards } from './guards.ts'
import { checkRotation, type Rotation } from './keys/scheduled-rotation.ts'
import { checkCache } from './public-cache.ts'
import { restoredTables, type RestoredTable } from './restore/restored-tables.ts'

export type StageName = 'dev' | 'staging' | 'prod' | TemporaryStageName

/** A stage of a pull request (`pr-123`) or of a person (`dev-anna`), with the settings of dev. */
export type TemporaryStageName = `pr-${string}` | `dev-${string}`

/** A host name that you own, and its certificate in AWS Certificate Manager. */
export type Domain = { name: string; certificateArn: string }

export type Stage = {
  name: StageName
  /** The domain of the API. Its certificate is in the region of the stack. */
  apiDomain?: Domain
  /** The domain of the documentation. CloudFront requires a certificate in us-east-1. */
  docsDomain?: Domain
  /** The origins of the pages that may call the API and upload files from a browser. */
  origins: string[]
  /** The origins of the pages that may call the MCP endpoint. Assistants outside a browser need none. */
  mcpOrigins: string[]
  /** The assistants that people sign in to, each with an app client of its own. They need `apiDomain`. */
  assistants?: Assistant[]
  /**
   * The names of the secrets that sign questions to a person, newest first. To rotate: put a new name in front and deploy, then
   * take the old one away ten minutes later.
   */
  stateKeys: string[]
  /** Cognito's login page may redirect to these addresses. */
  callbackUrls: string[]
  logLevel: 'DEBUG' | 'INFO'
  /** At most 90 days: the logs hold the ids of people. */
  logRetention: RetentionDays
  /** The workflow's log has the input and the output of each state. */
  logExecutionData: boolean
  /** Whether data outlive the stack, and tables and users are protected from deletion. */
  keepData: boolean
  /** A first deployment: what is protected from deletion later is not yet. `npm run deploy` sets it. */
  firstDeployment?: boolean
  /** The day, as 2027-05-08, on which a temporary stage may be removed. It is a tag of all its resources. */
  expires?: string
  /** Requests per second, and the size of a burst. */
  throttle: {
    all: Throttle
    /** Operations with a limit of their own, below that of all. */
    operations: Partial<Record<OperationId, Throttle>>
    /** The classes of consumers with an API key. Each has a usage plan, whose limits hold for one key. */
    keys: Record<string, KeyLimits>
  }
  /** The gateway caches the answers to public reads for these seconds. A cache costs by the hour. It needs `firewall`. */
  publicCache?: { ttlSeconds: number; sizeGb: '0.5' | '1.6' | '6.1' }
  /** AWS WAF in front of the API: common rules, and a limit to the requests of one address in five minutes. */
  firewall?: { requestsPerAddress: number }
  /** The share of the requests whose way X-Ray records. */
  tracedShare: number
  /** The function prepares its first request while it starts, at the cost of a longer start (server/priming.ts). */
  priming: boolean
  /** A metric of the duration of each operation, which costs 0.30 USD a month for each one that is called. */
  operationMetrics?: boolean
  /** A metric of the duration by consumer of an API key, which costs 0.30 USD a month for each consumer. */
  consumerMetrics?: boolean
  /** A function gives each API key a successor at this age, and ends the old one after the overlap. */
  keyRotation?: Rotation
  /** A page of graphs in CloudWatch, which costs 3.00 USD a month. */
  dashboard?: boolean
  api: FunctionSize
  task: FunctionSize
  /** The processor of the functions. arm64 costs a fifth less. */
  architecture: 'arm64' | 'x86_64'
  /**
   * How the tables are paid: by the request, or by the provisioned capacity of each table and each of its indexes. A table can
   * change to on-demand four times in 24 hours.
   */
  capacity: 'on-demand' | { read: Scaling; write: Scaling }
  /** On demand, the most units a second of each table and each index. Provisioned capacity has its own `max`. */
  tableMaximum?: { read: number; write: number }
  /** AWS Backup copies the tables each night, and keeps the copies for these days. It costs by the GB, besides the continuous backup. */
  backup?: {
    keepDays: number
    /** The ARN of a vault in another region, which gets a copy of each copy. */
    copyToVault?: string
  }
  /** A table takes the place of the stack's own: `npm run restore` writes it (infra/restored-tables.json). */
  restored?: Partial<Record<TableName, RestoredTable>>
  /** So many days a file of a case can be brought back after it was replaced or removed. */
  fileVersionDays: number
  /** The month's costs of the stage in USD. At 80 % of them, and when the forecast is above them, AWS Budgets sends an e-mail. */
  monthlyBudget?: number
  /**
   * A function takes the journeys of spec/journeys every so many minutes, as a program that signs in. An alarm rings when one fails. Unless they
   * are named, it takes those that delete what they create and ask no model (infra/canary/chosen.ts).
   */
  canary?: { everyMinutes: number; journeys?: readonly string[] }
  /** Shifts requests to a new version step by step, and back when the version itself fails. */
  gradualDeployment: boolean
  /** This deployment stays, and takes all requests at once. `npm run deploy -- --no-rollback` sets it. */
  noRollback?: boolean
  /** A list is spread over so many partitions. */
  listShards: number
  assistant: {
    modelId: string
    region?: string
    maxTokens: number
    temperature: number
    /** They wait for the model, so their failures have an alarm of their own. */
    operations: OperationId[]
    /** So many requests may a person send in these hours. More are a 429. */
    quota: { requests: number; hours: number }
  }
  /** People may sign up by themselves, and sign in with a password through Cognito's API. The smoke test needs both. */
  selfSignUp: boolean
  mfa: 'off' | 'optional' | 'required'
  /** Fills tables from the sample data: those of server/sample-data/seeds.ts. */
  sampleItems: boolean
  /** Every alarm sends an e-mail to this address. */
  alarmEmail: string
  /** Encrypts the alarms on their way with a key of the stack, which costs by the month. */
  encryptAlarms?: boolean
  /**
   * The login for the plugin redirects here. The Amazon Q Business application with this id gets the plugin. Without an application
   * there is no plugin, and no app client with a secret for it.
   */
  plugin: {
    redirectUrl: string
    applicationId?: string
    /** A higher number makes a new app client, with a new secret (docs/runbooks/rotate-plugin-secret.md). */
    generation?: number
  }
}

/** Units of capacity, and how many percent of them may be in use before there are more. */
export type Scaling = { min: number; max: number; targetPercent: number }
export type Throttle = { rate: number; burst: number }
export type KeyLimits = Throttle & { requestsPerMonth: number }
type FunctionSize = { memoryMb: number; timeoutSeconds: number; reservedConcurrency?: number }

const assistant: Stage['assistant'] = {
  modelId: 'us.amazon.nova-lite-v1:0',
  maxTokens: 1024,
  temperature: 0.2,
  operations: ['chat', 'chatStream'],
  quota: { requests: 200, hours: 24 },
}

// A new account runs 10 functions at a time, and none of them can be reserved.
// Raise the quota before you set reservedConcurrency.
const api = { memoryMb: 1024, timeoutSeconds: 28 }
const task = { memoryMb: 512, timeoutSeconds: 10 }
const machines = { api, task, architecture: 'arm64', capacity: 'on-demand' } as const

// Amazon Q Business takes no new customers. Set applicationId if you have an application already.
/** Not a real one: the address of an application's web experience is known after it is made. */
export const placeholderRedirect = `https://${name}.chat.qbusiness.us-east-1.on.aws/oauth/callback`
const plugin = { redirectUrl: placeholderRedirect }

export const stages: Record<'dev' | 'staging' | 'prod', Stage> = {
  dev: {
    name: 'dev',
    origins: ['*'],
    mcpOrigins: [],
    stateKeys: ['first'],
    callbackUrls: ['http://localhost:3000/'],
    logLevel: 'DEBUG',
    logRetention: RetentionDays.ONE_WEEK,
    logExecutionData: true,
    keepData: false,
    throttle: {
      all: { rate: 50, burst: 100 },
      operations: { chat: { rate: 2, burst: 5 }, chatStream: { rate: 2, burst: 5 } },
      keys: {
        standard: { rate: 20, burst: 40, requestsPerMonth: 100_000 },
        partner: { rate: 40, burst: 80, requestsPerMonth: 200_000 },
      },
    },
    tracedShare: 1,
    priming: false,
    ...machines,
    consumerMetrics: true,
    tableMaximum: { read: 200, write: 100 },
    fileVersionDays: 1,
    monthlyBudget: 25,
    gradualDeployment: false,
    listShards: 1,
    assistant,
    selfSignUp: true,
    mfa: 'off',
    sampleItems: true,
    alarmEmail: `${name}-dev@example.com`,
    plugin,
  },
  staging: {
    name: 'staging',
    origins: [`https://staging.${name}.example.com`],
    mcpOrigins: [],
    stateKeys: ['first'],
    callbackUrls: [`https://staging.${name}.example.com/`],
    logLevel: 'INFO',
    logRetention: RetentionDays.ONE_MONTH,
    logExecutionData: false,
    keepData: false,
    throttle: {
      all: { rate: 200, burst: 400 },
      operations: { chat: { rate: 5, burst: 10 }, chatStream: { rate: 5, burst: 10 } },
      keys: {
        standard: { rate: 50, burst: 100, requestsPerMonth: 1_000_000 },
        partner: { rate: 100, burst: 200, requestsPerMonth: 2_000_000 },
      },
    },
    firewall: { requestsPerAddress: 3000 },
    tracedShare: 0.05,
    priming: true,
    ...machines,
    consumerMetrics: true,
    tableMaximum: { read: 1000, write: 500 },
    fileVersionDays: 7,
    monthlyBudget: 50,
    gradualDeployment: true,
    listShards: 1,
    assistant,
    selfSignUp: false,
    mfa: 'optional',
    sampleItems: false,
    alarmEmail: `${name}-staging@example.com`,
    plugin,
  },
  prod: {
    name: 'prod',
    origins: [`https://${name}.example.com`],
    mcpOrigins: [],
    stateKeys: ['first'],
    callbackUrls: [`https://${name}.example.com/`],
    logLevel: 'INFO',
    logRetention: RetentionDays.THREE_MONTHS,
    logExecutionData: false,
    keepData: true,
    throttle: {
      all: { rate: 1000, burst: 2000 },
      operations: { chat: { rate: 20, burst: 40 }, chatStream: { rate: 20, burst: 40 } },
      keys: {
        standard: { rate: 100, burst: 200, requestsPerMonth: 10_000_000 },
        partner: { rate: 400, burst: 800, requestsPerMonth: 40_000_000 },
      },
    },
    firewall: { requestsPerAddress: 3000 },
    tracedShare: 0.005,
    priming: true,
    ...machines,
    tableMaximum: { read: 10_000, write: 5000 },
    fileVersionDays: 30,
    monthlyBudget: 100,
    gradualDeployment: true,
    listShards: 1,
    assistant,
    selfSignUp: false,
    mfa: 'required',
    sampleItems: false,
    alarmEmail: `${name}@example.com`,
    plugin,
  },
}

type Choices = {
  alarmEmail?: string | undefined
  firstDeployment?: boolean
  noRollback?: boolean
  modelId?: string | undefined
  expires?: string | undefined
}

const daysOfTemporary = 14
/** A domain prefix must not contain these words (Cognito developer guide, "Using your own domain or a prefix domain"). */
const reservedByCognito = ['aws', 'amazon', 'cognito']
const isTemporary = (name: string): name is TemporaryStageName => /^(pr|dev)-[a-z0-9]{1,12}$/.test(name)

function temporaryStage(name: string, { expires = dayIn(daysOfTemporary) }: Choices): Stage | undefined {
  if (!isTemporary(name)) return undefined
  const reserved = reservedByCognito.find((word) => name.includes(word))
  if (reserved !== undefined)
    throw new Error(
      `${name} cannot be the name of a stage: its login page would contain '${reserved}', which Cognito refuses.`,
    )
  if (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(Date.parse(expires))) {
    throw new Error(`${name} cannot expire on '${expires}': give a day, as 2027-05-08.`)
  }
  return { ...stages.dev, name, expires }
}

/** Application Auto Scaling takes targets from 20 to 90 % (DynamoDB developer guide, "Managing throughput capacity"). */
const targets = { least: 20, most: 90 }

/** Throws a sentence when tables cannot scale like this. */
function checkCapacity({ name, capacity }: Stage) {
  if (capacity === 'on-demand') return
  for (const [what, { min, max, targetPercent }] of Object.entries(capacity)) {
    if (!(Number.isInteger(min) && Number.isInteger(max) && min >= 1 && max >= min))
      throw new Error(
        `The ${what} capacity of ${name} needs whole numbers, with 1 ≤ min ≤ max: ${min} and ${max} are not.`,
      )
    if (!(targetPercent >= targets.least && targetPercent <= targets.most))
      throw new Error(
        `The ${what} capacity of ${name} needs a target from ${targets.least} to ${targets.most} %, not ${targetPercent}.`,
      )
  }
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The stage of this name, with the settings that the command line may change. */
export function stageOf(name: string, options: Choices = {}): Stage {
  const { alarmEmail, modelId, firstDeployment = false, noRollback = false } = options
  const stage = Object.values(stages).find((candidate) => candidate.name === name) ?? temporaryStage(name, options)
  if (!stage) {
    const known = Object.keys(stages).join(', ')
    throw new Error(`There is no stage '${name}'; there are ${known}, and temporary ones, as pr-123 and dev-anna.`)
  }
  for (const [holder, old, now] of [
    [stage, 'eventCache', 'publicCache'],
    [stage, 'sampleProducts', 'sampleItems'],
    [stage.throttle, 'chat', 'throttle.operations.chat'],
    [stage.throttle, 'perKey', 'throttle.keys.standard'],
  ] as const) {
    if (old in holder) throw new Error(`The setting ${old} of ${name} is called ${now} now.`)
  }
  checkAssistants(stage)
  checkCache(stage)
  checkCapacity(stage)
  checkGuards(stage)
  if (stage.keyRotation) checkRotation(stage.keyRotation, name)
  const restored = restoredTables()[name]
  return {
    ...stage,
    ...(restored && { restored: { ...stage.restored, ...restored } }),
    ...(alarmEmail !== undefined && { alarmEmail }),
    ...(modelId !== undefined && { assistant: { ...stage.assistant, modelId } }),
    ...(firstDeployment && { firstDeployment }),
    ...(noRollback && { noRollback }),
  }
}

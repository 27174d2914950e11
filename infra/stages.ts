// The settings of each stage. Everything else in infra/ is the same for all stages.
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { name } from '../generated/names.ts'
import type { OperationId } from '../server/operation.ts'
import { checkAssistants, type Assistant } from './assistants.ts'

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
    perKey: Throttle & { requestsPerMonth: number }
  }
  /** The gateway caches the answers to public reads for these seconds. A cache costs by the hour. */
  publicCache?: { ttlSeconds: number; sizeGb: '0.5' | '1.6' | '6.1' }
  /** AWS WAF in front of the API: common rules, and a limit to the requests of one address in five minutes. */
  firewall?: { requestsPerAddress: number }
  /** The share of the requests whose way X-Ray records. */
  tracedShare: number
  /** The function prepares its first request while it starts, at the cost of a longer start (server/priming.ts). */
  priming: boolean
  /** A metric of the duration of each operation, which costs 0.30 USD a month for each one that is called. */
  operationMetrics?: boolean
  /** A page of graphs in CloudWatch, which costs 3.00 USD a month. */
  dashboard?: boolean
  api: FunctionSize
  task: FunctionSize
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
  /** The login for the plugin redirects here. The Amazon Q Business application with this id gets the plugin. */
  plugin: { redirectUrl: string; applicationId?: string }
}

export type Throttle = { rate: number; burst: number }
type FunctionSize = { memoryMb: number; timeoutSeconds: number; reservedConcurrency?: number }

const assistant: Stage['assistant'] = {
  modelId: 'us.amazon.nova-lite-v1:0',
  maxTokens: 1024,
  temperature: 0.2,
  operations: ['chat'],
}

// A new account runs 10 functions at a time, and none of them can be reserved.
// Raise the quota before you set reservedConcurrency.
const api = { memoryMb: 1024, timeoutSeconds: 28 }
const task = { memoryMb: 512, timeoutSeconds: 10 }

// Amazon Q Business takes no new customers. Set applicationId if you have an application already.
const plugin = { redirectUrl: `https://${name}.chat.qbusiness.us-east-1.on.aws/oauth/callback` }

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
      operations: { chat: { rate: 2, burst: 5 } },
      perKey: { rate: 20, burst: 40, requestsPerMonth: 100_000 },
    },
    tracedShare: 1,
    priming: false,
    api,
    task,
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
      operations: { chat: { rate: 5, burst: 10 } },
      perKey: { rate: 50, burst: 100, requestsPerMonth: 1_000_000 },
    },
    firewall: { requestsPerAddress: 3000 },
    tracedShare: 0.05,
    priming: true,
    api,
    task,
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
      operations: { chat: { rate: 20, burst: 40 } },
      perKey: { rate: 100, burst: 200, requestsPerMonth: 10_000_000 },
    },
    firewall: { requestsPerAddress: 3000 },
    tracedShare: 0.02,
    priming: true,
    api,
    task,
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
  expires?: string | undefined
}

const daysOfTemporary = 14
const isTemporary = (name: string): name is TemporaryStageName => /^(pr|dev)-[a-z0-9]{1,12}$/.test(name)

function temporaryStage(name: string, { expires = dayIn(daysOfTemporary) }: Choices): Stage | undefined {
  if (!isTemporary(name)) return undefined
  if (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(Date.parse(expires))) {
    throw new Error(`${name} cannot expire on '${expires}': give a day, as 2027-05-08.`)
  }
  return { ...stages.dev, name, expires }
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The stage of this name, with the settings that the command line may change. */
export function stageOf(name: string, options: Choices = {}): Stage {
  const { alarmEmail, firstDeployment = false, noRollback = false } = options
  const stage = Object.values(stages).find((candidate) => candidate.name === name) ?? temporaryStage(name, options)
  if (!stage) {
    const known = Object.keys(stages).join(', ')
    throw new Error(`There is no stage '${name}'; there are ${known}, and temporary ones, as pr-123 and dev-anna.`)
  }
  for (const [holder, old, now] of [
    [stage, 'eventCache', 'publicCache'],
    [stage, 'sampleProducts', 'sampleItems'],
    [stage.throttle, 'chat', 'throttle.operations.chat'],
  ] as const) {
    if (old in holder) throw new Error(`The setting ${old} of ${name} is called ${now} now.`)
  }
  checkAssistants(stage)
  return {
    ...stage,
    ...(alarmEmail !== undefined && { alarmEmail }),
    ...(firstDeployment && { firstDeployment }),
    ...(noRollback && { noRollback }),
  }
}

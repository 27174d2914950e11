// What differs between the stages. Everything else in infra/ is the same for each.
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { name } from '../generated/names.ts'

export type StageName = 'dev' | 'staging' | 'prod'

/** A host name of one's own, and its certificate in AWS Certificate Manager. */
export type Domain = { name: string; certificateArn: string }

export type Stage = {
  name: StageName
  /** The API's; its certificate is in the stack's region. */
  apiDomain?: Domain
  /** The documentation's; CloudFront wants the certificate in us-east-1. */
  docsDomain?: Domain
  /** Who may call from a browser, and send files to the bucket from there. */
  origins: string[]
  /** Where Cognito's login page may send people back to. */
  callbackUrls: string[]
  logLevel: 'DEBUG' | 'INFO'
  logRetention: RetentionDays
  /** Whether data outlive the stack, and tables and users are protected from deletion. */
  keepData: boolean
  /** Requests a second, and how many at once beyond that. */
  throttle: { all: Throttle; chat: Throttle; perKey: Throttle & { requestsPerMonth: number } }
  /** The gateway caches the answers to public reads for these seconds. A cache costs by the hour. */
  publicCache?: { ttlSeconds: number; sizeGb: '0.5' | '1.6' | '6.1' }
  /** AWS WAF before the API: its managed common rules, and a limit to the requests of one address in five minutes. */
  firewall?: { requestsPerAddress: number }
  api: FunctionSize
  task: FunctionSize
  /** Shifts requests to a new version bit by bit, and back again when an alarm rings. */
  gradualDeployment: boolean
  /** How many partitions a hot list is spread over. */
  listShards: number
  assistant: { modelId: string; region?: string; maxTokens: number; temperature: number }
  /** People sign themselves up and in with a password through the API, as the smoke test does. */
  selfSignUp: boolean
  mfa: 'off' | 'optional' | 'required'
  /** Fills the products table from the sample data. */
  sampleProducts: boolean
  /** Told of every alarm. */
  alarmEmail: string
  /** Where people come back to who logged in for the plugin, and the Amazon Q Business application that gets it, if any. */
  plugin: { redirectUrl: string; applicationId?: string }
}

type Throttle = { rate: number; burst: number }
type FunctionSize = { memoryMb: number; timeoutSeconds: number; reservedConcurrency?: number }

const assistant = { modelId: 'us.amazon.nova-lite-v1:0', maxTokens: 1024, temperature: 0.2 }

// A new account runs 10 functions at a time and lets none be reserved: reservedConcurrency comes after a higher quota.
const api = { memoryMb: 1024, timeoutSeconds: 28 }
const task = { memoryMb: 512, timeoutSeconds: 10 }

// Amazon Q Business takes no new customers: the application id is for those who have one.
const plugin = { redirectUrl: `https://${name}.chat.qbusiness.us-east-1.on.aws/oauth/callback` }

export const stages: Record<StageName, Stage> = {
  dev: {
    name: 'dev',
    origins: ['*'],
    callbackUrls: ['http://localhost:3000/'],
    logLevel: 'DEBUG',
    logRetention: RetentionDays.ONE_WEEK,
    keepData: false,
    throttle: {
      all: { rate: 50, burst: 100 },
      chat: { rate: 2, burst: 5 },
      perKey: { rate: 20, burst: 40, requestsPerMonth: 100_000 },
    },
    api,
    task,
    gradualDeployment: false,
    listShards: 1,
    assistant,
    selfSignUp: true,
    mfa: 'off',
    sampleProducts: true,
    alarmEmail: `${name}-dev@example.com`,
    plugin,
  },
  staging: {
    name: 'staging',
    origins: [`https://staging.${name}.example.com`],
    callbackUrls: [`https://staging.${name}.example.com/`],
    logLevel: 'INFO',
    logRetention: RetentionDays.ONE_MONTH,
    keepData: false,
    throttle: {
      all: { rate: 200, burst: 400 },
      chat: { rate: 5, burst: 10 },
      perKey: { rate: 50, burst: 100, requestsPerMonth: 1_000_000 },
    },
    firewall: { requestsPerAddress: 3000 },
    api,
    task,
    gradualDeployment: true,
    listShards: 1,
    assistant,
    selfSignUp: false,
    mfa: 'optional',
    sampleProducts: false,
    alarmEmail: `${name}-staging@example.com`,
    plugin,
  },
  prod: {
    name: 'prod',
    origins: [`https://${name}.example.com`],
    callbackUrls: [`https://${name}.example.com/`],
    logLevel: 'INFO',
    logRetention: RetentionDays.ONE_YEAR,
    keepData: true,
    throttle: {
      all: { rate: 1000, burst: 2000 },
      chat: { rate: 20, burst: 40 },
      perKey: { rate: 100, burst: 200, requestsPerMonth: 10_000_000 },
    },
    firewall: { requestsPerAddress: 3000 },
    api,
    task,
    gradualDeployment: true,
    listShards: 1,
    assistant,
    selfSignUp: false,
    mfa: 'required',
    sampleProducts: false,
    alarmEmail: `${name}@example.com`,
    plugin,
  },
}

/** The stage of this name, with the settings that a person gives for a deployment of their own. */
export function stageOf(name: string, { alarmEmail }: { alarmEmail?: string | undefined } = {}): Stage {
  const stage = Object.values(stages).find((one) => one.name === name)
  if (!stage) throw new Error(`There is no stage '${name}'; there are ${Object.keys(stages).join(', ')}.`)
  if ('eventCache' in stage) throw new Error(`The setting eventCache of ${name} is called publicCache now.`)
  return { ...stage, ...(alarmEmail !== undefined && { alarmEmail }) }
}

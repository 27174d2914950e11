// The environment variables that a Lambda would find, with the addresses of the emulators.
import { name } from '../generated/names.ts'
import {
  issuer,
  issuerAt,
  machineClientId,
  pluginClientId,
  userClientId,
  userPoolId,
} from './emulators/cognito/index.ts'
import { tableNames } from './emulators/dynamodb/index.ts'

type Services = Record<'dynamodb' | 's3' | 'cognito' | 'bedrock' | 'stepFunctions', string>

export const region = 'us-east-1'
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' }
export const account = '000000000000'
export const stateMachineArn = `arn:aws:states:${region}:${account}:stateMachine:${name}-customer-workflow`
export const buckets = {
  UPLOAD_BUCKET_NAME: `${name}-case-files`,
  SAMPLE_DATA_BUCKET_NAME: `${name}-sample-data`,
}

/** The pages of this machine: nobody else has an origin like these. */
const ownOrigins = ['http', 'https'].flatMap((scheme) =>
  ['localhost', '127.0.0.1', '[::1]'].map((host) => `${scheme}://${host}:*`),
)

export function enterEnvironment({ dynamodb, s3, cognito, bedrock, stepFunctions }: Services) {
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_S3: s3,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock,
    AWS_ENDPOINT_URL_SFN: stepFunctions,
    USER_POOL_ID: userPoolId,
    USER_POOL_CLIENT_ID: userClientId,
    ACCESS_CLIENT_IDS: `${userClientId},${machineClientId},${pluginClientId}`,
    SIGN_IN_URL: cognito,
    // Each of at least 32 characters. A deployed stage has secrets.
    MCP_STATE_KEYS: process.env.MCP_STATE_KEYS ?? 'local-secret-that-signs-nothing-of-value',
    MCP_ALLOWED_ORIGINS: process.env.MCP_ALLOWED_ORIGINS ?? ownOrigins.join(','),
    // Also the default address, because tokens may be older than the port that this process listens on.
    TOKEN_ISSUERS: [...new Set([issuerAt(cognito), issuer])].join(','),
    STATE_MACHINE_ARN: stateMachineArn,
    BEDROCK_MODEL_ID: process.env.BEDROCK_MODEL_ID ?? 'local.emulator',
    ENV: process.env.ENV ?? 'local',
    // Metrics are log lines for CloudWatch. Nobody reads them here.
    POWERTOOLS_METRICS_DISABLED: process.env.POWERTOOLS_METRICS_DISABLED ?? 'true',
    ...tableNames,
    ...buckets,
  })
}

/** The timing of the schedule and the pipe. Without a variable it is that of a deployment. */
export function workflowTiming() {
  const seconds = (variable: string) => {
    const text = process.env[variable]
    if (text === undefined) return undefined
    const value = Number(text)
    if (text === '' || !(value >= 0)) throw new Error(`${variable} must be a number of seconds, 0 or more.`)
    return value
  }
  return {
    scheduleSeconds: seconds('LOCAL_SCHEDULE_SECONDS'),
    pipeWindowSeconds: seconds('LOCAL_PIPE_WINDOW_SECONDS'),
  }
}

// Starts the emulators of one local cloud, one after the other, and tells who else sees what they do.
import { join } from 'node:path'
import { name } from '../generated/names.ts'
import { startAccount } from './emulators/account/index.ts'
import { startBedrock } from './emulators/bedrock/index.ts'
import { startCognito, type SigningKey } from './emulators/cognito/index.ts'
import { startDynamoDB } from './emulators/dynamodb/index.ts'
import { startS3 } from './emulators/s3/index.ts'
import { answerInProcess, useInProcessHandler } from './in-process.ts'
import type { StatesMetric } from './emulators/step-functions/index.ts'
import { buckets, credentials, region } from './environment.ts'
import type { Observation } from './observation.ts'
import { noteRunning } from './running.ts'
import { createUploadGuard } from './upload-guard.ts'
import { startWorkflow } from './workflow.ts'

/** The usage plans of a deployed dev stage. */
const localPlans = ['standard', 'partner'].map((keyClass) => `${name}-dev-${keyClass}`)

type Closable = { close(): Promise<void> }

export type EmulatorOptions = {
  /** Where the buckets and the sign-in listen. Only this process calls the other emulators. */
  host?: string | undefined
  /** Port of the presigned URLs. 0, the default, takes a free one. */
  s3Port?: number
  /** Port of the sign-in, which tokens name as their issuer. 0, the default, takes a free one. */
  cognitoPort?: number
  /** Where a sign-in may return to, besides this machine. */
  callbackUrls?: readonly string[]
  dataDir: string
  /** Port of the address that an operator's commands take as `--endpoint`. Without it there is none; 0 takes a free one. */
  accountPort?: number | undefined
}

type Surroundings = {
  signingKey: SigningKey
  /** The port of the API. */
  port: number
  seen: Observation
  /** Told of each service when it runs, in the order of the starts. */
  onStart: (service: Closable) => void
}

export async function startEmulators(
  { host, s3Port = 0, cognitoPort = 0, callbackUrls = [], dataDir, accountPort }: EmulatorOptions,
  { signingKey, port, seen, onStart }: Surroundings,
) {
  const started = async <T extends Closable>(starting: Promise<T>): Promise<T> => {
    const service = await starting
    onStart(service)
    return service
  }

  const stored = { directory: join(dataDir, 'dynamodb'), onWrite: seen.onTableWrite }
  useInProcessHandler()
  const dynamodb = await started(startDynamoDB(stored))
  onStart(answerInProcess(dynamodb))
  const pool = { key: signingKey, directory: dataDir, callbackUrls, host, port: cognitoPort }
  const cognito = await started(startCognito(pool))
  await started(noteRunning(dataDir, port, cognito.key.issuer))
  const guard = createUploadGuard()
  const s3Options = { directory: join(dataDir, 's3'), host, port: s3Port, buckets: Object.values(buckets) }
  const hooks = { publish: guard.publish, onWrite: seen.onFileWrite }
  const s3 = await started(startS3({ ...s3Options, ...hooks, credentials, region }))
  onStart(guard)
  const bedrock = await started(startBedrock())
  const workflowOptions = { directory: dataDir, dynamodb, onMetric: toldTo(seen) }
  const workflow = await started(startWorkflow(workflowOptions))
  onStart(answerInProcess(workflow.dynamodb))
  /** Where the production code finds the services. The tables that have a stream are behind an address of their own. */
  const addresses = {
    ...{ dynamodb: dynamodb.url, s3: s3.url, cognito: cognito.url, bedrock: bedrock.url },
    ...workflow.addresses,
  }
  const account =
    accountPort === undefined
      ? undefined
      : await started(
          startAccount({
            port: accountPort,
            file: join(dataDir, 'account.json'),
            plans: localPlans,
            others: {
              DynamoDB_20120810: workflow.answerDynamoDB,
              AWSStepFunctions: addresses.stepFunctions,
              AWSCognitoIdentityProviderService: cognito.url,
            },
          }),
        )
  return { dynamodb, cognito, guard, s3, workflow, account, addresses }
}

const toldTo = (seen: Observation) => (metric: StatesMetric) => {
  reportFailure(metric)
  seen.onExecution()
}

/** A deployed stage has an alarm on this metric. */
function reportFailure({ name, execution: { name: executionId, ended } }: StatesMetric) {
  if (ended && 'error' in ended) console.error(`AWS/States ${name}: ${executionId}: ${ended.error}: ${ended.cause}`)
}

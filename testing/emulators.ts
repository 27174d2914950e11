// The emulators for tests: started in process, with sample objects, and with their addresses in the environment.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBedrock } from '../local-cloud/emulators/bedrock/index.ts'
import { loadSigningKey, startCognito } from '../local-cloud/emulators/cognito/index.ts'
import { setDeveloperSettingsAside } from '../local-cloud/developer-settings.ts'
import { startS3 } from '../local-cloud/emulators/s3/index.ts'
import type { StatesMetric } from '../local-cloud/emulators/step-functions/index.ts'
import { buckets, credentials, enterEnvironment, region } from '../local-cloud/environment.ts'
import { putSampleObjects } from '../local-cloud/seed.ts'
import { createUploadGuard } from '../local-cloud/upload-guard.ts'
import { startWorkflow } from '../local-cloud/workflow.ts'
import { startDatabase } from './dynamodb.ts'

/** Starts all emulators in a new temporary directory. */
export async function startEmulators() {
  setDeveloperSettingsAside()
  const directory = await mkdtemp(join(tmpdir(), 'frontdesk-'))
  const key = await loadSigningKey(directory)
  const guard = createUploadGuard()
  const [dynamodb, s3, cognito, bedrock] = await Promise.all([
    startDatabase(),
    startS3({
      directory: join(directory, 's3'),
      credentials,
      region,
      buckets: Object.values(buckets),
      publish: guard.publish,
    }),
    startCognito({ key }),
    startBedrock(),
  ])
  const metrics: StatesMetric[] = []
  const workflow = await startWorkflow({
    directory,
    dynamodb,
    onMetric: (metric) => metrics.push(metric),
  })
  await workflow.prepare()
  const services = {
    ...{ dynamodb: dynamodb.url, s3: s3.url, cognito: cognito.url, bedrock: bedrock.url },
    ...workflow.addresses,
  }
  enterEnvironment(services)
  await putSampleObjects()

  return {
    /** The key that signs the tokens. */
    key,
    guard,
    workflow,
    /** The metrics that Step Functions published. */
    metrics,
    addresses: {
      Bedrock: bedrock.url,
      Cognito: cognito.url,
      DynamoDB: services.dynamodb,
      S3: s3.url,
      'Step Functions': workflow.addresses.stepFunctions,
    },
    close: async () => {
      await workflow.close()
      await guard.close()
      await Promise.all([dynamodb.close(), s3.close(), cognito.close(), bedrock.close()])
      await rm(directory, { recursive: true })
    },
  }
}

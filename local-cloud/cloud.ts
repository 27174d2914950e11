// The local cloud: the emulators, the environment that leads the production code to them, and the gateway in front.
import { Logger } from '@aws-lambda-powertools/logger'
import { join } from 'node:path'
import { startBedrock } from './emulators/bedrock/index.ts'
import { loadSigningKey, startCognito } from './emulators/cognito/index.ts'
import { startDynamoDB } from './emulators/dynamodb/index.ts'
import { buckets, credentials, enterEnvironment, workflowTiming, region } from './environment.ts'
import { createGateway, type Handler } from './emulators/api-gateway/index.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { startS3 } from './emulators/s3/index.ts'
import { startFrontServer } from './front-server.ts'
import { makeFolder } from './make-folder.ts'
import { noteRunning } from './running.ts'
import { fillTablesOnce, putSampleObjects } from './seed.ts'
import { createSite } from './pages/site.ts'
import type { StatesMetric } from './emulators/step-functions/index.ts'
import { createUploadGuard } from './upload-guard.ts'
import { startWorkflow } from './workflow.ts'

type CloudOptions = {
  /** Where the API and the buckets listen. Only this process calls the other emulators. */
  host?: string | undefined
  port: number
  /** Port of the presigned URLs. 0, the default, takes a free one. */
  s3Port?: number
  dataDir: string
  apiKey: string
}

/** One in a process, because the production code reads the environment of the process. */
export async function startCloud({ host, port, s3Port = 0, dataDir, apiKey }: CloudOptions) {
  await makeFolder(dataDir)
  const key = await loadSigningKey(dataDir)
  const running: { close(): Promise<void> }[] = []
  const started = async <T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const service = await starting
    running.unshift(service)
    return service
  }
  // The port is taken first, because a port in use is the most frequent failure.
  const front = await startFrontServer({ host, port })
  const { url } = front
  const close = async () => {
    // Requests on their way still need the services behind the gateway.
    await front.close()
    for (const service of running) await service.close()
  }

  try {
    const dynamodb = await started(startDynamoDB({ directory: join(dataDir, 'dynamodb') }))
    await started(noteRunning(dataDir, Number(new URL(url).port)))
    const guard = createUploadGuard()
    const s3Options = { directory: join(dataDir, 's3'), host, port: s3Port, buckets: Object.values(buckets) }
    const s3 = await started(startS3({ ...s3Options, credentials, region, publish: guard.publish }))
    running.unshift(guard)
    const cognito = await started(startCognito({ key }))
    const bedrock = await started(startBedrock())
    const workflow = await started(
      startWorkflow({ directory: dataDir, dynamodb: dynamodb.url, onMetric: reportFailure }),
    )

    const { dynamodb: tables, stepFunctions } = workflow
    const services = { dynamodb: tables, s3: s3.url, cognito: cognito.url, bedrock: bedrock.url, stepFunctions }
    enterEnvironment(services)
    await Promise.all([putSampleObjects(), fillTablesOnce(dataDir)])
    const { handler } = (await import('../server/lambda.ts')) as { handler: Handler }
    workflow.run({ functions: await import('../server/workflow/lambda.ts'), ...workflowTiming() })
    guard.run((await import('../server/uploads/lambda.ts')).removeTooLarge)
    const logger = new Logger({ serviceName: 'api-gateway' })
    const gateway = createGateway({
      handler,
      apiKey,
      onViolation: (violation) => console.error(`CONTRACT VIOLATION ${violation}`),
      onRefusal: (refusal) => logger.info('request', refusal),
    })
    const site = createSite({ url, key, apiKey, services, executions: workflow.executions })
    front.serve((request, response) => {
      request.url = originForm(request.url)
      void site(request, response).then((served) => (served ? undefined : gateway(request, response)))
    })
    return { url, close }
  } catch (error) {
    front.dropRequests()
    await close()
    throw error
  }
}

/** A deployed stage has an alarm on this metric. */
function reportFailure({ name, execution: { name: executionId, ended } }: StatesMetric) {
  if (ended && 'error' in ended) console.error(`AWS/States ${name}: ${executionId}: ${ended.error}: ${ended.cause}`)
}

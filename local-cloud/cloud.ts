// The local cloud: the emulators, the environment that leads the production code to them, and the gateway in front.
import { Logger } from '@aws-lambda-powertools/logger'
import { join } from 'node:path'
import { startBedrock } from './emulators/bedrock/index.ts'
import { loadSigningKey, startCognito } from './emulators/cognito/index.ts'
import { startDynamoDB } from './emulators/dynamodb/index.ts'
import { buckets, credentials, enterEnvironment, workflowTiming, region } from './environment.ts'
import { setDeveloperSettingsAside } from './developer-settings.ts'
import { createGateway, type Handler } from './emulators/api-gateway/index.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { startS3 } from './emulators/s3/index.ts'
import { startFrontServer } from './front-server.ts'
import { model } from './model.ts'
import { observe, type Observation } from './observation.ts'
import { makeFolder } from './make-folder.ts'
import { noteRunning } from './running.ts'
import { fillTablesOnce, putSampleObjects } from './seed.ts'
import { createData } from './pages/data/index.ts'
import { createSite } from './pages/site.ts'
import type { StatesMetric } from './emulators/step-functions/index.ts'
import { answeringUnwritten, fillIn, notImplemented } from './unwritten.ts'
import { createUploadGuard } from './upload-guard.ts'
import { startWorkflow } from './workflow.ts'

type CloudOptions = {
  /** Where the API, the buckets and the sign-in listen. Only this process calls the other emulators. */
  host?: string | undefined
  port: number
  /** Port of the presigned URLs. 0, the default, takes a free one. */
  s3Port?: number
  /** Port of the sign-in, which tokens name as their issuer. 0, the default, takes a free one. */
  cognitoPort?: number
  /** Where a sign-in may return to, besides this machine. */
  callbackUrls?: readonly string[]
  dataDir: string
  apiKey: string
  /** Answers for operations without a function. Without it all of them must be written, as when deployed. */
  unwritten?: { examples: boolean }
}

/** One in a process, because the production code reads the environment of the process. */
export async function startCloud({ host, port, dataDir, apiKey, unwritten, ...others }: CloudOptions) {
  const { s3Port = 0, cognitoPort = 0, callbackUrls = [] } = others
  setDeveloperSettingsAside()
  await makeFolder(dataDir)
  const signingKey = await loadSigningKey(dataDir)
  const running: { close(): Promise<void> }[] = []
  const started = async <T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const service = await starting
    running.unshift(service)
    return service
  }
  // The port is taken first, because a port in use is the most frequent failure.
  const front = await startFrontServer({ host, port })
  const { url } = front
  const seen = observe()
  const close = async () => {
    // The streams of open start pages would never end by themselves.
    seen.close()
    // Requests on their way still need the services behind the gateway.
    await front.close()
    for (const service of running) await service.close()
  }

  try {
    const stored = { directory: join(dataDir, 'dynamodb'), onWrite: seen.onTableWrite }
    const dynamodb = await started(startDynamoDB(stored))
    const pool = { key: signingKey, directory: dataDir, callbackUrls, host, port: cognitoPort }
    const cognito = await started(startCognito(pool))
    await started(noteRunning(dataDir, Number(new URL(url).port), cognito.key.issuer))
    const guard = createUploadGuard()
    const s3Options = { directory: join(dataDir, 's3'), host, port: s3Port, buckets: Object.values(buckets) }
    const hooks = { publish: guard.publish, onWrite: seen.onFileWrite }
    const s3 = await started(startS3({ ...s3Options, ...hooks, credentials, region }))
    running.unshift(guard)
    const bedrock = await started(startBedrock())
    const workflowOptions = { directory: dataDir, dynamodb: dynamodb.url, onMetric: toldTo(seen) }
    const workflow = await started(startWorkflow(workflowOptions))
    const { dynamodb: tables, stepFunctions, executions } = workflow
    const services = { dynamodb: tables, s3: s3.url, cognito: cognito.url, bedrock: bedrock.url, stepFunctions }
    enterEnvironment(services)
    await Promise.all([putSampleObjects(), fillTablesOnce(dataDir)])
    const { handler: deployed } = (await import('../server/lambda.ts')) as { handler: Handler }
    const handler = unwritten ? await withUnwritten(deployed, unwritten) : deployed
    workflow.run({ functions: await import('../server/workflow/lambda.ts'), ...workflowTiming() })
    guard.run((await import('../server/uploads/lambda.ts')).removeTooLarge)
    const gateway = gatewayBefore(handler, { apiKey, unwritten, seen })
    const data = createData({ ...seen, executions, dynamodb: dynamodb.url, s3: s3.url })
    running.unshift(data)
    const site = createSite({ url, key: cognito.key, apiKey, services, executions, data })
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

type GatewaySettings = { apiKey: string; unwritten: CloudOptions['unwritten']; seen: Observation }

function gatewayBefore(handler: Handler, { apiKey, unwritten, seen: { requests } }: GatewaySettings) {
  const logger = new Logger({ serviceName: 'api-gateway' })
  const gateway = createGateway({
    handler,
    apiKey,
    ...(unwritten && { undocumented: [notImplemented] }),
    onViolation: (violation) => console.error(`CONTRACT VIOLATION ${violation}`),
    onRefusal: (refusal) => logger.info('request', refusal),
    onAnswer: requests.answered,
  })
  return (...sent: Parameters<typeof gateway>) => requests.during(() => gateway(...sent))
}

async function withUnwritten(handler: Handler, options: { examples: boolean }): Promise<Handler> {
  const { operations } = await import('../server/operations/index.ts')
  for (const { operationId, file } of fillIn(operations, model, options)) {
    const answer = options.examples ? "the contract's example" : notImplemented
    console.log(`${operationId} has no function yet, and answers ${answer}. Write it in ${file}.`)
  }
  return answeringUnwritten(handler)
}

const toldTo = (seen: Observation) => (metric: StatesMetric) => {
  reportFailure(metric)
  seen.onExecution()
}

/** A deployed stage has an alarm on this metric. */
function reportFailure({ name, execution: { name: executionId, ended } }: StatesMetric) {
  if (ended && 'error' in ended) console.error(`AWS/States ${name}: ${executionId}: ${ended.error}: ${ended.cause}`)
}

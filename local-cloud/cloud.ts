// The local cloud: the emulators, the environment that leads the production code to them, and the gateway in front.
import { Logger } from '@aws-lambda-powertools/logger'
import { loadSigningKey, type SigningKey } from './emulators/cognito/index.ts'
import { enterEnvironment, workflowTiming } from './environment.ts'
import { setDeveloperSettingsAside } from './developer-settings.ts'
import { createAuthorizer } from './emulators/api-gateway/authorizer.ts'
import { createGateway, type Handler } from './emulators/api-gateway/index.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { startFrontServer } from './front-server.ts'
import { guardMcp } from './mcp-host.ts'
import { model } from './model.ts'
import { observe, type Observation } from './observation.ts'
import { makeFolder } from './make-folder.ts'
import { fillTablesOnce, putSampleObjects } from './seed.ts'
import { createData } from './pages/data/index.ts'
import { createSite } from './pages/site.ts'
import { startEmulators, type EmulatorOptions } from './start-emulators.ts'
import { answeringUnwritten, fillIn, notImplemented } from './unwritten.ts'

type CloudOptions = EmulatorOptions & {
  /** Port of the API, on the host of the emulators. */
  port: number
  apiKey: string
  /** The stage in front of the API's paths, as `/dev`. Without it the API is at the root, as on a domain. */
  stagePath?: string
  /** Answers for operations without a function. Without it all of them must be written, as when deployed. */
  unwritten?: { examples: boolean }
}

/** One in a process, because the production code reads the environment of the process. */
export async function startCloud({ port, apiKey, stagePath, unwritten, ...options }: CloudOptions) {
  const { host, dataDir } = options
  setDeveloperSettingsAside()
  await makeFolder(dataDir)
  const signingKey = await loadSigningKey(dataDir)
  const running: { close(): Promise<void> }[] = []
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
    const surroundings = { signingKey, port: Number(new URL(url).port), seen }
    const onStart = (service: (typeof running)[number]) => void running.unshift(service)
    const { dynamodb, s3, cognito, ...emulators } = await startEmulators(options, { ...surroundings, onStart })
    const { workflow, guard, bedrock } = emulators
    const { dynamodb: tables, stepFunctions, executions } = workflow
    const services = { dynamodb: tables, s3: s3.url, cognito: cognito.url, bedrock: bedrock.url, stepFunctions }
    enterEnvironment(services)
    await Promise.all([putSampleObjects(), fillTablesOnce(dataDir)])
    const { handler: deployed } = (await import('../server/lambda.ts')) as { handler: Handler }
    const handler = unwritten ? await withUnwritten(deployed, unwritten) : deployed
    workflow.run({ functions: await import('../server/workflow/lambda.ts'), ...workflowTiming() })
    guard.run((await import('../server/uploads/lambda.ts')).removeTooLarge)
    const gateway = gatewayBefore(handler, { apiKey, stagePath, key: cognito.key, unwritten, seen })
    const data = createData({ ...seen, executions, dynamodb: dynamodb.url, s3: s3.url })
    running.unshift(data)
    const site = createSite({ url, key: cognito.key, apiKey, services, executions, data })
    front.serve(
      guardMcp((request, response) => {
        request.url = originForm(request.url)
        void site(request, response).then((served) => (served ? undefined : gateway(request, response)))
      }),
    )
    return { url, close }
  } catch (error) {
    front.dropRequests()
    await close()
    throw error
  }
}

type GatewaySettings = {
  apiKey: string
  stagePath: CloudOptions['stagePath']
  key: SigningKey
  unwritten: CloudOptions['unwritten']
  seen: Observation
}

function gatewayBefore(handler: Handler, { apiKey, stagePath, key, unwritten, seen }: GatewaySettings) {
  const { requests } = seen
  const logger = new Logger({ serviceName: 'api-gateway' })
  const gateway = createGateway({
    handler,
    apiKey,
    authorize: createAuthorizer(key),
    ...(stagePath !== undefined && { stagePath }),
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

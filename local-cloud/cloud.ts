// The local cloud: the emulators, the environment that leads the production code to them, and the gateway in front.
import { Logger } from '@aws-lambda-powertools/logger'
import { loadSigningKey, type SigningKey } from './emulators/cognito/index.ts'
import type { Dependencies } from '../server/dependencies.ts'
import { enterEnvironment, workflowTiming } from './environment.ts'
import { setDeveloperSettingsAside } from './developer-settings.ts'
import { apiKeysIn, type ApiKeyList } from './api-keys.ts'
import { createAuthorizer } from './emulators/api-gateway/authorizer.ts'
import { createGateway, type GatewayAnswer, type GatewayOptions, type Handler } from './emulators/api-gateway/index.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { awslambda, type StreamHandler } from './emulators/api-gateway/streaming.ts'
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
  /** All keys that are accepted, with their consumers; without it `apiKey` alone. */
  apiKeys?: ApiKeyList
  /** The stage in front of the API's paths, as `/dev`. Without it the API is at the root, as on a domain. */
  stagePath?: string
  /** Answers for operations without a function. Without it all of them must be written, as when deployed. */
  unwritten?: { examples: boolean }
  /** The cloud serves as a mock: for any caller, and with a reset. */
  mock?: MockOptions
}

type MockOptions = Pick<GatewayOptions, 'authorize' | 'keyIdOf'> & {
  authenticate: Dependencies['authenticate']
  /** Wraps the function behind the gateway. */
  around: (handler: Handler) => Handler
  /** Wraps the function of streams, with the plain one at hand. */
  aroundStream: (stream: StreamHandler, handler: Handler) => StreamHandler
  /** A POST there takes the data back to those of a new local cloud. */
  resetPath: string
  onAnswer: (answer: GatewayAnswer) => void
}

/** One in a process, because the production code reads the environment of the process. */
export async function startCloud({ port, apiKey, apiKeys, stagePath, unwritten, mock, ...options }: CloudOptions) {
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
    const { guard, account, workflow, addresses: services } = emulators
    const { executions } = workflow
    enterEnvironment(services)
    await Promise.all([putSampleObjects(s3.etagOf), fillTablesOnce(dataDir)])
    const deployed = await deployedHandlers(mock)
    const handler = unwritten ? await withUnwritten(deployed.handler, unwritten) : deployed.handler
    workflow.run({ functions: await import('../server/workflow/lambda.ts'), ...workflowTiming() })
    guard.run((await import('../server/uploads/lambda.ts')).removeTooLarge)
    const keys = { apiKeys: apiKeys ?? apiKeysIn(apiKey), account }
    const settings = { ...keys, stagePath, key: cognito.key, unwritten, seen, mock }
    const gateway = gatewayBefore({ ...deployed, handler }, settings)
    const reset = async () => {
      await (await import('./reset.ts')).resetData({ dynamodb: dynamodb.url, s3: s3.url })
      workflow.forgetExecutions()
    }
    const data = createData({ ...seen, executions, dynamodb: dynamodb.url, s3: s3.url })
    running.unshift(data)
    const site = createSite({ url, key: cognito.key, apiKey, services, executions, data })
    front.serve(
      guardMcp((request, response) => {
        request.url = originForm(request.url)
        if (mock && request.method === 'POST' && request.url === mock.resetPath) {
          void reset().then(
            () => response.writeHead(204).end(),
            (error: unknown) => response.writeHead(500).end(String(error)),
          )
          return
        }
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

type Handlers = Pick<Required<GatewayOptions>, 'handler' | 'streamHandler'>

type GatewaySettings = {
  apiKeys: ApiKeyList
  account: { keyIdOf: (given: string | undefined) => string | undefined } | undefined
  stagePath: CloudOptions['stagePath']
  key: SigningKey
  unwritten: CloudOptions['unwritten']
  seen: Observation
  mock: MockOptions | undefined
}

function gatewayBefore(
  handlers: Handlers,
  { apiKeys, account, stagePath, key, unwritten, seen, mock }: GatewaySettings,
) {
  const { requests } = seen
  const logger = new Logger({ serviceName: 'api-gateway' })
  const gateway = createGateway({
    ...handlers,
    keyIdOf:
      mock?.keyIdOf ?? ((given) => (given === undefined ? undefined : apiKeys.get(given)) ?? account?.keyIdOf(given)),
    authorize: mock?.authorize ?? createAuthorizer(key),
    ...(stagePath !== undefined && { stagePath }),
    ...(unwritten && { undocumented: [notImplemented] }),
    onViolation: (violation) => console.error(`CONTRACT VIOLATION ${violation}`),
    onRefusal: (refusal) => logger.info('request', refusal),
    onAnswer: (answer) => {
      requests.answered(answer)
      mock?.onAnswer(answer)
    },
  })
  return (...sent: Parameters<typeof gateway>) => requests.during(() => gateway(...sent))
}

/** The functions as they are deployed; of a mock they take any caller. */
async function deployedHandlers(mock: MockOptions | undefined): Promise<Handlers> {
  Object.assign(globalThis, { awslambda })
  const [lambda, stream] = await Promise.all([import('../server/lambda.ts'), import('../server/stream.ts')])
  if (!mock) return { handler: lambda.handler, streamHandler: stream.handler as StreamHandler }
  const [{ createApp }, { createDependencies }] = await Promise.all([
    import('../server/app.ts'),
    import('../server/dependencies.ts'),
  ])
  const app = createApp({ ...createDependencies(), authenticate: mock.authenticate })
  const handler = lambda.createHandler(app)
  return {
    handler: mock.around(handler),
    streamHandler: mock.aroundStream(stream.createStreamHandler(app) as StreamHandler, handler),
  }
}

async function withUnwritten(handler: Handler, options: { examples: boolean }): Promise<Handler> {
  const { operations } = await import('../server/operations/index.ts')
  for (const { operationId, file } of fillIn(operations, model, options)) {
    const answer = options.examples ? "the contract's example" : notImplemented
    console.log(`${operationId} has no function yet, and answers ${answer}. Write it in ${file}.`)
  }
  return answeringUnwritten(handler)
}

// The mock's own server: the gateway and the app of the local cloud, whose operations answer with the contract's examples.
import { createGateway, type GatewayAnswer } from '../emulators/api-gateway/index.ts'
import { awslambda, type StreamHandler } from '../emulators/api-gateway/streaming.ts'
import { originForm } from '../emulators/api-gateway/head.ts'
import { enterEnvironment } from '../environment.ts'
import { startFrontServer } from '../front-server.ts'
import { model } from '../model.ts'
import { acceptsAnyKey, authenticateAnyone, authorizeAnyone } from './any-caller.ts'
import { askPrism } from './ask-prism.ts'
import { exampleOperations } from './example-operations.ts'
import { createFiles, filesPath } from './files.ts'
import { serveFiles } from './storage.ts'
import { answeringWishes, streamingWishes } from './wishes.ts'

type FrontOptions = { host: string; port: number; onAnswer: (answer: GatewayAnswer) => void }

/** Takes the port at once. Requests are answered when `answerWith` has been told where Prism is. */
export async function startMockFront({ host, port, onAnswer }: FrontOptions) {
  const front = await startFrontServer({ host, port })
  const files = createFiles(() => front.url)
  const serve = serveFiles(files)

  const answerWith = async (prismUrl: string) => {
    const handlers = await mockHandlers(prismUrl, files)
    const gateway = createGateway({
      ...handlers,
      keyIdOf: acceptsAnyKey,
      authorize: authorizeAnyone,
      onViolation: (violation) => console.error(`CONTRACT VIOLATION ${violation}`),
      onAnswer,
    })
    front.serve((request, response) => {
      request.url = originForm(request.url)
      if (request.url.startsWith(filesPath)) serve(request, response)
      else void gateway(request, response)
    })
  }
  return { url: front.url, answerWith, close: front.close }
}

/** Nothing listens there: the operations of the mock ask no service of AWS. */
const nowhere = 'http://127.0.0.1:1'

async function mockHandlers(prismUrl: string, files: ReturnType<typeof createFiles>) {
  enterEnvironment({ dynamodb: nowhere, s3: nowhere, cognito: nowhere, bedrock: nowhere, stepFunctions: nowhere })
  // The mock tells of each request itself.
  process.env.POWERTOOLS_LOG_LEVEL = 'ERROR'
  Object.assign(globalThis, { awslambda })
  const [{ createHandler }, { createStreamHandler }, { createApp }, { createDependencies }, { operations }] =
    await Promise.all([
      import('../../server/lambda.ts'),
      import('../../server/stream.ts'),
      import('../../server/app.ts'),
      import('../../server/dependencies.ts'),
      import('../../server/operations/index.ts'),
    ])
  Object.assign(operations, exampleOperations(model, { ask: askPrism(prismUrl), files }))
  const app = createApp({ ...createDependencies(), authenticate: authenticateAnyone })
  return {
    handler: answeringWishes(createHandler(app)),
    streamHandler: streamingWishes(createStreamHandler(app) as StreamHandler),
  }
}

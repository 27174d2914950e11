// The mock's own server: the gateway and the app of the local cloud, whose operations answer with the contract's examples.
import { createGateway, type GatewayAnswer, type Handler } from '../emulators/api-gateway/index.ts'
import { originForm } from '../emulators/api-gateway/head.ts'
import { enterEnvironment } from '../environment.ts'
import { startFrontServer } from '../front-server.ts'
import { model } from '../model.ts'
import { acceptsAnyKey, authenticateAnyone, authorizeAnyone } from './any-caller.ts'
import { askPrism } from './ask-prism.ts'
import { exampleOperations } from './example-operations.ts'
import { createFiles, filesPath } from './files.ts'
import { serveFiles } from './storage.ts'
import { answeringWishes } from './wishes.ts'

type FrontOptions = { host: string; port: number; onAnswer: (answer: GatewayAnswer) => void }

/** Takes the port at once. Requests are answered when `answerWith` has been told where Prism is. */
export async function startMockFront({ host, port, onAnswer }: FrontOptions) {
  const front = await startFrontServer({ host, port })
  const files = createFiles(() => front.url)
  const serve = serveFiles(files)

  const answerWith = async (prismUrl: string) => {
    const handler = await mockHandler(prismUrl, files)
    const gateway = createGateway({
      handler,
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

async function mockHandler(prismUrl: string, files: ReturnType<typeof createFiles>): Promise<Handler> {
  enterEnvironment({ dynamodb: nowhere, s3: nowhere, cognito: nowhere, bedrock: nowhere, stepFunctions: nowhere })
  // The mock tells of each request itself.
  process.env.POWERTOOLS_LOG_LEVEL = 'ERROR'
  const [{ createHandler }, { createApp }, { createDependencies }, { operations }] = await Promise.all([
    import('../../server/lambda.ts'),
    import('../../server/app.ts'),
    import('../../server/dependencies.ts'),
    import('../../server/operations/index.ts'),
  ])
  Object.assign(operations, exampleOperations(model, { ask: askPrism(prismUrl), files }))
  const handler = createHandler(createApp({ ...createDependencies(), authenticate: authenticateAnyone }))
  return answeringWishes(handler)
}

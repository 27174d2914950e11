// The app for tests: the production code over the emulators, in process. Each answer is validated against the contract.
import createClient from 'openapi-fetch'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { paths } from '../generated/api.ts'
import { createApp } from '../server/app.ts'
import {
  createDependencies,
  createGuardDependencies,
  createTaskDependencies,
  type Dependencies,
} from '../server/dependencies.ts'
import type { deadlines } from '../server/dependency.ts'
import type { HttpRequest, HttpResponse } from '../server/http/message.ts'
import { startBedrock } from '../local-cloud/emulators/bedrock/index.ts'
import { issueAccessToken, issueIdToken, loadSigningKey, startCognito } from '../local-cloud/emulators/cognito/index.ts'
import { startDatabase } from './dynamodb.ts'
import { buckets, credentials, enterEnvironment, region } from '../local-cloud/environment.ts'
import { splitUrl } from '../local-cloud/emulators/api-gateway/event.ts'
import { violations } from '../local-cloud/response-check.ts'
import { startS3 } from '../local-cloud/emulators/s3/index.ts'
import { putSampleObjects } from '../local-cloud/seed.ts'
import type { StatesMetric } from '../local-cloud/emulators/step-functions/index.ts'
import { createUploadGuard } from '../local-cloud/upload-guard.ts'
import { startWorkflow, type RunOptions } from '../local-cloud/workflow.ts'
import { createGuard } from '../server/uploads/guard.ts'
import { createTasks, type Tasks } from '../server/workflow/tasks.ts'

export type FrontDoor = Awaited<ReturnType<typeof openFrontDoor>>

/** The key id that the gateway adds when it accepts an API key. */
export const apiKeyId = 'test-key'

type WorkflowChanges = Partial<RunOptions> & {
  /** Returns replacements for some of the production task functions. */
  replaceTasks?: (tasks: Tasks) => Partial<RunOptions['functions']>
}

export type Restart = {
  /** Deadlines in milliseconds. */
  limits?: Partial<typeof deadlines>
  replace?: Partial<Dependencies>
}

/**
 * @param environment Variables that differ from the local cloud's.
 * @param workflow Changes to the workflow. By default it has no schedule and retries at once.
 */
export async function openFrontDoor(environment: Record<string, string> = {}, workflow: WorkflowChanges = {}) {
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
  const events = await startWorkflow({ directory, dynamodb: dynamodb.url, onMetric: (metric) => metrics.push(metric) })
  enterEnvironment({
    dynamodb: events.dynamodb,
    s3: s3.url,
    cognito: cognito.url,
    bedrock: bedrock.url,
    stepFunctions: events.stepFunctions,
  })
  await putSampleObjects()
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, { LOG_LEVEL: process.env.LOG_LEVEL ?? 'SILENT', ...environment })
  const dependencies = createDependencies()
  let app = createApp(dependencies)
  const { replaceTasks, ...timing } = workflow
  const tasks = createTasks(createTaskDependencies())
  const functions = { ...tasks, ...replaceTasks?.(tasks) }
  guard.run(createGuard(createGuardDependencies()).removeTooLarge)
  events.run({ functions, scheduleSeconds: 0, retryInterval: 1, ...timing })

  /** Sends a request as the gateway would; throws when the answer breaks the contract. */
  const send = async (method: string, url: string, { headers = {}, body, ...rest }: Partial<HttpRequest> = {}) => {
    const { path, query } = splitUrl(url)
    const request = {
      method,
      path,
      query: query ?? {},
      headers,
      requestId: randomUUID(),
      ...rest,
      ...(body && { body }),
    }
    const response = await app(request)
    const broken = violations(method, path, response)
    if (broken.length > 0) throw new Error(`The answer breaks the contract.\n${broken.join('\n')}`)
    return response
  }

  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const body = Buffer.from(await request.arrayBuffer())
    const {
      status,
      headers: sent,
      body: text,
    } = await send(request.method, pathname + search, {
      headers,
      body,
      ...(headers['x-api-key'] !== undefined && { apiKeyId }),
    })
    return new Response(text ?? null, { status, headers: sent })
  }

  const idToken = (user = 'alice', expiresIn = 3600) => issueIdToken(key, { user, expiresIn })
  const clientWith = (headers: Record<string, string>) =>
    createClient<paths>({ baseUrl: 'http://frontdesk.test', fetch, headers })

  return {
    dependencies,
    /** The addresses of the emulators. */
    emulators: {
      Bedrock: bedrock.url,
      Cognito: cognito.url,
      DynamoDB: events.dynamodb,
      S3: s3.url,
      'Step Functions': events.stepFunctions,
    },
    /** Replaces the app by that of a new process, with deadlines and dependencies of the test. */
    restart: ({ limits = {}, replace = {} }: Restart = {}) => {
      app = createApp({ ...createDependencies(process.env, limits), ...replace })
    },
    key,
    send,
    /** The bus and the executions of the workflow, newest first, and the metrics that Step Functions published. */
    events: { bus: events.bus, executions: events.executions, metrics },
    idToken,
    accessToken: (scope: string) => issueAccessToken(key, { scope, expiresIn: 3600 }),
    /** A typed client of a signed-in user. */
    client: (user = 'alice') => clientWith({ authorization: `Bearer ${idToken(user)}` }),
    /** A typed client that sends these headers. */
    clientWith,
    close: async () => {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name)
        else process.env[name] = value
      }
      await events.close()
      await guard.close()
      await Promise.all([dynamodb.close(), s3.close(), cognito.close(), bedrock.close()])
      await rm(directory, { recursive: true })
    },
  }
}

/** The headers and body of a JSON request. */
export function json(value: unknown, headers: Record<string, string> = {}) {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return { headers: { 'content-type': 'application/json', ...headers }, body }
}

export const bodyOf = (response: HttpResponse): Record<string, unknown> =>
  JSON.parse(response.body ?? '{}') as Record<string, unknown>

// The app for tests: the production code over the emulators, in process. Each answer is validated against the contract.
import createClient from 'openapi-fetch'
import type { paths } from '../generated/api.ts'
import { issueAccessToken, issueIdToken } from '../local-cloud/emulators/cognito/index.ts'
import type { RunOptions } from '../local-cloud/workflow.ts'
import { createApp } from '../server/app.ts'
import { createDependencies, type Dependencies } from '../server/dependencies.ts'
import type { deadlines } from '../server/deadlines.ts'
import type { HttpResponse } from '../server/http/message.ts'
import { createGuardDependencies, createTaskDependencies } from '../server/task-dependencies.ts'
import { createGuard } from '../server/uploads/guard.ts'
import { createTasks, type Tasks } from '../server/workflow/tasks.ts'
import { startEmulators } from './emulators.ts'
import { createFetch, createSender } from './sender.ts'

export { apiKeyId } from './sender.ts'

export type FrontDoor = Awaited<ReturnType<typeof openFrontDoor>>

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
  const emulators = await startEmulators()
  const restoreEnvironment = changeEnvironment(environment)
  const dependencies = createDependencies()
  let app = createApp(dependencies)
  runFunctions(emulators, workflow)

  const { key, addresses } = emulators
  const { bus, executions } = emulators.workflow
  const waits: (() => Promise<void>)[] = [() => untilStopped(executions)]
  const counts: (() => number)[] = [() => executions().length]
  const events = { bus, executions, metrics: emulators.metrics }
  const send = createSender((request) => app(request))
  const fetch = createFetch(send)
  const idToken = (user = 'alice', expiresIn = 3600) => issueIdToken(key, { user, expiresIn })
  const clientWith = (headers: Record<string, string>) =>
    createClient<paths>({ baseUrl: 'http://frontdesk.test', fetch, headers })

  return {
    dependencies,
    /** The addresses of the emulators. */
    emulators: addresses,
    /** Replaces the app by that of a new process, with deadlines and dependencies of the test. */
    restart: ({ limits = {}, replace = {} }: Restart = {}) => {
      app = createApp({ ...createDependencies(process.env, limits), ...replace })
    },
    key,
    /** Sends a request as the gateway would; throws when the answer breaks the contract. */
    send,
    /** The bus and the executions of the workflow, newest first, and the metrics that Step Functions published. */
    events,
    /** How many of those there have been. */
    started: () => counts.reduce((sum, count) => sum + count(), 0),
    /** Resolves when nothing runs any more that a request has started. */
    idle: () => Promise.all(waits.map((wait) => wait())),
    idToken,
    accessToken: (scope: string) => issueAccessToken(key, { scope, expiresIn: 3600 }),
    /** A typed client of a signed-in user. */
    client: (user = 'alice') => clientWith({ authorization: `Bearer ${idToken(user)}` }),
    /** A typed client that sends these headers. */
    clientWith,
    close: async () => {
      restoreEnvironment()
      await emulators.close()
    },
  }
}

const patience = 10_000

async function untilStopped(executions: () => readonly { ended?: unknown }[]) {
  for (const until = Date.now() + patience; executions().some(({ ended }) => !ended);) {
    if (Date.now() > until) throw new Error('Executions still run.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Sets these variables, and returns a function that restores the former ones. */
function changeEnvironment(environment: Record<string, string>) {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, { LOG_LEVEL: process.env.LOG_LEVEL ?? 'SILENT', ...environment })
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}

/** Deploys the production functions that events start: the guard of the uploads and the tasks of the workflow. */
function runFunctions(
  { guard, workflow }: Awaited<ReturnType<typeof startEmulators>>,
  { replaceTasks, ...timing }: WorkflowChanges,
) {
  guard.run(createGuard(createGuardDependencies()).removeTooLarge)
  const tasks = createTasks(createTaskDependencies())
  const functions = { ...tasks, ...replaceTasks?.(tasks) }
  workflow.run({ functions, scheduleSeconds: 0, retryInterval: 1, ...timing })
}

/** The headers and body of a JSON request. */
export function json(value: unknown, headers: Record<string, string> = {}) {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return { headers: { 'content-type': 'application/json', ...headers }, body }
}

export const bodyOf = (response: HttpResponse): Record<string, unknown> =>
  JSON.parse(response.body ?? '{}') as Record<string, unknown>

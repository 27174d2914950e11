// The Step Functions emulator: one state machine, reached by the service's protocol (AWS JSON 1.0).
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { guarded, jsonRefusal, timeLimits } from '../../emulator-guard.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { listen, stopNow } from '../../listen.ts'
import { openExecutions, type Ended, type Execution } from './executions.ts'
import type { Interpreter, InterpreterOptions } from './interpreter.ts'
import { createOperations, StatesError } from './operations.ts'
import { createServer } from '../../node-http.ts'

/** A metric that the service itself publishes to CloudWatch, in the namespace AWS/States. */
export type StatesMetric = {
  name: 'ExecutionsStarted' | 'ExecutionsSucceeded' | 'ExecutionsFailed' | 'ExecutionsTimedOut' | 'ExecutionsAborted'
  dimensions: { StateMachineArn: string }
  execution: Execution
}

type StepFunctionsOptions = {
  stateMachineArn: string
  /** The journal of executions. */
  file: string
  onMetric: (metric: StatesMetric) => void
}

const metricOf: Record<Ended['status'], StatesMetric['name']> = {
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
}

export async function startStepFunctions({ stateMachineArn, file, onMetric }: StepFunctionsOptions) {
  const executions = openExecutions(file)
  const running = new Set<Promise<unknown>>()
  let machine: ReturnType<typeof createMachine> | undefined
  const publish = (name: StatesMetric['name'], execution: Execution) =>
    onMetric({ name, dimensions: { StateMachineArn: stateMachineArn }, execution })

  const run = (name: string, input: string): Execution => {
    if (!machine) throw new StatesError('StateMachineDoesNotExist', 'The state machine is not deployed yet.')
    const execution = executions.start(name, input)
    publish('ExecutionsStarted', execution)
    const settled = machine
      .run(input, (state) => executions.enter(name, state))
      .catch((error: unknown): Ended => ({ status: 'FAILED', error: 'States.Runtime', cause: String(error) }))
      .then((end) => {
        running.delete(settled)
        if (!end) return
        executions.end(name, end)
        publish(metricOf[end.status], execution)
      })
    running.add(settled)
    return execution
  }

  const operations = createOperations({ stateMachineArn, find: executions.find, run })
  const server = createServer(
    timeLimits(),
    guarded((request, response) => void respond(operations, request, response), jsonRefusal()),
  )

  return {
    url: await listen(server),
    /** Gives it the state machine. Before that it refuses every start. */
    deploy: (deployed: InterpreterOptions) => {
      machine = createMachine(deployed)
      for (const execution of executions.interrupted.splice(0)) publish('ExecutionsFailed', execution)
    },
    /** Loads what the first execution would load. */
    prepare: () => import('./interpreter.ts'),
    /** Starts an execution for another service of the local cloud. */
    start: (input: object) => void run(randomUUID(), JSON.stringify(input)),
    /** Newest first. */
    executions: executions.recent,
    forgetExecutions: executions.forget,
    close: async () => {
      await stopNow(server)
      await withPatience(Promise.all(running))
      // Aborted executions stay unfinished in the journal. The next start records them as failed.
      machine?.abort()
      // An abort does not stop the function of a task, which still uses the tables.
      await withPatience(Promise.allSettled([machine?.idle()]))
      executions.close()
    },
  }
}

/** The state machine. Its interpreter is loaded by the first execution, so that the local cloud starts without it. */
function createMachine(options: InterpreterOptions) {
  const aborts = new Set<() => void>()
  let interpreter: Promise<Interpreter> | undefined
  const load = async () => (await import('./interpreter.ts')).createInterpreter(options)
  return {
    run: async (input: string, onEntered: (state: string) => void): Promise<Ended | undefined> => {
      const { abort, ended } = (await (interpreter ??= load())).run(input, onEntered)
      aborts.add(abort)
      return ended.finally(() => aborts.delete(abort))
    },
    abort: () => {
      for (const abort of aborts) abort()
    },
    /** Resolves when no function runs. */
    idle: async () => (await interpreter)?.idle(),
  }
}

/** How long an end waits for executions, and then for the functions of those that it aborts. */
const patienceMilliseconds = 1000

const withPatience = (work: Promise<unknown>) =>
  Promise.race([work, sleep(patienceMilliseconds, undefined, { ref: false })])

type Operations = Record<string, (request: Record<string, unknown>) => object>

async function respond(operations: Operations, request: IncomingMessage, response: ServerResponse) {
  const send = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() })
    response.end(JSON.stringify(body))
  }
  try {
    const body = await text(request)
    const [, name = ''] = String(request.headers['x-amz-target']).split('AWSStepFunctions.')
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (!operation) throw new StatesError('UnknownOperationException', `The emulator has no ${name}.`)
    send(200, operation(JSON.parse(body) as Record<string, unknown>))
  } catch (error) {
    const { name, message } = error as Error
    send(error instanceof StatesError ? 400 : 500, {
      __type: error instanceof StatesError ? name : 'InternalFailure',
      message,
    })
  }
}

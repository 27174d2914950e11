// The interpreter of the state machine. It runs the deployed definition, with functions of this process as Lambdas.
import {
  ExecutionAbortedError,
  ExecutionTimeoutError,
  StateMachine,
  type StateMachineDefinition,
} from 'aws-local-stepfunctions'
import type { Ended } from './executions.ts'

/** Handlers of Lambda functions, by ARN. */
export type Functions = Record<string, (event: never) => Promise<unknown>>

export type InterpreterOptions = {
  definition: object
  functions: Functions
  /** Milliseconds between retries. The default is that of the definition. */
  retryInterval?: number | undefined
}

type Json = Awaited<ReturnType<StateMachine['run']>['result']>
type LambdaRequest = { FunctionName: string; Payload: Json }

export type Interpreter = ReturnType<typeof createInterpreter>

export function createInterpreter({ definition, functions, retryInterval }: InterpreterOptions) {
  // Safe cast: a test checks the definition with the validator of the Amazon States Language. Here it would compile its
  // schemas, which takes a quarter of a second and 30 MB.
  const machine = new StateMachine(definition as StateMachineDefinition, { validationOptions: { noValidate: true } })
  const { States } = definition as StateMachineDefinition
  const tasks = Object.keys(States).filter((name) => States[name]?.Type === 'Task')
  const forEachTask = <T>(value: T) => Object.fromEntries(tasks.map((name) => [name, value]))

  const invocations = new Set<Promise<Json>>()
  const invoke = (request: Json): Promise<Json> => {
    const invocation = call(request)
    invocations.add(invocation)
    const forget = () => void invocations.delete(invocation)
    invocation.then(forget, forget)
    return invocation
  }
  const call = async (request: Json): Promise<Json> => {
    // Safe cast: the Resource of every state is lambda:invoke, and these are its parameters.
    const { FunctionName, Payload } = request as LambdaRequest
    const handler = functions[FunctionName]
    if (!handler) throw lambdaError('Lambda.ResourceNotFoundException', `Function not found: ${FunctionName}`)
    // Lambda passes events and results as JSON.
    const result = await handler(JSON.parse(JSON.stringify(Payload)) as never).catch((error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      throw lambdaError(name, JSON.stringify({ errorType: name, errorMessage: message }))
    })
    return { StatusCode: 200, Payload: JSON.parse(JSON.stringify(result ?? null)) as Json }
  }

  const overrides = {
    taskResourceLocalHandlers: forEachTask(invoke),
    ...(retryInterval !== undefined && { retryIntervalOverrides: forEachTask(retryInterval) }),
  }

  /** `ended` resolves to `undefined` when this process aborted the execution. `onEntered` is called for each state. */
  const run = (input: string, onEntered: (state: string) => void) => {
    const { result, eventLogs, abort } = machine.run(JSON.parse(input) as Json, { overrides })
    const allEntered = (async () => {
      for await (const event of eventLogs) if (event.type === 'StateEntered') onEntered(event.state.name)
    })()
    const ended = result.then(
      (output): Ended => ({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
      (error: unknown) => endOf(error as Error),
    )
    return { abort, ended: allEntered.then(() => ended) }
  }
  return {
    run,
    /** Resolves when no function runs. */
    idle: () => Promise.allSettled(invocations),
  }
}

/** Step Functions reports the error's type as Error, and its JSON as Cause. */
function lambdaError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}

function endOf(error: Error): Ended | undefined {
  if (error instanceof ExecutionAbortedError) return undefined
  if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT', error: 'States.Timeout', cause: '' }
  const { name, message } = error.cause instanceof Error ? error.cause : error
  return { status: 'FAILED', error: name, cause: message }
}

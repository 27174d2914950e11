// The operations of Step Functions that the API uses, with the service's rules for names, inputs and repeats.
import { randomUUID } from 'node:crypto'
import type { Execution } from './executions.ts'

/** An error of the service, by the name that the SDK knows. */
export class StatesError extends Error {
  constructor(type: string, message: string) {
    super(message)
    this.name = type
  }
}

type StateMachineHost = {
  stateMachineArn: string
  find: (name: string) => Execution | undefined
  run: (name: string, input: string) => Execution
}

type Request = Record<string, unknown>

const maxInputBytes = 262_144

export function createOperations({ stateMachineArn, find, run }: StateMachineHost) {
  const executionPrefix = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:`

  const StartExecution = (request: Request) => {
    const arn = textOf(request, 'stateMachineArn')
    const name = textOf(request, 'name', randomUUID())
    const input = textOf(request, 'input', '{}')
    if (arn !== stateMachineArn)
      throw new StatesError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
    if (!isName(name)) throw new StatesError('InvalidName', `Invalid Name: '${name}'`)
    if (!isJson(input) || Buffer.byteLength(input) > maxInputBytes) {
      throw new StatesError('InvalidExecutionInput', 'Invalid State Machine Execution Input')
    }
    const existing = find(name)
    // A repeated start returns the running execution. Once the execution has ended, its name is taken.
    if (existing && (existing.ended || existing.input !== input)) {
      throw new StatesError('ExecutionAlreadyExists', `Execution Already Exists: '${executionPrefix}${name}'`)
    }
    const { startedAt } = existing ?? run(name, input)
    return { executionArn: executionPrefix + name, startDate: seconds(startedAt) }
  }

  const DescribeExecution = (request: Request) => {
    const executionArn = textOf(request, 'executionArn')
    if (!/^arn:[\w-]+:states:[\w-]+:\d{12}:(execution|express):\S+$/.test(executionArn)) {
      throw new StatesError('InvalidArn', `Invalid Arn: '${executionArn}'`)
    }
    const name = executionArn.startsWith(executionPrefix) ? executionArn.slice(executionPrefix.length) : ''
    const execution = find(name)
    if (!execution) throw new StatesError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`)
    const { input, startedAt, stoppedAt, ended } = execution
    return {
      executionArn,
      stateMachineArn,
      name,
      status: 'RUNNING',
      startDate: seconds(startedAt),
      input,
      inputDetails: { included: true },
      redriveCount: 0,
      ...(stoppedAt !== undefined && { stopDate: seconds(stoppedAt) }),
      ...ended,
    }
  }

  return { StartExecution, DescribeExecution } satisfies Record<string, (request: Request) => object>
}

function textOf(request: Request, member: string, fallback?: string): string {
  const value = request[member] ?? fallback
  if (typeof value === 'string') return value
  throw new StatesError(
    'ValidationException',
    `Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  )
}

const isName = (name: string) =>
  name.length >= 1 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The protocol counts time in seconds since 1970, with fractions. */
const seconds = (milliseconds: number) => milliseconds / 1000

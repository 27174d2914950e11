// The customer workflow on Step Functions: starting an execution, and reading what became of it.
import type { DescribeExecutionOutput, ExecutionStatus } from '@aws-sdk/client-sfn'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { components } from '../../generated/api.ts'
import type { WorkflowInput } from '../workflow/customer-created.ts'
import { lazily } from './lazily.ts'

type Execution = components['schemas']['WorkflowExecution']
type Outcome = NonNullable<Execution['outcome']>

/** How a submit went: `existing` when an earlier one had started the execution, `different` when for other input. */
export type Submission =
  { outcome: 'started' | 'existing'; executionId: string; status: Execution['status'] } | { outcome: 'different' }

/** Step Functions answers in tens of milliseconds; what takes longer is given up and tried again. */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true }

export function createWorkflow({ stateMachineArn }: { stateMachineArn: string }) {
  const stepFunctions = lazily(async () => {
    const {
      SFNClient,
      StartExecutionCommand,
      DescribeExecutionCommand,
      ExecutionAlreadyExists,
      ExecutionDoesNotExist,
    } = await import('@aws-sdk/client-sfn')
    const sfn = new SFNClient({ requestHandler })
    return { sfn, StartExecutionCommand, DescribeExecutionCommand, ExecutionAlreadyExists, ExecutionDoesNotExist }
  })
  const arnOf = (executionId: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${executionId}`

  const describe = async (executionId: string): Promise<DescribeExecutionOutput | undefined> => {
    const { sfn, DescribeExecutionCommand, ExecutionDoesNotExist } = await stepFunctions()
    const command = new DescribeExecutionCommand({ executionArn: arnOf(executionId) })
    return sfn.send(command).catch((error: unknown) => {
      if (error instanceof ExecutionDoesNotExist) return undefined
      throw error
    })
  }

  /** An execution that certainly exists: what was started a moment ago may not be described yet. */
  const describeSoon = async (executionId: string) => {
    for (const milliseconds of [100, 200, 400, 800]) {
      const execution = await describe(executionId)
      if (execution) return execution
      await setTimeout(milliseconds)
    }
    return describe(executionId)
  }

  /**
   * Starts an execution under a name of the caller's choice.
   *
   * Step Functions takes a start with the name and the input of a running execution for the same one and does not say
   * so. Each submission therefore signs its input: then a name that is taken is always an error, the running
   * execution's too, and the signature tells a repeat by the client from a retry of this very call.
   */
  const submit = async (executionId: string, { id }: WorkflowInput): Promise<Submission> => {
    const { sfn, StartExecutionCommand, ExecutionAlreadyExists } = await stepFunctions()
    const submission = randomUUID()
    const input = JSON.stringify({ id, submission })
    const started = await sfn.send(new StartExecutionCommand({ stateMachineArn, name: executionId, input })).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ExecutionAlreadyExists) return false
        throw error
      },
    )
    if (started) return { outcome: 'started', executionId, status: 'running' }

    const existing = await describeSoon(executionId)
    if (!existing) throw new Error(`Execution ${executionId} exists, and cannot be described.`)
    const original = JSON.parse(existing.input ?? '{}') as { id?: string; submission?: string }
    if (original.id !== id) return { outcome: 'different' }
    const outcome = original.submission === submission ? 'started' : 'existing'
    return { outcome, executionId, status: statusOf(existing.status) }
  }

  const get = async (executionId: string): Promise<Execution | undefined> => {
    // What no execution can be named need not be looked for, and would be refused as an ARN.
    if (!/^[\w-]{1,80}$/.test(executionId)) return undefined
    const execution = await describe(executionId)
    return execution && executionOf(executionId, execution)
  }

  return { submit, get }
}

const statuses: Record<ExecutionStatus, Execution['status']> = {
  RUNNING: 'running',
  // It has failed, and will go on.
  PENDING_REDRIVE: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed_out',
  ABORTED: 'aborted',
}

function statusOf(status: ExecutionStatus | undefined): Execution['status'] {
  if (status === undefined) throw new Error('Step Functions described an execution without a status.')
  return statuses[status]
}

function executionOf(executionId: string, { status, output, startDate, stopDate }: DescribeExecutionOutput): Execution {
  if (!startDate) throw new Error(`Execution ${executionId} was described without its start.`)
  const now = statusOf(status)
  return {
    executionId,
    status: now,
    // Sound: an output is what the last task returned, and the tasks return outcomes of the contract.
    ...(output !== undefined && { outcome: (JSON.parse(output) as { outcome: Outcome }).outcome }),
    startedAt: startDate.toISOString(),
    ...(stopDate && now !== 'running' && { stoppedAt: stopDate.toISOString() }),
  }
}

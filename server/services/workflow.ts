// The customer workflow on Step Functions: submitting a customer, and reading the state of an execution.
import type { DescribeExecutionOutput, ExecutionStatus } from '@aws-sdk/client-sfn'
import { randomUUID } from 'node:crypto'
import type { components } from '../../generated/api.ts'
import type { WorkflowInput } from '../workflow/customer-created.ts'
import type { AwsSettings } from '../aws/settings.ts'
import { createExecutions } from './executions.ts'

type Execution = components['schemas']['WorkflowExecution']

/** `existing`: an earlier submission had started the execution. `different`: it had another input. */
type Submission =
  { outcome: 'started' | 'existing'; executionId: string; status: Execution['status'] } | { outcome: 'different' }

/** @property milliseconds The deadline of Step Functions. */
type WorkflowOptions = { stateMachineArn: string; aws: () => AwsSettings; milliseconds?: number | undefined }

export function createWorkflow({ stateMachineArn, aws, milliseconds }: WorkflowOptions) {
  const executions = createExecutions(stateMachineArn, aws, milliseconds)

  /**
   * Starts an execution under a name of the caller's choice.
   *
   * Step Functions accepts a start with the name and the input of a running execution, and does not say that it
   * exists. Each submission therefore adds its own id to the input: a taken name is then always an error. The id also
   * tells a repeated request of the client from an SDK retry of this call.
   */
  const submit = async (executionId: string, { id }: WorkflowInput): Promise<Submission> => {
    const submission = randomUUID()
    const started = await executions.start(executionId, JSON.stringify({ id, submission }))
    if (started) return { outcome: 'started', executionId, status: 'running' }

    const { input = '{}', status } = await executions.describeExisting(executionId)
    const original = JSON.parse(input) as { id?: string; submission?: string }
    if (original.id !== id) return { outcome: 'different' }
    const outcome = original.submission === submission ? 'started' : 'existing'
    return { outcome, executionId, status: statusOf(status) }
  }

  const get = async (executionId: string): Promise<Execution | undefined> => {
    // No execution can have another name, and Step Functions would refuse the ARN.
    if (!/^[\w-]{1,80}$/.test(executionId)) return undefined
    const execution = await executions.describe(executionId)
    return execution && executionOf(executionId, execution)
  }

  return { submit, get }
}

const statuses: Record<ExecutionStatus, Execution['status']> = {
  RUNNING: 'running',
  // The execution failed, and its redrive is about to start.
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
    // Safe cast: the output is the last task's result, and the tasks return outcomes of the contract.
    ...(output !== undefined && {
      outcome: (JSON.parse(output) as { outcome: NonNullable<Execution['outcome']> }).outcome,
    }),
    startedAt: startDate.toISOString(),
    ...(stopDate && now !== 'running' && { stoppedAt: stopDate.toISOString() }),
  }
}

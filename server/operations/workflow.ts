// Operations on the customer workflow.
import { newId } from '../http/idempotency.ts'
import type { Operation } from '../operation.ts'
import { Problem } from '../http/problem.ts'
import { found } from './results.ts'

export const submitWorkflow: Operation<'submitWorkflow'> = async ({ body, headers }, { workflow, caller }) => {
  const name = newId('submitWorkflow', caller.id, headers['idempotency-key'])
  const submission = await workflow.submit(name, body)
  if (submission.outcome === 'different') {
    throw new Problem('idempotency-key-reused', 'This Idempotency-Key was used before with another body.')
  }
  const { outcome, executionId, status } = submission
  const replayed = outcome === 'existing' ? ({ 'Idempotent-Replayed': 'true' } as const) : {}
  return {
    status: 202,
    body: { executionId, status },
    headers: { Location: `/workflow/executions/${executionId}`, ...replayed },
  }
}

export const getWorkflowExecution: Operation<'getWorkflowExecution'> = async ({ path }, { workflow }) => {
  const execution = found(await workflow.get(path.executionId), `execution ${path.executionId}`)
  if (execution.status !== 'running') return { status: 200, body: execution }
  return { status: 200, body: execution, headers: { 'Retry-After': 1 } }
}

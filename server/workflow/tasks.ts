// The workflow's tasks. Step Functions invokes a task at least once, so a task may run twice, also concurrently.
import type { components } from '../../generated/api.ts'
import type { TaskDependencies } from '../task-dependencies.ts'
import type { WorkflowInput } from './customer-created.ts'
import type { TaskName } from './definition.ts'

type Outcome = { outcome: components['schemas']['WorkflowOutcome'] }
type Validated = WorkflowInput & { customer: { exists: boolean } }

export type Tasks = ReturnType<typeof createTasks>

export function createTasks({ logger, ...own }: TaskDependencies) {
  const ended = (id: string, { outcome }: Outcome): Outcome => {
    logger.info('workflow', { customer: id, outcome })
    return { outcome }
  }

  const validateExists = async ({ id }: WorkflowInput) => ({ exists: await own.validateExists.customers.exists(id) })

  /** Another execution may have inserted the id after this execution looked for it. */
  const insertId = async ({ id }: WorkflowInput): Promise<Outcome> => {
    const inserted = (await own.insertId.customers.put(id)) === 'created'
    return ended(id, { outcome: inserted ? 'inserted' : 'already_exists' })
  }

  /** An execution comes here without a customer only if the customer's creation started it. */
  const logEvent = ({ id, customer }: Validated): Promise<Outcome> =>
    Promise.resolve(ended(id, { outcome: customer.exists ? 'already_exists' : 'gone' }))

  return { validateExists, insertId, logEvent } satisfies Record<TaskName, unknown>
}

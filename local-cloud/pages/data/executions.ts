// An execution of the workflow as the start page shows it.
import type { Execution } from '../../emulators/step-functions/executions.ts'
import type { ExecutionRow } from './answers.ts'

export const shownExecutions = 10

export function executionRow({ input, startedAt, path, ended }: Execution): ExecutionRow {
  const { id = '', trigger, submission } = JSON.parse(input) as { id?: string; trigger?: string; submission?: string }
  return {
    customer: id,
    startedAt: new Date(startedAt).toISOString().replace('T', ' ').slice(0, 19),
    start: trigger !== undefined ? 'event' : submission !== undefined ? 'submit' : 'schedule',
    path,
    end: endOf(ended),
  }
}

function endOf(ended: Execution['ended']): string {
  if (!ended) return 'running'
  if ('output' in ended) return (JSON.parse(ended.output) as { outcome: string }).outcome
  return `${ended.status.toLowerCase()}: ${ended.error}`
}

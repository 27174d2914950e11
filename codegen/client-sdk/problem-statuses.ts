// generated/client-sdk/problem-statuses.ts: the statuses that each operation can fail with.
import type { Contract } from '../contract.ts'
import { facadeOf } from './facade.ts'

export function renderProblemStatuses(contract: Contract): string {
  const rows = facadeOf(contract)
    .flatMap(({ methods }) => methods)
    .map(
      ({ operation, problems }) => `  ${operation.operationId}: [${problems.map(({ status }) => status).join(', ')}],`,
    )
  return ['export const problemStatuses = {', ...rows, '} as const', ''].join('\n')
}

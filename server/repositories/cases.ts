// Cases as they are stored.
import type { components } from '../../generated/api.ts'
import type { Documents } from './documents.ts'
import { createStoredItems } from './stored-items.ts'
import { tables } from './tables.ts'

export type Case = components['schemas']['Case']

export function createCases(options: { documents: Documents; tableName: string; shards: number }) {
  return createStoredItems<Case>({
    ...options,
    resource: 'case',
    idMember: tables.cases.partitionKey,
    filter: { member: 'status', index: 'byStatus' },
    sortKeyOf: ({ createdAt, caseId }) => `${createdAt}#${caseId}`,
    newestFirst: true,
  })
}

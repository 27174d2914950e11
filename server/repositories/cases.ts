// Cases as they are stored.
import type { components } from '../../generated/api.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import { tables } from './tables.ts'

type Case = components['schemas']['Case']

export function createCases<Table>(table: Table, shards: number) {
  const verbs = storedItems<Case>({
    resource: 'case',
    idMember: tables.cases.partitionKey,
    filter: { member: 'status', index: 'byStatus' },
    sortKeyOf: ({ createdAt, caseId }) => `${createdAt}#${caseId}`,
    newestFirst: true,
    shards,
  })
  return createRepository(verbs, table)
}

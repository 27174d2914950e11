// Cases as they are stored.
import type { components } from '../../generated/api.ts'
import { validators } from '../../generated/validators/index.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import { tables } from './tables.ts'
import type { ReportBroken } from './valid-items.ts'

type Case = components['schemas']['Case']

export function createCases<Table>(table: Table, shards: number, report?: ReportBroken) {
  const verbs = storedItems<Case>({
    resource: 'case',
    idMember: tables.cases.partitionKey,
    filter: { member: 'status', index: 'byStatus' },
    sortKeyOf: ({ createdAt, caseId }) => `${createdAt}#${caseId}`,
    newestFirst: true,
    shards,
    validator: async () => (await validators.getCase()).getCase.answer,
    report,
  })
  return createRepository(verbs, table)
}

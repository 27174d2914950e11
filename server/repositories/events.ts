// Events as they are stored.
import type { components } from '../../generated/api.ts'
import { validators } from '../../generated/validators/index.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import { tables } from './tables.ts'
import type { ReportBroken } from './valid-items.ts'

type Event = components['schemas']['Event']

export function createEvents<Table>(table: Table, shards: number, report?: ReportBroken) {
  const verbs = storedItems<Event>({
    resource: 'event',
    idMember: tables.events.partitionKey,
    filter: { member: 'status', index: 'byStatus' },
    sortKeyOf: ({ createdAt, eventId }) => `${createdAt}#${eventId}`,
    newestFirst: true,
    shards,
    validator: async () => (await validators.getEvent()).getEvent.answer,
    report,
  })
  return createRepository(verbs, table)
}

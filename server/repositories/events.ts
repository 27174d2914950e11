// Events as they are stored.
import type { components } from '../../generated/api.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import { tables } from './tables.ts'

type Event = components['schemas']['Event']

export function createEvents<Table>(table: Table, shards: number) {
  const verbs = storedItems<Event>({
    resource: 'event',
    idMember: tables.events.partitionKey,
    filter: { member: 'status', index: 'byStatus' },
    sortKeyOf: ({ createdAt, eventId }) => `${createdAt}#${eventId}`,
    newestFirst: true,
    shards,
  })
  return createRepository(verbs, table)
}

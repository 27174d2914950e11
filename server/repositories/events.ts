// Events as they are stored.
import type { components } from '../../generated/api.ts'
import type { Documents } from './documents.ts'
import { createStoredItems } from './stored-items.ts'
import { tables } from './tables.ts'

export type Event = components['schemas']['Event']

export function createEvents(options: { documents: Documents; tableName: string; shards: number }) {
  return createStoredItems<Event>({
    ...options,
    resource: 'event',
    idMember: tables.events.partitionKey,
    filter: { member: 'status', index: 'byStatus' },
    sortKeyOf: ({ createdAt, eventId }) => `${createdAt}#${eventId}`,
    newestFirst: true,
  })
}

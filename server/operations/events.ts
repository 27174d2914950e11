// Operations on events.
import { acceptedRevisions } from '../http/etag.ts'
import { bodyHash, newId } from '../http/idempotency.ts'
import type { Operation } from '../operation.ts'
import { pageOf } from '../http/page.ts'
import { isTimedPosition } from '../repositories/positions.ts'
import { changed, created, found, ok, original, unchanged } from './results.ts'

export const createEvent: Operation<'createEvent'> = async ({ body, headers }, { events, caller }) => {
  const eventId = newId('createEvent', caller.id, headers['idempotency-key'])
  const { stored, outcome } = original(await events.create({ eventId, status: 'scheduled', ...body }, bodyHash(body)))
  return created(`/events/${eventId}`, stored, outcome)
}

export const listEvents: Operation<'listEvents'> = async ({ query }, { events }) => {
  const { page, next } = pageOf(['listEvents', query.status], query, isTimedPosition)
  const list = await events.list(query.status, page)
  return { status: 200, body: { events: list.items, ...next(list.next) } }
}

export const getEvent: Operation<'getEvent'> = async ({ path: { eventId } }, { events }) =>
  ok(found(await events.get(eventId), `event ${eventId}`))

export const updateEvent: Operation<'updateEvent'> = async ({ path: { eventId }, headers, body }, { events }) => {
  const change = await events.update(eventId, body, acceptedRevisions(headers['if-match']))
  return ok(changed(change, `event ${eventId}`))
}

export const deleteEvent: Operation<'deleteEvent'> = async ({ path: { eventId }, headers }, { events }) => {
  const outcome = await events.delete(eventId, acceptedRevisions(headers['if-match']))
  if (outcome !== 'deleted') throw unchanged(outcome, `event ${eventId}`)
  return { status: 204 }
}

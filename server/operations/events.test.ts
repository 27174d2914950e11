// Events: dates, subsets, statuses, and the rights of callers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
let authorization: string
beforeAll(async () => {
  door = await openFrontDoor()
  authorization = `Bearer ${door.idToken()}`
})
afterAll(() => door.close())

const openHouse = {
  title: 'Open house',
  description: 'Doors open at nine.',
  date: '2027-03-12',
  location: 'Hall 2, Harbour Street 14',
  capacity: 120,
  organizer: 'Visitor services',
}
type Event = typeof openHouse & { eventId: string; status: string; createdAt: string; updatedAt: string }

const create = async (changes: object = {}) => {
  const response = await door.send('POST', '/events', json({ ...openHouse, ...changes }, { authorization }))
  expect(response.status).toBe(201)
  return { ...(bodyOf(response) as unknown as Event), etag: response.headers.ETag ?? '' }
}
const put = (eventId: string, changes: object, headers: Record<string, string> = {}) =>
  door.send('PUT', `/events/${eventId}`, json(changes, { authorization, ...headers }))
const remove = (eventId: string, headers: Record<string, string> = {}) =>
  door.send('DELETE', `/events/${eventId}`, { headers: { authorization, ...headers } })
const list = async (query: string) => bodyOf(await door.send('GET', `/events?${query}`)).events as Event[]

test('an event is created, scheduled unless said otherwise, and read by anyone', async () => {
  const event = await create()
  const { eventId, createdAt, etag, ...members } = event
  expect(members).toEqual({ ...openHouse, status: 'scheduled', updatedAt: createdAt })
  expect(eventId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  const read = await door.send('GET', `/events/${eventId}`)
  expect(read).toMatchObject({ status: 200, headers: { ETag: etag } })
  expect(bodyOf(read)).toEqual({ ...members, eventId, createdAt })
  expect((await create({ status: 'completed' })).status).toBe('completed')
})

test('writing needs a user, reading does not', async () => {
  const { eventId } = await create()
  expect(await door.send('POST', '/events', json(openHouse))).toMatchObject({ status: 401 })
  expect(await door.send('PUT', `/events/${eventId}`, json({ capacity: 1 }))).toMatchObject({ status: 401 })
  expect(await door.send('DELETE', `/events/${eventId}`)).toMatchObject({ status: 401 })
  expect(await door.send('GET', '/events')).toMatchObject({ status: 200 })
  // An invalid token does not close a public operation.
  const expired = { headers: { authorization: `Bearer ${door.idToken('alice', -60)}` } }
  expect(await door.send('GET', `/events/${eventId}`, expired)).toMatchObject({ status: 200 })
})

test('a date is a day that the calendar has', async () => {
  for (const date of ['2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2027-01-31']) {
    expect((await create({ date })).date).toBe(date)
  }
  const { eventId } = await create()
  const wrong = ['2027-02-29', '2100-02-29', '2027-04-31', '2027-00-10', '2027-13-01', '2027-01-00', '2027-1-1']
  for (const date of [...wrong, '12.03.2027', '2027-03-12T10:00:00Z', '', '+027-01-01', ' 2027-03-12', 20270312]) {
    const created = await door.send('POST', '/events', json({ ...openHouse, date }, { authorization }))
    expect(bodyOf(created), String(date)).toMatchObject({ status: 400, errors: [{ pointer: '/date' }] })
    expect((await put(eventId, { date })).status, String(date)).toBe(400)
  }
})

test('any subset of the members is updated, and the others stay', async () => {
  const event = await create()
  const changes = [
    { status: 'cancelled' },
    { title: 'Summer fair', capacity: 1 },
    { date: '2028-02-29' },
    { location: 'The yard', organizer: 'Works council', description: 'For everyone.' },
  ]
  let expected: object = { ...openHouse, status: 'scheduled', eventId: event.eventId, createdAt: event.createdAt }
  for (const change of changes) {
    const response = await put(event.eventId, change)
    expected = { ...expected, ...change }
    expect(bodyOf(response)).toMatchObject(expected)
    expect(bodyOf(await door.send('GET', `/events/${event.eventId}`))).toEqual(bodyOf(response))
  }
  for (const fixed of [
    { eventId: event.eventId },
    { createdAt: event.createdAt },
    { updatedAt: event.updatedAt },
    {},
  ]) {
    expect((await put(event.eventId, fixed)).status).toBe(400)
  }
})

test('lists are newest first, and by status after each change of it', async () => {
  const made = [await create(), await create({ status: 'ongoing' }), await create()]
  const ids = made.map(({ eventId }) => eventId)
  const mine = (events: Event[]) => events.map(({ eventId }) => eventId).filter((id) => ids.includes(id))
  expect(mine(await list('limit=3'))).toEqual([...ids].reverse())
  expect(mine(await list('status=scheduled&limit=100'))).toEqual([ids[2], ids[0]])
  await put(ids[0] ?? '', { status: 'ongoing' })
  expect(mine(await list('status=scheduled&limit=100'))).toEqual([ids[2]])
  expect(mine(await list('status=ongoing&limit=100'))).toEqual([ids[1], ids[0]])
  await remove(ids[1] ?? '')
  expect(mine(await list('status=ongoing&limit=100'))).toEqual([ids[0]])
  expect(mine(await list('limit=100'))).toEqual([ids[2], ids[0]])
})

test('a deleted event is gone, and so it is for a second deletion', async () => {
  const { eventId } = await create()
  const gone = await remove(eventId)
  expect(gone.status).toBe(204)
  expect(gone.body).toBeUndefined()
  expect((await remove(eventId)).status).toBe(404)
  expect((await door.send('GET', `/events/${eventId}`)).status).toBe(404)
  expect((await put(eventId, { capacity: 1 })).status).toBe(404)
})

test('If-Match guards a deletion', async () => {
  const { eventId, etag } = await create()
  await put(eventId, { capacity: 1 })
  expect((await remove(eventId, { 'if-match': etag })).status).toBe(412)
  expect((await door.send('GET', `/events/${eventId}`)).status).toBe(200)
  const { headers } = await door.send('GET', `/events/${eventId}`)
  expect((await remove(eventId, { 'if-match': headers.ETag ?? '' })).status).toBe(204)
  expect((await remove(eventId, { 'if-match': headers.ETag ?? '' })).status).toBe(404)
  expect((await remove(eventId, { 'if-match': '*' })).status).toBe(404)
})

test('If-None-Match of any spelling answers 304 while the event is as it was read', async () => {
  const { eventId, etag } = await create()
  const get = (ifNoneMatch: string) =>
    door.send('GET', `/events/${eventId}`, { headers: { 'if-none-match': ifNoneMatch } })
  for (const same of [etag, `W/${etag}`, `"x", ${etag}`, '*']) expect((await get(same)).status, same).toBe(304)
  for (const other of ['"x"', etag.slice(1, -1), `"${etag}"`]) expect((await get(other)).status, other).toBe(200)
  await put(eventId, { capacity: 1 })
  expect((await get(etag)).status).toBe(200)
})

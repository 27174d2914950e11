// Lists over one shard and over four shards: the same order and the same pages, also with large or equally old items.
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createDependencies } from '../dependencies.ts'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { seed, startTally } from '../../testing/tally.ts'
import { shardOf } from './indexed-list.ts'

type Door = FrontDoor & { shards: number }

let doors: Door[]
beforeAll(async () => {
  doors = [await open(1), await open(4)]
})
afterAll(() => Promise.all(doors.map((door) => door.close())))
afterEach(() => void vi.useRealTimers())

async function open(shards: number): Promise<Door> {
  const door = await openFrontDoor({ LIST_SHARDS: String(shards) })
  // The AWS SDK reads its endpoint at the first request. The next front door will change the endpoint.
  await door.send('GET', '/events')
  return { ...door, shards }
}

const tally = startTally('shards')
const statuses = ['scheduled', 'ongoing', 'completed', 'cancelled'] as const
type Status = (typeof statuses)[number]
type Kept = { id: string; createdAt: string; status: Status }

const send = (door: Door, method: string, path: string, body?: object, headers = {}) => {
  const all = { authorization: `Bearer ${door.idToken()}`, ...headers }
  return door.send(method, path, body ? json(body, all) : { headers: all })
}

/** The ids of every page of a list. */
async function pagesOf(door: Door, path: string, limit: number, member: string, id: string): Promise<string[][]> {
  const pages: string[][] = []
  let cursor: string | undefined
  do {
    const mark = path.includes('?') ? '&' : '?'
    const answer = bodyOf(await send(door, 'GET', `${path}${mark}limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`))
    pages.push((answer[member] as Record<string, string>[]).map((item) => item[id] ?? ''))
    cursor = answer.nextCursor as string | undefined
    tally.add('page')
  } while (cursor)
  return pages
}

const inPages = (ids: string[], limit: number) => {
  const pages = Array.from({ length: Math.ceil(ids.length / limit) }, (_, n) => ids.slice(n * limit, (n + 1) * limit))
  return pages.length > 0 ? pages : [[]]
}

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const event = { title: 't', description: 'd', date: '2027-03-12', location: 'l', capacity: 1, organizer: 'o' }

const step = fc.record({
  status: fc.constantFrom(...statuses),
  // Half of the events are as old as the event before.
  after: fc.constantFrom(0, 0, 1, 1000),
  change: rarely(fc.record({ which: fc.nat(), to: fc.constantFrom(...statuses) })),
  removed: rarely(fc.nat()),
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const script = fc.tuple(
  fc.array(step, { maxLength: 8 }),
  fc.integer({ min: 1, max: 9 }),
  fc.option(fc.constantFrom(...statuses)),
)

test('events, newest first, some of them equally old: pages are those of one sorted list, with one shard and with four', async () => {
  const kept: Kept[] = []
  let now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now })
  const apply = async ({ status, after, change, removed }: Step) => {
    vi.setSystemTime((now += after))
    // With the same key, both doors give the event the same id.
    const headers = { 'idempotency-key': `event ${tally.of('insert')}` }
    const made = await Promise.all(doors.map((door) => send(door, 'POST', '/events', { ...event, status }, headers)))
    const ids = made.map((response) => String(bodyOf(response).eventId))
    expect(ids[0]).toBe(ids[1])
    kept.push({ id: ids[0] ?? '', createdAt: new Date(now).toISOString(), status })
    tally.add('insert')
    const changed = change && kept[change.which % kept.length]
    if (changed) {
      changed.status = change.to
      for (const door of doors) await send(door, 'PUT', `/events/${changed.id}`, { status: change.to })
      tally.add('change')
    }
    const at = removed === null ? -1 : removed % kept.length
    for (const { id } of at < 0 ? [] : kept.splice(at, 1)) {
      for (const door of doors) await send(door, 'DELETE', `/events/${id}`)
      tally.add('removal')
    }
  }

  await fc.assert(
    fc.asyncProperty(script, async ([steps, limit, status]) => {
      for (const step of steps) await apply(step)
      const inOrder = kept
        .filter((event) => status === null || event.status === status)
        .sort((a, b) => (`${a.createdAt}#${a.id}` < `${b.createdAt}#${b.id}` ? 1 : -1))
        .map(({ id }) => id)
      const path = status === null ? '/events' : `/events?status=${status}`
      for (const door of doors) {
        expect({ shards: door.shards, pages: await pagesOf(door, path, limit, 'events', 'eventId') }).toEqual({
          shards: door.shards,
          pages: inPages(inOrder, limit),
        })
      }
    }),
    { seed, numRuns: 25, endOnFailure: true },
  )
  expect(tally.of('insert')).toBeGreaterThan(30)
  expect(tally.of('page')).toBeGreaterThan(80)
})

test('products, by their id: pages are those of one sorted list, with one shard and with four', async () => {
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}$/)
  const ids = fc.sample(fc.uniqueArray(id, { minLength: 40, maxLength: 40 }), { seed, numRuns: 1 })[0] ?? []
  for (const [n, productId] of ids.entries()) {
    const product = { productId, category: n % 3 === 0 ? 'a' : 'a#0', productName: 'n', productPrice: 1, stock: 1 }
    await Promise.all(doors.map((door) => send(door, 'POST', '/products', product)))
  }
  const byBytes = (some: string[]) => [...some].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  for (const limit of [1, 7, 39, 40, 100]) {
    for (const door of doors) {
      const all = await pagesOf(door, '/products', limit, 'products', 'productId')
      expect(all).toEqual(inPages(byBytes(ids), limit))
      const filtered = await pagesOf(door, '/products?category=a', limit, 'products', 'productId')
      expect(filtered).toEqual(inPages(byBytes(ids.filter((_, n) => n % 3 === 0)), limit))
    }
  }
})

/** A case of 200 KB. The DynamoDB emulator counts in UTF-16, so to it the case has half that size. */
const largeCase = (n: number) => ({
  description: `${n}`,
  metadata: Object.fromEntries(Array.from({ length: 50 }, (_, member) => [`m${member}`, '🎈'.repeat(1000)])),
})

async function createCases(door: Door, count: number, body: (n: number) => object) {
  const made: { caseId: string; createdAt: string }[] = []
  for (let n = 0; n < count; n += 1) {
    // With keys, the ids and their shards are the same in every run.
    const response = await send(door, 'POST', '/cases', body(n), { 'idempotency-key': `case ${n}` })
    expect(response.status).toBe(201)
    made.push(bodyOf(response) as (typeof made)[number])
  }
  const inOrder = made.sort((a, b) => (`${a.createdAt}#${a.caseId}` < `${b.createdAt}#${b.caseId}` ? 1 : -1))
  return inOrder.map(({ caseId }) => caseId)
}

test.each([1, 4])(
  'cases so large that DynamoDB cuts a page at 1 MB, over %i shards: each comes once',
  async (shards) => {
    const door = await open(shards)
    const inOrder = await createCases(door, 8 + 8 * shards, (n) =>
      n % 5 === 4 ? { description: 'small' } : largeCase(n),
    )
    for (const limit of [3, 10, 100]) {
      const pages = await pagesOf(door, '/cases', limit, 'cases', 'caseId')
      expect(pages.flat()).toEqual(inOrder)
      expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit)
      if (limit === 100) expect(pages.length).toBeGreaterThan(1)
    }
    await door.close()
  },
)

test('where one shard alone is cut, what the others have beyond that place waits', async () => {
  const door = await open(4)
  const inOrder = await createCases(door, 50, (n) => ({ description: `${n}` }))
  const inFirst = inOrder.filter((caseId) => shardOf(caseId, 4) === 0)
  // The first shard has more than 1 MB.
  for (const [n, caseId] of inFirst.entries()) {
    expect(await send(door, 'PUT', `/cases/${caseId}`, largeCase(n))).toMatchObject({ status: 200 })
  }
  expect(inFirst.length).toBeGreaterThan(11)
  const pages = await pagesOf(door, '/cases', 100, 'cases', 'caseId')
  expect(pages.flat()).toEqual(inOrder)
  expect(pages.length).toBeGreaterThan(1)
  await door.close()
})

test('a page is never larger than what Lambda answers with', async () => {
  const door = await open(1)
  // JSON writes this character with six bytes, and DynamoDB with one.
  const metadata = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`m${n}`, '\u0001'.repeat(1024)]))
  const inOrder = await createCases(door, 26, (n) => ({ description: `${n}`, metadata }))
  const first = await send(door, 'GET', '/cases?limit=100')
  // The body is a string in the JSON of Lambda's response.
  expect(Buffer.byteLength(JSON.stringify(first.body))).toBeLessThan(6_000_000)
  expect((await pagesOf(door, '/cases', 100, 'cases', 'caseId')).flat()).toEqual(inOrder)
  await door.close()
})

test.each(['0', '-1', '1.5', '', 'many'])('LIST_SHARDS=%j is refused at the start', (LIST_SHARDS) => {
  expect(() => createDependencies({ ...process.env, LIST_SHARDS })).toThrow(/LIST_SHARDS/)
})

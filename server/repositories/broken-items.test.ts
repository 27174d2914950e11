// Stored items that break the contract: a 500 on their own GET, in no list, logged with their key, and counted.
import { DynamoDBClient, PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { tableNames } from '../../local-cloud/emulators/dynamodb/index.ts'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
let dynamodb: DynamoDBClient
let authorization: string
beforeAll(async () => {
  door = await openFrontDoor()
  dynamodb = new DynamoDBClient({})
  authorization = `Bearer ${door.idToken()}`
})
afterAll(async () => {
  dynamodb.destroy()
  await door.close()
})
afterEach(() => void vi.restoreAllMocks())

const S = (value: string): AttributeValue => ({ S: value })
const N = (value: number): AttributeValue => ({ N: String(value) })
type StoredRecord = Record<string, AttributeValue | undefined>

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const timeAt = (n: number) => `2026-11-20T09:30:${String(n).padStart(2, '0')}.000Z`
const common = (n: number) => ({
  createdAt: S(timeAt(n)),
  updatedAt: S(timeAt(n)),
  incarnation: S('m1'),
  version: N(1),
  requestHash: S('h'),
})
const event = (n: number): StoredRecord => ({
  eventId: S(id(n)),
  ...common(n),
  ...{ title: S('t'), description: S('d'), date: S('2027-03-12'), location: S('l'), capacity: N(1), organizer: S('o') },
  ...{ status: S('ongoing'), listKey: S('event#0'), filterKey: S('event#ongoing#0') },
  sortKey: S(`${timeAt(n)}#${id(n)}`),
})
const kase = (n: number): StoredRecord => ({
  caseId: S(id(n)),
  ...common(n),
  ...{ description: S('d'), status: S('open'), listKey: S('case#0'), filterKey: S('case#open#0') },
  sortKey: S(`${timeAt(n)}#${id(n)}`),
})
const product = (n: number): StoredRecord => ({
  productId: S(`p${n}`),
  ...common(n),
  ...{ category: S('c'), productName: S('n'), priceCents: N(199), stock: N(1) },
  ...{ listKey: S('product#0'), filterKey: S('product#c#0'), sortKey: S(`p${n}`) },
})

const put = async (table: string, record: StoredRecord) => {
  const Item = Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, AttributeValue] => !!entry[1]),
  )
  await dynamodb.send(new PutItemCommand({ TableName: tableNames[table], Item }))
}
const get = (path: string) => door.send('GET', path, { headers: { authorization } })

const secret = 'secret content'
const resources = [
  {
    ...{
      name: 'event',
      path: '/events',
      table: 'EVENTS_TABLE',
      filter: 'status=ongoing',
      idMember: 'eventId',
      record: event,
    },
    broken: [
      { title: undefined },
      { status: S(secret) },
      { capacity: S(secret) },
      { capacity: N(-1) },
      { date: S('2027-02-30') },
      { createdAt: S(secret) },
      { version: undefined },
      { incarnation: N(1) },
    ],
  },
  {
    ...{ name: 'case', path: '/cases', table: 'CASES_TABLE', filter: 'status=open', idMember: 'caseId', record: kase },
    broken: [{ metadata: { M: { [secret]: N(1) } } }, { description: S('') }, { metadata: S(secret) }],
  },
  {
    ...{
      name: 'product',
      path: '/products',
      table: 'PRODUCTS_TABLE',
      filter: 'category=c',
      idMember: 'productId',
      record: product,
    },
    broken: [{ priceCents: undefined }, { priceCents: S(secret) }, { stock: N(1.5) }],
  },
]

test.each(resources)('$name: broken items are in no list, and every other item is there', async (resource) => {
  const { path, table, filter, idMember, record, broken } = resource
  const idOf = (n: number) => String(record(n)[idMember]?.S)
  // Every second item is broken, and the first two and the last two are.
  const all = broken.flatMap((changes, n) => [
    { n: 2 * n + 11, changes },
    { n: 2 * n + 12, changes: {} },
  ])
  const ends = [1, 2, 58, 59].map((n) => ({ n, changes: broken[0] }))
  for (const { n, changes } of [...all, ...ends]) await put(table, { ...record(n), ...changes })
  const good = all.filter(({ changes }) => Object.keys(changes).length === 0).map(({ n }) => idOf(n))
  for (const query of ['', `&${filter}`]) {
    for (const limit of [1, 2, 100]) {
      const listed: string[] = []
      let cursor = ''
      for (let pages = 0; pages < 100; pages += 1) {
        const page = bodyOf(await get(`${path}?limit=${limit}${query}${cursor}`))
        listed.push(...(page[path.slice(1)] as Record<string, string>[]).map((item) => String(item[idMember])))
        if (page.nextCursor === undefined) break
        cursor = `&cursor=${String(page.nextCursor)}`
      }
      expect(listed.sort(), `${query} ${limit}`).toEqual([...good].sort())
    }
  }
})

test.each(resources)(
  '$name: a broken item is a 500 on its own GET, logged without content, and counted',
  async (resource) => {
    const { name, path, table, record, broken, idMember } = resource
    const error = vi.spyOn(door.dependencies.log, 'error')
    const metric = vi.spyOn(door.dependencies.log, 'count')
    for (const changes of broken) {
      await put(table, { ...record(30), ...changes })
      const itemId = String(record(30)[idMember]?.S)
      const answer = await get(`${path}/${itemId}`)
      expect(answer.status, JSON.stringify(changes)).toBe(500)
      expect(bodyOf(answer).type).toBe('/docs/problems/internal-error')
      expect(error).toHaveBeenCalledWith('broken item', expect.objectContaining({ resource: name, id: itemId }))
      expect(metric.mock.calls).toEqual([['BrokenItems']])
      expect(JSON.stringify([error.mock.calls, answer])).not.toContain(secret)
      error.mockClear()
      metric.mockClear()
    }
  },
)

test('an update that mends a broken item is answered, and one that does not is a 500', async () => {
  const update = (body: object) => door.send('PUT', `/events/${id(40)}`, json(body, { authorization }))
  await put('EVENTS_TABLE', { ...event(40), title: undefined })
  expect((await update({ capacity: 5 })).status).toBe(500)
  expect((await update({ title: 'mended' })).status).toBe(200)
  expect((await get(`/events/${id(40)}`)).status).toBe(200)
})

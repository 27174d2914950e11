// The quota of a person for the assistant: counted in DynamoDB, shown in the answers' headers, refused with 429.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { openTable } from '../repositories/table.ts'
import { createDocuments } from '../repositories/documents.ts'
import { tables } from '../repositories/tables.ts'
import { createQuota, quotaLimit } from './quota.ts'

const limit = { requests: 3, hours: 1 }
let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor({ ASSISTANT_QUOTA_REQUESTS: '3', ASSISTANT_QUOTA_HOURS: '1' })
})
afterAll(() => door.close())

const ask = (user: string, body: object = { message: 'Hello' }) =>
  door.send('POST', '/chat', json(body, { authorization: `Bearer ${door.idToken(user)}` }))
const left = ({ headers }: { headers: Record<string, string> }) => Number(headers['RateLimit-Remaining'])

test('each answer shows what is left, and the next one is a 429 that says when to come again', async () => {
  const answers = [await ask('anna'), await ask('anna'), await ask('anna')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.map(left)).toEqual([2, 1, 0])
  const refused = await ask('anna')
  expect(bodyOf(refused)).toMatchObject({ status: 429, type: '/docs/problems/too-many-requests' })
  const { headers } = refused
  expect(headers).toMatchObject({ 'RateLimit-Limit': '3', 'RateLimit-Remaining': '0' })
  expect(headers['Retry-After']).toBe(headers['RateLimit-Reset'])
  expect(Number(headers['Retry-After'])).toBeGreaterThan(0)
  expect(Number(headers['Retry-After'])).toBeLessThanOrEqual(3600)
  // A page of another origin may read them.
  expect(headers['Access-Control-Expose-Headers']).toContain('RateLimit-Remaining')
  // Everything else is answered, and so is everybody else.
  const status = await door.send('GET', '/status', { headers: { authorization: `Bearer ${door.idToken('anna')}` } })
  expect(status.status).toBe(200)
  expect(left(await ask('bert'))).toBe(2)
})

test('a request that is refused takes nothing off the quota', async () => {
  for (const body of [{}, { message: '' }, { message: 'x', history: [{ role: 'assistant', content: 'x' }] }])
    expect((await ask('carl', body)).status).toBe(400)
  expect(left(await ask('carl'))).toBe(2)
})

test('concurrent requests cannot pass the limit', async () => {
  const statuses = (await Promise.all(Array.from({ length: 12 }, () => ask('dora')))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(3)
  expect(statuses.filter((status) => status === 429)).toHaveLength(9)
})

const quotaAt = (now: () => number) => {
  const documents = createDocuments(process.env)
  const tableName = process.env[tables.quotas.environmentVariable] ?? ''
  return createQuota({ table: openTable('quotas', 'api', { documents, tableName }), limit, now })
}

test('the next window begins with the whole quota, and an old counter expires', async () => {
  let now = Date.parse('2027-01-01T10:59:58Z')
  const take = quotaAt(() => now)
  for (let n = 0; n < limit.requests; n++) await take('emil')
  await expect(take('emil')).rejects.toMatchObject({ slug: 'too-many-requests', headers: { 'Retry-After': '2' } })
  now += 2000
  expect(await take('emil')).toEqual({ 'RateLimit-Limit': 3, 'RateLimit-Remaining': 2, 'RateLimit-Reset': 3600 })
})

test('without a limit nothing is counted, and no header is shown', async () => {
  const table = { update: () => Promise.reject(new Error('nobody asks')) }
  expect(await createQuota({ table, limit: quotaLimit(0, 24) })('anna')).toEqual({})
})

test.each([
  [-1, 24],
  [1.5, 24],
  [10, 0],
  [10, 0.5],
])('%d requests in %d hours are no quota', (requests, hours) => {
  expect(() => quotaLimit(requests, hours)).toThrow('must be whole numbers of at least 1')
})

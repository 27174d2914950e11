// Cases: ids, statuses, metadata, updates and lists.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { seed } from '../../testing/tally.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

const createCase = async (body: { description: string; metadata?: Record<string, string> }) => {
  const { data, response } = await door.client().POST('/cases', { body })
  if (!data) throw new Error(`createCase answered ${response.status}`)
  return { ...data, etag: response.headers.get('etag') ?? '' }
}

test('a case is created, read, and found in the lists', async () => {
  const client = door.client()
  const created = await client.POST('/cases', { body: { description: 'Broken kiosk', metadata: { site: 'A4' } } })
  expect(created.response.status).toBe(201)
  expect(created.data).toMatchObject({ description: 'Broken kiosk', status: 'open', metadata: { site: 'A4' } })
  const caseId = created.data?.caseId ?? ''
  expect(created.response.headers.get('location')).toBe(`/cases/${caseId}`)

  const read = await client.GET('/cases/{caseId}', { params: { path: { caseId } } })
  expect(read.data).toEqual(created.data)
  expect(read.response.headers.get('etag')).toBe(created.response.headers.get('etag'))

  const listed = await client.GET('/cases', { params: { query: { status: 'open' } } })
  expect(listed.data?.cases[0]).toEqual(created.data)
})

test('pages go through all cases, newest first, each once', async () => {
  const client = door.client()
  const made = []
  for (let n = 0; n < 7; n += 1) made.push((await createCase({ description: `case ${n}` })).caseId)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { data } = await client.GET('/cases', { params: { query: { limit: 3, ...(cursor && { cursor }) } } })
    expect(data?.cases.length).toBeLessThanOrEqual(3)
    seen.push(...(data?.cases.map(({ caseId }) => caseId) ?? []))
    cursor = data?.nextCursor
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.slice(0, 7)).toEqual(made.reverse())
})

test('a cursor is refused when damaged, and on another filter', async () => {
  for (let n = 0; n < 2; n += 1) await createCase({ description: 'one more' })
  const headers = { authorization: `Bearer ${door.idToken()}` }
  const page = bodyOf(await door.send('GET', '/cases?limit=1', { headers }))
  const cursor = String(page.nextCursor)
  expect((await door.send('GET', `/cases?limit=1&cursor=${cursor}`, { headers })).status).toBe(200)
  for (const broken of [`${cursor}A`, cursor.slice(1), cursor.slice(0, -2), 'x', '%20']) {
    expect(await door.send('GET', `/cases?cursor=${broken}`, { headers })).toMatchObject({ status: 400 })
  }
  expect(await door.send('GET', `/cases?status=open&cursor=${cursor}`, { headers })).toMatchObject({ status: 400 })
})

test('an update changes the given members alone, and moves the case to its status', async () => {
  const client = door.client()
  const { caseId, createdAt } = await createCase({
    description: 'Broken kiosk',
    metadata: { site: 'A4', priority: 'low' },
  })
  const params = { path: { caseId } }
  const { data } = await client.PUT('/cases/{caseId}', {
    params,
    body: { status: 'resolved', metadata: { site: 'A5' } },
  })
  expect(data).toMatchObject({
    caseId,
    createdAt,
    description: 'Broken kiosk',
    status: 'resolved',
    metadata: { site: 'A5' },
  })
  const resolved = await client.GET('/cases', { params: { query: { status: 'resolved' } } })
  expect(resolved.data?.cases.map((item) => item.caseId)).toContain(caseId)
  const open = await client.GET('/cases', { params: { query: { status: 'open', limit: 100 } } })
  expect(open.data?.cases.map((item) => item.caseId)).not.toContain(caseId)
})

test('If-Match lets a change through only while the case is as it was read', async () => {
  const { caseId, etag } = await createCase({ description: 'Broken kiosk' })
  const authorization = `Bearer ${door.idToken()}`
  const put = (ifMatch: string, id = caseId) =>
    door.send('PUT', `/cases/${id}`, json({ status: 'closed' }, { authorization, 'if-match': ifMatch }))
  expect((await put('"zzz-1"')).status).toBe(412)
  expect((await put(`W/${etag}`)).status).toBe(412)
  const changed = await put(`"other", ${etag}`)
  expect(changed.status).toBe(200)
  expect(changed.headers.ETag).not.toBe(etag)
  expect((await put(etag)).status).toBe(412)
  expect((await put('*')).status).toBe(200)
  expect((await put(etag, '00000000-0000-4000-8000-000000000000')).status).toBe(404)
})

test('If-None-Match answers 304 without a body', async () => {
  const { caseId, etag } = await createCase({ description: 'Broken kiosk' })
  const headers = { authorization: `Bearer ${door.idToken()}`, 'if-none-match': `"x", W/${etag}` }
  const response = await door.send('GET', `/cases/${caseId}`, { headers })
  expect(response).toMatchObject({ status: 304, headers: { ETag: etag } })
  expect(response.body).toBeUndefined()
})

test('one Idempotency-Key sent 50 times at once creates one case', async () => {
  const client = door.client('idempotent')
  const body = { description: 'Only once', metadata: { b: '2', a: '1' } }
  const sent = await Promise.all(
    Array.from({ length: 50 }, () =>
      client.POST('/cases', { params: { header: { 'Idempotency-Key': 'once' } }, body }),
    ),
  )
  expect(new Set(sent.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(sent.filter(({ response }) => response.headers.has('idempotent-replayed'))).toHaveLength(49)
  expect(new Set(sent.map(({ response }) => response.headers.get('etag'))).size).toBe(1)

  const list = await client.GET('/cases', { params: { query: { limit: 100 } } })
  expect(list.data?.cases.filter(({ description }) => description === 'Only once')).toHaveLength(1)
})

test('a repeat answers the original after an update; another body is 422; another caller has a key of its own', async () => {
  const client = door.client('repeats')
  const header = { 'Idempotency-Key': 'k1' }
  const body = { description: 'First' }
  const { data: first } = await client.POST('/cases', { params: { header }, body })
  const caseId = first?.caseId ?? ''
  await client.PUT('/cases/{caseId}', {
    params: { path: { caseId } },
    body: { description: 'Changed', status: 'closed' },
  })
  const again = await client.POST('/cases', { params: { header }, body })
  expect(again.data).toEqual(first)
  expect(again.response.status).toBe(201)
  const other = await client.POST('/cases', { params: { header }, body: { description: 'Second' } })
  expect(other.response.status).toBe(422)
  const bob = await door.client('bob').POST('/cases', { params: { header }, body })
  expect(bob.data?.caseId).not.toBe(caseId)
})

test('names of metadata have 1 to 256 characters, and may be what JavaScript and DynamoDB call things', async () => {
  const client = door.client()
  const names = [
    'a',
    'ä',
    '🎈',
    ' ',
    'a.b',
    '#a',
    ':a',
    'x'.repeat(256),
    'constructor',
    'toString',
    'toJSON',
    'then',
    'S',
  ]
  const metadata = Object.fromEntries(names.map((name) => [name, `value of ${name}`]))
  const { caseId } = await createCase({ description: 'Odd names', metadata })
  const params = { path: { caseId } }
  expect((await client.GET('/cases/{caseId}', { params })).data?.metadata).toEqual(metadata)
  expect((await client.PUT('/cases/{caseId}', { params, body: { metadata } })).data?.metadata).toEqual(metadata)
  for (const name of ['', 'x'.repeat(257), 'x'.repeat(70_000)]) {
    const body = { description: 'Odd names', metadata: { [name]: 'value' } }
    for (const { response, error } of [
      await client.POST('/cases', { body }),
      await client.PUT('/cases/{caseId}', { params, body }),
    ]) {
      expect(response.status).toBe(400)
      expect(error).toMatchObject({ errors: [{ pointer: '/metadata' }] })
    }
  }
})

test('any text within the bounds comes back as it was sent', async () => {
  const client = door.client()
  const text = (maxLength: number, minLength = 0) =>
    fc.string({ unit: 'binary', minLength, maxLength }).filter((value) => !value.includes('\0'))
  const input = fc.record(
    {
      description: text(200, 1),
      metadata: fc.dictionary(
        text(20, 1).filter((name) => name !== '__proto__'),
        text(50),
        { maxKeys: 8 },
      ),
    },
    { requiredKeys: ['description'] },
  )
  let runs = 0
  await fc.assert(
    fc.asyncProperty(input, async (body) => {
      runs += 1
      const { data } = await client.POST('/cases', { body })
      const { data: read } = await client.GET('/cases/{caseId}', { params: { path: { caseId: data?.caseId ?? '' } } })
      expect(read).toMatchObject(body)
    }),
    { seed, numRuns: 60 },
  )
  expect(runs).toBe(60)
})

// The data of the start page over HTTP, from the local cloud as its user runs it.
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import type { FilePage, ItemPage, RequestPage } from './data/answers.ts'

const apiKey = 'a-key-that-nobody-may-read'
const addresses = ['', 'requests', 'executions', 'items?table=cases', 'files?bucket=frontdesk-case-files']
  .map((name) => (name === '' ? '/' : `/local-cloud/${name}`))
  .concat(
    '/local-cloud/events',
    '/local-cloud/page.js',
    '/local-cloud/file?bucket=frontdesk-sample-data&key=users.json',
  )

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path, LOCAL_API_KEY: apiKey, LOG_LEVEL: 'INFO' } })
  url = await cloud.ready()
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

const read = async <Answer>(address: string) => (await (await fetch(`${url}/local-cloud/${address}`)).json()) as Answer
const requests = async () => (await read<RequestPage>('requests')).rows
const post = (body: unknown) =>
  fetch(`${url}/cases`, {
    method: 'POST',
    headers: { ...data.user, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Sends by node:http, which lets a test choose each header. */
const ask = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; headers: object; body: string }>((resolve, reject) => {
    const sent = request(url + path, { headers }, (response) => {
      const { statusCode: status } = response
      const ended = () => resolve({ status, headers: response.headers, body: '' })
      // A stream of events has no end.
      if (response.headers['content-type'] === 'text/event-stream') sent.once('close', ended).destroy()
      else void text(response).then((body) => resolve({ status, headers: response.headers, body }), reject)
    })
    sent.on('error', reject).end()
  })

describe('who gets the data', () => {
  const foreign = ['evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', '10.0.0.1', 'local-host']

  test.each(addresses)('%s: a foreign Host gets a sentence and nothing else', async (path) => {
    for (const host of foreign) {
      const { status, headers, body } = await ask(path, { host })
      expect([host, status]).toEqual([host, 403])
      expect(body).toMatch(/^[^<>{}]{20,250}\n$/)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
      expect(body).not.toMatch(/eyJ|key/)
    }
  })

  test.each(addresses)('%s: this machine gets it under each of its names', async (path) => {
    for (const host of ['localhost', 'LOCALHOST:1', '127.0.0.1', '127.8.9.1:80', '[::1]:3000']) {
      expect([host, (await ask(path, { host })).status]).toEqual([host, 200])
    }
  })

  test.each(addresses.slice(1))('%s: a page of another origin gets nothing', async (path) => {
    const { host } = new URL(url)
    for (const foreign of [
      { origin: 'http://evil.example' },
      { origin: 'http://localhost:5173' },
      { origin: 'null' },
      { origin: `https://${host}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const { status, headers, body } = await ask(path, { host, ...foreign })
      expect([foreign, status, body]).toEqual([
        foreign,
        403,
        expect.stringMatching(/^[^<>{}]*No other website may\.\n$/),
      ])
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    for (const own of [{ origin: url }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }]) {
      const { status, headers } = await ask(path, { host, ...own })
      expect(status).toBe(200)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s changes nothing and is left to the gateway', async (method) => {
    const response = await fetch(`${url}/local-cloud/items?table=cases`, { method })
    expect(response.status).toBe(404)
  })

  test.each(['items?table=none', 'items?table=constructor', 'files?bucket=none', 'file?bucket=none&key=a', 'file'])(
    '%s is nothing',
    async (address) => {
      expect((await fetch(`${url}/local-cloud/${address}`)).status).toBe(404)
    },
  )
})

describe('the last requests', () => {
  test('have what a line of the log has, and a failed one its problem', async () => {
    const { status } = await post({ description: 5 })
    const [failed] = await requests()
    expect(failed).toMatchObject({
      method: 'POST',
      path: '/cases',
      status,
      durationMs: expect.any(Number) as number,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      problem: { type: '/docs/problems/invalid-request', errors: [{ pointer: '/description' }] },
      lines: [{ level: 'INFO', text: expect.stringContaining('operationId=createCase') as string }],
    })
  })

  test('show no key, no token, no query and no personal id', async () => {
    const key = { 'x-api-key': apiKey }
    await fetch(`${url}/customers/alice@example.com?name=bob`, { headers: key })
    await fetch(`${url}/customers/alice@example.com/orders`, { headers: { ...data.user, ...key } })
    await fetch(`${url}/customers/alice@example.com`, { headers: { 'x-api-key': `${apiKey}-not` } })
    await fetch(`${url}/cases?cursor=secret-words`, { headers: data.user })
    const rows = await requests()
    expect(rows.slice(0, 4).map(({ path }) => path)).toEqual([
      '/cases',
      '/customers/{id}',
      '/customers/{id}/orders',
      '/customers/{id}',
    ])
    const secrets = ['alice', 'bob', 'secret-words', apiKey, ...data.user.authorization.split(/[ .]/).slice(1)]
    expect(secrets.filter((secret) => JSON.stringify(rows).includes(secret))).toEqual([])
  })

  test('have the cause of a 5xx', async () => {
    const bucket = join(data.path, 's3', 'frontdesk-sample-data', 'data')
    await rm(bucket, { recursive: true })
    const response = await fetch(`${url}/orders`, { headers: data.user })
    expect(response.status).toBeGreaterThanOrEqual(500)
    const [failed] = await requests()
    expect(failed).toMatchObject({ path: '/orders', status: response.status, problem: { status: response.status } })
    expect(failed?.lines.map(({ level }) => level)).toContain('ERROR')
  })
})

describe('tables and files', () => {
  test('the pages of a table have each item once, in its order', async () => {
    const first = await read<ItemPage>('items?table=products')
    expect(first.pages).toBeGreaterThan(2)
    const pages = await Promise.all(
      Array.from({ length: first.pages }, (_, page) => read<ItemPage>(`items?table=products&page=${page}`)),
    )
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(new Set(ids).size).toBe(first.total)
    expect(ids).toHaveLength(first.total)
    expect(ids).toEqual([...ids].sort())
    expect((await read<ItemPage>('items?table=products&page=999')).page).toBe(first.pages - 1)
    expect((await read<ItemPage>('items?table=products&page=-1&page=x')).page).toBe(0)
  })

  test('a new item is the first of a table that lists the newest first, with all that is stored', async () => {
    const created = (await (await post({ description: 'The newest' })).json()) as { caseId: string }
    const { rows, columns } = await read<ItemPage>('items?table=cases')
    expect(rows[0]?.id).toBe(created.caseId)
    expect(columns).toContain('description')
    expect(JSON.parse(rows[0]?.json ?? '')).toMatchObject({ ...created, listKey: expect.any(String) as string })
  })

  test('a file is an attachment that no browser shows as a page', async () => {
    const { caseId } = (await (await post({ description: 'With a file' })).json()) as { caseId: string }
    const name = "a page (1)'s.html"
    const query = new URLSearchParams({ fileName: name, contentType: 'text/html' })
    const asked = await fetch(`${url}/cases/${caseId}/upload?${query.toString()}`, { headers: data.user })
    const { uploadUrl } = (await asked.json()) as { uploadUrl: string }
    const body = '<script>alert(1)</script>'
    await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'text/html' }, body })

    const { rows } = await read<FilePage>('files?bucket=frontdesk-case-files')
    expect(rows).toMatchObject([{ key: expect.stringContaining(name) as string, size: body.length, type: 'text/html' }])
    const address = new URLSearchParams({ bucket: 'frontdesk-case-files', key: rows[0]?.key ?? '' })
    const response = await fetch(`${url}/local-cloud/file?${address.toString()}`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''a%20page%20%281%29%27s.html",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(await response.text()).toBe(body)
  })
})

test('live events tell what a request changed, and the local cloud ends although a page listens', async () => {
  const { body } = await fetch(`${url}/local-cloud/events`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  await post({ description: 'Seen live' })
  let events = ''
  while (!/event: requests/.test(events) || !/event: tables/.test(events)) events += (await reader?.read())?.value ?? ''
  const exited = cloud.kill('SIGTERM')
  // A connection that is cut off would reject.
  for (let last = await reader?.read(); last && !last.done; last = await reader?.read()) events += last.value
  expect(await exited).toBe(0)
  expect(cloud.stderr()).not.toMatch(/TypeError|Unhandled/)
})

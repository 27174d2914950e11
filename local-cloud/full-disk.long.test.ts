// A disk that becomes full, and has room again. A limit on the size of files stands for it: each write fails as on a disk.
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'

let data: Awaited<ReturnType<typeof createDataDir>>
let running: CloudProcess[]
beforeEach(async () => {
  data = await createDataDir()
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((cloud) => cloud.kill('SIGKILL')))
  await data.remove()
})

type Json = Record<string, unknown>

const start = (largestFileKiB?: number) => {
  // The compiler's cache would meet the limit too.
  const env = { DATA_DIR: data.path, LOG_LEVEL: 'SILENT', NODE_DISABLE_COMPILE_CACHE: '1', LOCAL_SCHEDULE_SECONDS: '1' }
  const cloud = runCloud({ env, ...(largestFileKiB !== undefined && { largestFileKiB }) })
  running.push(cloud)
  return cloud
}

const limitFiles = ({ pid }: CloudProcess, bytes: number | 'unlimited') =>
  promisify(execFile)('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])

const apiKey = { 'x-api-key': 'local-api-key' }

const callerOf = (url: string) => {
  const send = async (method: string, path: string, body: Json | undefined, headers: Record<string, string>) =>
    fetch(url + path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  return {
    createCase: async () => {
      const response = await send('POST', '/cases', { description: 'x'.repeat(4000) }, data.user)
      return { status: response.status, id: String(((await response.json()) as Json).caseId) }
    },
    submit: async (id: string) => (await send('POST', '/workflow/submit', { id }, apiKey)).status,
    putCustomer: async (id: string) => (await send('PUT', `/customers/${id}`, undefined, apiKey)).status,
    exists: async (id: string) => (await (await send('GET', `/customers/${id}`, undefined, apiKey)).json()) as Json,
    statusOf: async (path: string) => (await send('GET', path, undefined, data.user)).status,
    upload: async (caseId: string, size: number) => {
      const path = `/cases/${caseId}/upload?fileName=${size}.txt&contentType=text/plain`
      const { uploadUrl, headers } = (await (await send('GET', path, undefined, data.user)).json()) as Json
      const options = { method: 'PUT', headers: headers as Record<string, string>, body: 'x'.repeat(size) }
      return (await fetch(String(uploadUrl), options)).status
    },
    listedCases: async () => {
      const ids: string[] = []
      for (let cursor = ''; ;) {
        const page = (await (await send('GET', `/cases?limit=100${cursor}`, undefined, data.user)).json()) as Json
        ids.push(...(page.cases as Json[]).map(({ caseId }) => String(caseId)))
        if (typeof page.nextCursor !== 'string') return ids.sort()
        cursor = `&cursor=${page.nextCursor}`
      }
    },
  }
}

/** Acts until an answer is a 5xx. Returns the numbers of the acts that were acknowledged. */
async function untilRefused(act: (n: number) => Promise<number>): Promise<number[]> {
  const acknowledged: number[] = []
  for (let n = 0; n < 2000; n += 1) {
    const status = await act(n)
    if (status >= 500) return acknowledged
    acknowledged.push(n)
  }
  throw new Error('The disk did not become full.')
}

test(
  'what cannot be stored is a 5xx, all else goes on, and with room everything does',
  { timeout: 120_000 },
  async () => {
    const cloud = start(512)
    const url = await cloud.ready()
    const { createCase, submit, putCustomer, statusOf, upload, listedCases, exists } = callerOf(url)
    const cases: string[] = []
    await untilRefused(async () => {
      const { status, id } = await createCase()
      if (status === 201) cases.push(id)
      return status
    })
    const [first = ''] = cases
    expect(cases.length).toBeGreaterThan(5)
    // The journal is smaller than the tables.
    await limitFiles(cloud, 8 * 1024)
    const submitted = await untilRefused((n) => submit(`w-${n}`))
    expect(submitted.length).toBeGreaterThan(1)
    expect(await putCustomer('refused')).toBe(503)
    expect(await upload(first, 300_000)).toBe(500)
    // Reads, and files that are small enough.
    expect(await listedCases()).toEqual([...cases].sort())
    expect(await statusOf(`/cases/${first}`)).toBe(200)
    expect(await upload(first, 100)).toBe(200)

    await limitFiles(cloud, 'unlimited')
    for (const n of [1, 2, 3]) {
      const { status, id } = await createCase()
      expect(status, String(n)).toBe(201)
      cases.push(id)
    }
    // In this order: the workflow stores its customer, too.
    expect(await putCustomer('again')).toBe(201)
    expect(await submit('again')).toBe(202)
    expect(await upload(first, 300_000)).toBe(200)

    const lines = cloud.stderr().trim().split('\n')
    for (const file of [/dynamodb\/\d+\.log/, /executions\.jsonl/, /s3\/\S+\/data\//]) {
      expect(lines.filter((line) => file.test(line))).toEqual([
        expect.stringMatching(
          /Cannot use \S+: the file has reached the size limit of the process\. Raise it \(ulimit -f\)\./,
        ),
      ])
    }
    expect(lines.filter((line) => line.startsWith('    at '))).toEqual([])

    await cloud.kill('SIGKILL')
    const again = callerOf(await start().ready())
    expect(await again.listedCases()).toEqual([...cases].sort())
    expect(await again.exists('again')).toEqual({ id: 'again', exists: true })
    expect(await exists('refused').catch(() => 'down')).toBe('down')
    expect(await again.exists('refused')).toEqual({ id: 'refused', exists: false })
    // No line of the journal was cut in the middle.
    await vi.waitFor(async () => {
      const journal = await readFile(join(data.path, 'step-functions', 'executions.jsonl'), 'utf8')
      for (const line of journal.split('\n').slice(0, -1)) JSON.parse(line)
      expect(journal).toContain('customer_created')
    })
    expect(running.at(-1)?.stderr()).not.toContain('damaged')
  },
)

test('a start without room says so in one line, and with room it starts', { timeout: 60_000 }, async () => {
  const first = start()
  const { createCase, listedCases } = callerOf(await first.ready())
  for (let n = 0; n < 20; n += 1) await createCase()
  const before = await listedCases()
  await first.kill('SIGKILL')
  const cloud = start(16)
  expect(await cloud.exited).toBe(1)
  expect(cloud.stderr()).toMatch(
    /^Cannot use \S+dynamodb\/\S+: the file has reached the size limit[^\n]+ Then start again\.\n$/,
  )
  expect(await callerOf(await start().ready()).listedCases()).toEqual(before)
})

test.each([8, 64])(
  'a first start with room for files of %i kB says so in one line',
  { timeout: 60_000 },
  async (largestFileKiB) => {
    const cloud = start(largestFileKiB)
    expect(await cloud.exited).toBe(1)
    expect(cloud.stderr()).toMatch(
      /^Cannot use (a file in )?\/\S+: the file has reached the size limit[^\n]+ Then start again\.\n$/,
    )
  },
)

test('damaged files at the start: each has its line, and the rest goes on', { timeout: 60_000 }, async () => {
  const first = start()
  const { createCase, upload, putCustomer } = callerOf(await first.ready())
  const { id } = await createCase()
  expect(await upload(id, 10)).toBe(200)
  expect(await putCustomer('c-1')).toBe(201)
  expect(await first.kill('SIGTERM')).toBe(0)
  const journals = ['events/customers-stream.jsonl', 'step-functions/executions.jsonl'].map((file) =>
    join(data.path, file),
  )
  for (const journal of journals) await writeFile(journal, `garbage\n${await readFile(journal, 'utf8')}{"cut`)
  await rm(join(data.path, 'dynamodb', 'CURRENT'))
  await mkdir(join(data.path, 's3', 'frontdesk-case-files', 'objects', 'folder.json'))

  const second = start()
  const again = callerOf(await second.ready())
  expect(await again.listedCases()).toEqual([id])
  expect(await again.exists('c-1')).toEqual({ id: 'c-1', exists: true })
  const lines = second.stderr().trim().split('\n')
  for (const file of [...journals, 'CURRENT is missing', 'folder.json is damaged']) {
    expect(lines.filter((line) => line.includes(file))).toHaveLength(1)
  }
  expect(lines.filter((line) => line.startsWith('    at '))).toEqual([])
})

// The workflow in the local cloud as its user runs it: what a kill leaves, the schedule, and the start page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string

const start = async (env: Record<string, string> = {}) => {
  cloud = runCloud({ env: { DATA_DIR: data.path, LOG_LEVEL: 'SILENT', ...env } })
  url = await cloud.ready()
}

beforeEach(async () => {
  data = await createDataDir()
})
afterEach(async () => {
  await cloud.kill()
  await data.remove()
})

/** Only patience: no test is about this time. */
const timeout = 20_000

const headers = { 'x-api-key': 'local-api-key' }
const put = (id: string) => fetch(`${url}/customers/${id}`, { method: 'PUT', headers })
const exists = async (id: string) =>
  ((await (await fetch(`${url}/customers/${id}`, { headers })).json()) as { exists: boolean }).exists

/** What the start page lists, newest first: `c-1 … ValidateExists → Choice → LogEvent already_exists`. */
const listed = async () => {
  const page = await (await fetch(url)).text()
  const [, list = ''] = /<dl id="executions">([\s\S]*?)<\/dl>/.exec(page) ?? []
  return list
    .split('</div>')
    .map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
}

/** Ids of the customers whose event has started an execution. */
const announced = async () => {
  const journal = await readFile(join(data.path, 'step-functions', 'executions.jsonl'), 'utf8')
  const inputs = journal
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => (JSON.parse(line) as { input?: string }).input ?? [])
    .map((input) => JSON.parse(input) as { id: string; trigger?: string })
  return new Set(inputs.filter(({ trigger }) => trigger === 'customer_created').map(({ id }) => id))
}

test(
  'a customer written before a kill and not yet published is published after the restart',
  { timeout: 60_000 },
  async () => {
    await start({ LOCAL_PIPE_WINDOW_SECONDS: '3600' })
    expect((await put('c-1')).status).toBe(201)
    expect(await listed()).toEqual([])
    await cloud.kill('SIGKILL')

    await start()
    const row = expect.stringMatching(/^c-1 .* event ValidateExists → Choice → LogEvent already_exists$/) as string
    await vi.waitFor(async () => expect(await listed()).toEqual([row]), { timeout, interval: 100 })

    await cloud.kill('SIGKILL')
    await start()
    expect(await listed()).toEqual([row])
  },
)

test('killed amid parallel writes, it announces every customer that is there', { timeout: 60_000 }, async () => {
  const ids = Array.from({ length: 120 }, (_, n) => `c-${n}`)
  const acknowledged = new Set<string>()
  for (const round of [0, 1, 2]) {
    await start()
    const share = ids.slice(round * 40, round * 40 + 40)
    const writes = Promise.allSettled(share.map((id) => put(id).then(() => acknowledged.add(id))))
    // At this moment some customers are stored, some requests are on their way, and some have not begun.
    const atLeast = acknowledged.size + 1 + round * 8
    await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThanOrEqual(atLeast), {
      interval: 1,
      timeout,
    })
    await cloud.kill('SIGKILL')
    await writes
  }

  await start()
  const there = new Set<string>()
  for (const id of ids) if (await exists(id)) there.add(id)
  expect(acknowledged.size).toBeGreaterThan(2)
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
  await vi.waitFor(async () => expect(await announced()).toEqual(there), { timeout, interval: 100 })
})

test(
  'the schedule starts the workflow: the first time it inserts, and then it finds',
  { timeout: 60_000 },
  async () => {
    await start({ LOCAL_SCHEDULE_SECONDS: '0.5' })
    const ended = async () => (await listed()).reverse().filter((row) => !row.endsWith(' running'))
    await vi.waitFor(async () => expect((await ended()).length).toBeGreaterThanOrEqual(3), { timeout, interval: 100 })
    const rows = await ended()
    expect(rows[0]).toMatch(/^scheduled-check .* schedule ValidateExists → Choice → InsertId inserted$/)
    expect(rows[1]).toMatch(/^scheduled-check .* event ValidateExists → Choice → LogEvent already_exists$/)
    expect(rows[2]).toMatch(/^scheduled-check .* schedule ValidateExists → Choice → LogEvent already_exists$/)
  },
)

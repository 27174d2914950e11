// The memory of the local cloud under load: it does not grow with the requests. `npm run test:long` runs this file.
// `npm run bench -- --local` has 100,000 requests.
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'

const connections = 16
/** Operations of all kinds load more code, and lists of long texts. */
const mostMegabytes = { small: 200, mixed: 220 }
const apiKey = 'key-of-the-load'

const residentMegabytesOf = async (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
let agent: Agent

const start = async () => {
  cloud = runCloud({ env: { DATA_DIR: data.path, LOG_FORMAT: 'json', LOCAL_API_KEY: apiKey } })
  url = await cloud.ready()
}

beforeAll(async () => {
  data = await createDataDir()
  // The first start compiles the code, and has 20 MB more than those that find it in the cache.
  await start()
  await cloud.kill()
})
beforeEach(async () => {
  await start()
  agent = new Agent({ keepAlive: true, maxSockets: connections })
})
afterEach(async () => {
  agent.destroy()
  await cloud.kill()
})
afterAll(() => data.remove())

type Sent = { body?: string | undefined; headers?: Record<string, string> }

const send = (method: string, target: string, { body, headers = data.user }: Sent = {}) =>
  new Promise<{ location: string; text: string }>((resolve, reject) => {
    const type = { 'content-type': 'application/json' }
    const sent = request(new URL(target, url), { method, agent, headers: { ...type, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => {
        const { statusCode = 500 } = response
        if (statusCode < 300) resolve({ location: response.headers.location ?? '', text })
        else reject(new Error(`${method} ${target}: ${statusCode} ${text}`))
      })
    })
    sent.on('error', reject).end(body)
  })

/** Sends as many on 16 connections. Returns the memory after them. */
async function megabytesAfter(count: number, sendOne: (n: number) => Promise<unknown>): Promise<number> {
  let begun = 0
  const client = async () => {
    while (begun < count) await sendOne(begun++)
  }
  await Promise.all(Array.from({ length: connections }, client))
  const megabytes = await residentMegabytesOf(cloud.pid ?? 0)
  console.log({ megabytes })
  return megabytes
}

test(`after 20,000 requests it has at most ${mostMegabytes.small} MB`, { timeout: 10 * 60_000 }, async () => {
  const body = JSON.stringify({ description: 'The kiosk at gate A4 does not print.' })
  const { location } = await send('POST', '/cases', { body })
  const sendOne = (n: number) => (n % 2 === 1 ? send('GET', location) : send('POST', '/cases', { body }))
  expect(await megabytesAfter(20_000, sendOne)).toBeLessThanOrEqual(mostMegabytes.small)
})

/** Operations of all kinds, in turn. Half of them upload a file. */
async function mixed(n: number) {
  const ofConsumer = { 'x-api-key': apiKey }
  const kinds: (() => Promise<unknown>)[] = [
    () => send('GET', '/cases?limit=20'),
    () => send('POST', '/chat', { body: JSON.stringify({ message: 'Which products are there?' }) }),
    () => send('POST', '/chat/stream', { body: JSON.stringify({ message: 'Which products are there?' }) }),
    () => send('PUT', `/customers/load-${n}`, { body: '{}', headers: ofConsumer }),
    () => send('POST', '/workflow/submit', { body: JSON.stringify({ id: `load-${n}` }), headers: ofConsumer }),
    async () => {
      const body = { title: 'Inventory', description: 'All.', date: '2027-01-01', location: 'A4', capacity: 1 }
      const event = await send('POST', '/events', { body: JSON.stringify({ ...body, organizer: 'Ops' }) })
      await send('PUT', event.location, { body: JSON.stringify({ status: 'cancelled' }) })
      await send('DELETE', event.location)
    },
  ]
  await (n % 2 === 1 ? upload(n) : kinds[(n / 2) % kinds.length]?.())
}

async function upload(n: number) {
  const { location } = await send('POST', '/cases', { body: JSON.stringify({ description: 'x'.repeat(3000) }) })
  const { text } = await send('GET', `${location}/upload?fileName=a.txt&contentType=text/plain`)
  // Safe cast: the contract has these members.
  const { uploadUrl, headers } = JSON.parse(text) as { uploadUrl: string; headers: Record<string, string> }
  await send('PUT', uploadUrl, { body: 'x'.repeat(n % 10 === 1 ? 200_000 : 1000), headers })
  await send('GET', `${location}/files`)
}

test(
  `after 2,400 operations of all kinds, half of them uploads, at most ${mostMegabytes.mixed} MB`,
  { timeout: 10 * 60_000 },
  async () => {
    expect(await megabytesAfter(2400, mixed)).toBeLessThanOrEqual(mostMegabytes.mixed)
  },
)

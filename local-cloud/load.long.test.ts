// The memory of the local cloud under load: it does not grow with the requests. `npm run test:long` runs this file.
// `npm run bench -- --local` has 100,000 requests.
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { createDataDir, runCloud } from '../testing/local-cloud.ts'

const requests = 20_000
const connections = 16
const mostMegabytes = 200

const residentMegabytesOf = async (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

test(`after ${requests} requests it has at most ${mostMegabytes} MB`, { timeout: 10 * 60_000 }, async () => {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path, LOG_FORMAT: 'json' } })
  const url = await cloud.ready()
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { ...data.user, 'content-type': 'application/json' }
  const send = (method: string, path: string, body?: string) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(new URL(path, url), { method, agent, headers }, (response) => {
        response.resume()
        if (response.statusCode !== (method === 'GET' ? 200 : 201))
          reject(new Error(`${method} ${response.statusCode}`))
        response.on('end', () => resolve(response.headers.location ?? ''))
      })
      sent.on('error', reject).end(body)
    })
  const body = JSON.stringify({ description: 'The kiosk at gate A4 does not print.' })
  const item = await send('POST', '/cases', body)
  let left = requests
  const client = async () => {
    while (left-- > 0) await (left % 2 === 0 ? send('GET', item) : send('POST', '/cases', body))
  }
  await Promise.all(Array.from({ length: connections }, client))
  const megabytes = await residentMegabytesOf(cloud.pid ?? 0)
  console.log({ megabytes })
  expect(megabytes).toBeLessThanOrEqual(mostMegabytes)
  agent.destroy()
  await cloud.kill()
  await data.remove()
})

// Many connections at a time: the cloud answers them all, and none with a 5xx.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createDataDir, runCloud } from '../testing/local-cloud.ts'

const connections = 500
const rounds = 3

test('500 kept connections read and write without a 5xx', { timeout: 120_000 }, async () => {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path, LOG_LEVEL: 'SILENT' } })
  const url = await cloud.ready()
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: string, path: string, body = '') =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...data.user, ...(body && { 'content-type': 'application/json' }) }
      const asked = request(url + path, { method, agent, headers }, (response) => {
        void text(response).then(() => resolve(response.statusCode), reject)
      })
      asked.on('error', reject).end(body)
    })
  const statuses = new Map<number | undefined, number>()
  const caller = async (_: unknown, n: number) => {
    for (let round = 0; round < rounds; round += 1) {
      const isWrite = (n + round) % 2 === 1
      const status = await (isWrite
        ? ask('POST', '/cases', JSON.stringify({ description: `Burst ${n}` }))
        : ask('GET', '/cases?limit=10'))
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: connections }, caller))
  agent.destroy()
  await cloud.kill()
  await data.remove()
  expect(Object.fromEntries(statuses)).toEqual({ 200: 750, 201: 750 })
  expect(cloud.stderr()).toBe('')
})

// Who can reach the local cloud: only this machine, unless LOCAL_HOST opens it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'
import { answering, ownAddresses } from '../testing/own-addresses.ts'
import { urlAt } from './address.ts'

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
beforeEach(async () => {
  data = await createDataDir()
})
afterEach(async () => {
  await cloud.kill()
  await data.remove()
})

/** The addresses of the API and of an uploaded file. */
async function start(env: Record<string, string>) {
  cloud = runCloud({ env: { DATA_DIR: data.path, LOG_LEVEL: 'SILENT', ...env } })
  const url = new URL(await cloud.ready())
  const headers = { ...data.user, 'content-type': 'application/json' }
  const created = await fetch(`${url.origin}/cases`, { method: 'POST', headers, body: '{"description":"With a file"}' })
  const { caseId } = (await created.json()) as { caseId: string }
  const asked = await fetch(`${url.origin}/cases/${caseId}/upload?fileName=a.txt&contentType=text/plain`, { headers })
  const { uploadUrl } = (await asked.json()) as { uploadUrl: string }
  const sent = await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'a' })
  expect(sent.status).toBe(200)
  return { api: url, files: new URL(uploadUrl) }
}

test('nobody else on the network reaches it', async () => {
  const { api, files } = await start({})
  expect([api.hostname, files.hostname]).toEqual(['localhost', '127.0.0.1'])
  const own = ownAddresses('IPv4', 'IPv6')
  expect(await answering(own, api.port)).toEqual(['127.0.0.1'])
  expect(await answering(own, files.port)).toEqual(['127.0.0.1'])
})

test('LOCAL_HOST=0.0.0.0 opens it, on ports that a container can publish', async () => {
  const { api, files } = await start({ LOCAL_HOST: '0.0.0.0' })
  expect([api.hostname, files.hostname]).toEqual(['localhost', '127.0.0.1'])
  const own = ownAddresses('IPv4')
  expect(await answering(own, api.port)).toEqual(own)
  expect(await answering(own, files.port)).toEqual(own)

  await cloud.kill()
  const again = await start({ LOCAL_HOST: '0.0.0.0', PORT: api.port, LOCAL_S3_PORT: files.port })
  expect([again.api.port, again.files.port]).toEqual([api.port, files.port])
})

test('another address is named as it is, in presigned URLs too', async () => {
  // On Linux every address of 127.0.0.0/8 belongs to the machine.
  const [host = '127.0.0.2'] = ownAddresses('IPv4', 'IPv6').filter((address) => address !== '127.0.0.1')
  const { api, files } = await start({ LOCAL_HOST: host })
  expect(api.origin).toBe(urlAt({ address: host, port: Number(api.port) }))
  expect(files.origin).toBe(urlAt({ address: host, port: Number(files.port) }))
  expect(await answering(['127.0.0.1'], api.port)).toEqual([])
})

test.each([
  ['127.0.0.1', 'http://localhost:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['192.0.2.7', 'http://192.0.2.7:3000'],
  ['2001:db8::7', 'http://[2001:db8::7]:3000'],
])('what listens on %s is called at %s', (address, url) => {
  expect(urlAt({ address, port: 3000 }, 'localhost')).toBe(url)
})

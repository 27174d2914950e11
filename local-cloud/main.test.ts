// The life of the local cloud: starts, stops, kills and restarts.
import { readdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'
import { freePort } from '../testing/free-port.ts'

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

const run = (env: Record<string, string> = {}) => {
  const cloud = runCloud({ env: { DATA_DIR: data.path, LOG_LEVEL: 'SILENT', ...env } })
  running.push(cloud)
  return cloud
}

type Json = Record<string, unknown>
const key = { 'x-api-key': 'local-api-key' }
const read = async (url: string, headers = data.user) => (await (await fetch(url, { headers })).json()) as Json
const createCase = async (url: string, description: string) => {
  const headers = { ...data.user, 'content-type': 'application/json' }
  const response = await fetch(`${url}/cases`, { method: 'POST', headers, body: JSON.stringify({ description }) })
  return { status: response.status, case: (await response.json()) as Json & { caseId: string } }
}

test('what was stored before a stop is there after the next start, and so are the tokens', async () => {
  const first = run()
  const before = await first.ready()
  const { case: created } = await createCase(before, 'Kept')
  const upload = await read(`${before}/cases/${created.caseId}/upload?fileName=a.txt&contentType=text/plain`)
  const headers = upload.headers as Record<string, string>
  expect((await fetch(String(upload.uploadUrl), { method: 'PUT', headers, body: 'kept' })).status).toBe(200)
  const [product] = (await read(`${before}/products`)).products as [Json]
  const path = `/products/${String(product.productId)}`
  expect((await fetch(before + path, { method: 'DELETE', headers: data.user })).status).toBe(204)
  expect(await first.kill('SIGTERM')).toBe(0)
  expect(first.stderr()).toBe('')

  const second = run()
  const after = await second.ready()
  expect(await read(`${after}/cases/${created.caseId}`)).toEqual(created)
  const { files } = (await read(`${after}/cases/${created.caseId}/files`)) as { files: [Json] }
  expect(await (await fetch(String(files[0].downloadUrl))).text()).toBe('kept')
  // The sample catalogue is put only once: a deleted product does not come back.
  expect((await fetch(after + path, { headers: data.user })).status).toBe(404)
  expect(await second.kill('SIGINT')).toBe(0)
})

test('who calls while it starts is answered when it has', async () => {
  const port = await freePort()
  const cloud = run({ PORT: String(port) })
  const address = `http://localhost:${port}`
  const early = async (): Promise<Json> => read(`${address}/status`).catch(() => sleep(5).then(early))
  expect(await early()).toMatchObject({ status: 'ok' })
  expect(await cloud.ready()).toBe(address)
})

test('LOG_FORMAT=pretty prints each request as one readable line, and so does a terminal', async () => {
  const cloud = run({ LOG_FORMAT: 'pretty', LOG_LEVEL: 'INFO' })
  const url = await cloud.ready()
  await read(`${url}/status`)
  await fetch(`${url}/customers/c-1`)
  await cloud.kill()
  const [, ...lines] = cloud.stdout().trim().split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d GET {4}\/status 200 [\d.]+ ms user [\w-]{36}$/),
    expect.stringMatching(/^\d\d:\d\d:\d\d GET {4}\/customers\/\{id\} 403 [\d.]+ ms anyone$/),
  ])
})

describe('a start that fails says why in one line', () => {
  const failure = async (cloud: CloudProcess) => {
    expect(await cloud.exited).toBe(1)
    expect(cloud.stdout()).toBe('')
    expect(cloud.stderr()).toMatch(/^[^\n]+\n$/)
    return cloud.stderr().trim()
  }

  test('a port in use, a data directory in use', async () => {
    const first = run()
    const url = await first.ready()
    const { port } = new URL(url)
    expect(await failure(run({ PORT: port, DATA_DIR: join(data.path, 'other') }))).toBe(
      `Port ${port} is in use. Set PORT to another one.`,
    )
    expect(await failure(run())).toBe(
      `The data directory is in use by another local cloud (process ${first.pid}, port ${port}). Stop it, or set DATA_DIR to another one.`,
    )
    expect((await createCase(url, 'The first one goes on')).status).toBe(201)
  })

  test('a log format that is none', async () => {
    expect(await failure(run({ LOG_FORMAT: 'text' }))).toBe('LOG_FORMAT must be json or pretty.')
  })

  test('a port that is none', async () => {
    const ports = ['abc', '-1', '65536', '0x50', ' ']
    for (const said of await Promise.all(ports.map((PORT) => failure(run({ PORT }))))) {
      expect(said).toBe('PORT must be a number from 0 to 65535.')
    }
    for (const name of ['LOCAL_S3_PORT', 'LOCAL_COGNITO_PORT']) {
      expect(await failure(run({ [name]: 'abc' }))).toBe(`${name} must be a number from 0 to 65535.`)
    }
  })

  test('a port for the buckets that is in use', async () => {
    const { port } = new URL(await run().ready())
    expect(await failure(run({ LOCAL_S3_PORT: port, DATA_DIR: join(data.path, 'other') }))).toBe(
      `Port ${port} is in use. Set LOCAL_S3_PORT to another one.`,
    )
  })

  test('a port for the sign-in that is in use', async () => {
    const { port } = new URL(await run().ready())
    expect(await failure(run({ LOCAL_COGNITO_PORT: port, DATA_DIR: join(data.path, 'other') }))).toBe(
      `Port ${port} is in use. Set LOCAL_COGNITO_PORT to another one.`,
    )
  })

  test('an address for the return of a sign-in that is none', async () => {
    for (const wrong of ['app.example.com', 'https://app.example.com/#x', 'javascript:alert(1)']) {
      expect(await failure(run({ LOCAL_CALLBACK_URLS: `https://app.example.com/callback, ${wrong}` }))).toBe(
        `LOCAL_CALLBACK_URLS must be URLs without a fragment, separated by commas, not "${wrong}".`,
      )
    }
  })

  test('a host that is not this machine', async () => {
    // An address that is reserved for documentation (RFC 5737).
    expect(await failure(run({ LOCAL_HOST: '192.0.2.7' }))).toBe(
      'LOCAL_HOST is 192.0.2.7, and must be an address of this machine, as 127.0.0.1 or 0.0.0.0.',
    )
  })

  test('an option that is none', async () => {
    const cloud = runCloud({ args: ['--wacth'] })
    running.push(cloud)
    expect(await failure(cloud)).toContain("Unknown option '--wacth'")
  })

  test('a data directory that is a file', async () => {
    const file = join(data.path, 'file')
    await writeFile(file, '')
    const said = await failure(run({ DATA_DIR: file }))
    expect(said).toBe(
      `Cannot use ${file}: a file is where a folder must be. Remove it, or set DATA_DIR to another folder. Then start again.`,
    )
    expect(await failure(run({ DATA_DIR: join(file, 'below') }))).toContain(`Cannot use ${join(file, 'below')}: `)
  })

  test('a data directory where nobody can write', async () => {
    // Also the superuser cannot make a folder there.
    expect(await failure(run({ DATA_DIR: '/proc/frontdesk' }))).toMatch(
      /^Cannot use \/proc\/frontdesk: .* set DATA_DIR to another folder\. Then start again\.$/,
    )
  })

  test('a signing key that is none', async () => {
    const file = join(data.path, 'cognito-signing-key.pem')
    await writeFile(file, '')
    expect(await failure(run())).toBe(`${file} holds no private key; remove it and a new one is made`)
  })
})

test.each([
  ['is empty', '', '.local'],
  ['is relative', 'some/where', 'some/where'],
])('DATA_DIR that %s lies below the current folder, and is made', async (_, DATA_DIR, folder) => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const env = { DATA_DIR, LOG_LEVEL: 'SILENT' }
  const cloud = runCloud({ cwd: data.path, program: main, env })
  running.push(cloud)
  await cloud.ready()
  expect(await readdir(join(data.path, folder))).toContain('dynamodb')
  expect(await cloud.kill('SIGTERM')).toBe(0)
})

test('a request that is on its way is answered before the cloud stops', async () => {
  const cloud = run()
  const url = await cloud.ready()
  const body = JSON.stringify({ description: 'On its way' })
  const headers = { ...data.user, 'content-type': 'application/json', 'content-length': body.length }
  const sending = request(`${url}/cases`, { method: 'POST', headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
  })
  sending.write(body.slice(0, 10))
  await sleep(100)
  const stopped = cloud.kill('SIGTERM')
  const another = () =>
    fetch(`${url}/status`).then(
      () => 'answered',
      () => 'refused',
    )
  await expect.poll(another, { timeout: 4000 }).toBe('refused')
  sending.end(body.slice(10))
  expect(await answered).toBe(201)
  const answeredAt = performance.now()
  expect(await stopped).toBe(0)
  // The caller keeps the connection alive. That does not delay the stop.
  expect(performance.now() - answeredAt).toBeLessThan(3000)
})

test('no write that was acknowledged is lost by SIGKILL', { timeout: 60_000 }, async () => {
  const first = run()
  const url = await first.ready()
  const acknowledged = { cases: [] as string[], customers: [] as string[] }
  let sent = 0
  const write = async () => {
    while (sent < 1000) {
      const n = (sent += 1)
      if (n % 4 === 0) {
        const { status } = await fetch(`${url}/customers/customer-${n}`, { method: 'PUT', headers: key })
        if (status === 201) acknowledged.customers.push(`customer-${n}`)
      } else {
        const { status, case: created } = await createCase(url, `write ${n}`)
        if (status === 201) acknowledged.cases.push(created.caseId)
      }
      if (acknowledged.cases.length === 300) void first.kill('SIGKILL')
    }
  }
  // Requests on their way fail when it is killed, and their senders stop.
  const ends = await Promise.allSettled(Array.from({ length: 20 }, write))
  expect(ends.some(({ status }) => status === 'rejected')).toBe(true)
  expect(await first.exited).toBe(null)
  expect(acknowledged.cases.length).toBeGreaterThanOrEqual(300)
  expect(acknowledged.customers.length).toBeGreaterThan(50)

  const again = await run().ready()
  const listed = new Set<unknown>()
  let cursor = ''
  do {
    const page = await read(`${again}/cases?limit=100${cursor}`)
    for (const { caseId } of page.cases as Json[]) listed.add(caseId)
    cursor = typeof page.nextCursor === 'string' ? `&cursor=${page.nextCursor}` : ''
  } while (cursor !== '')
  expect(acknowledged.cases.filter((caseId) => !listed.has(caseId))).toEqual([])
  const customers = await Promise.all(
    acknowledged.customers.map((id) => read(`${again}/customers/${id}`, key as never)),
  )
  expect(customers.filter(({ exists }) => exists !== true)).toEqual([])
  expect((await createCase(again, 'And it goes on')).status).toBe(201)
})

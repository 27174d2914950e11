// The start page has a token: it is given to nobody who calls this machine by another name (DNS rebinding).
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { loadSigningKey } from '../emulators/cognito/index.ts'
import { listen, stopNow } from '../listen.ts'
import { createSite } from './site.ts'

test('a foreign Host gets a sentence, and this machine the page', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'foreign-host-'))
  const key = await loadSigningKey(directory)
  const server = createServer()
  const url = await listen(server)
  const site = createSite({ url, key, apiKey: 'k', services: {} })
  server.on('request', (incoming, outgoing) => void site(incoming, outgoing))
  const page = (host: string, path = '/') =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const asked = request(`${url}${path}`, { headers: { host } }, (response) => {
        void text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
      })
      asked.on('error', reject).end()
    })
  for (const path of ['/', '/local-cloud/credentials.json']) {
    for (const host of ['evil.example', 'localhost.evil.example:3000', '10.0.0.1']) {
      const { status, body } = await page(host, path)
      expect(status).toBe(403)
      expect(body).not.toContain('eyJ')
    }
    const own = await page('localhost:3000', path)
    expect(own.status).toBe(200)
    expect(own.body).toContain('eyJ')
  }
  await stopNow(server)
  await rm(directory, { recursive: true })
})

// The pages of the local cloud, over HTTP.
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document } from '../../server/contract.ts'
import { problems } from '../../generated/problems.ts'
import { requestOf } from '../../testing/curl.ts'
import { createTokenVerifier } from '../../testing/token-verifier.ts'
import { loadSigningKey, userClientId, type SigningKey } from '../emulators/cognito/index.ts'
import { listen } from '../listen.ts'
import { createSite } from './site.ts'

let folder: string
let key: SigningKey
let server: Server
let url: string

/** The requests that the site left to the gateway. */
const passedOn: {
  method: string | undefined
  url: string | undefined
  authorization: string | undefined
  body: string
}[] = []

async function serve(options: { docsFolder: string; services?: Record<string, string> }) {
  const started = createServer()
  const address = await listen(started, { self: 'localhost' })
  const site = createSite({ url: address, key, apiKey: 'the-<key>', services: {}, ...options })
  started.on('request', (incoming, response) => {
    void site(incoming, response).then(async (served) => {
      if (served) return
      const chunks = (await incoming.toArray()) as Buffer[]
      const { method, url, headers } = incoming
      passedOn.push({ method, url, authorization: headers.authorization, body: Buffer.concat(chunks).toString() })
      response.writeHead(404).end('gateway')
    })
  })
  return { server: started, url: address }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  key = await loadSigningKey(folder)
  const services = { dynamodb: 'http://127.0.0.1:8001', queue: 'http://127.0.0.1:8002' }
  const started = await serve({ docsFolder: join(folder, 'docs'), services })
  server = started.server
  url = started.url
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** The text that a browser shows for an element, by its id. */
const textOf = (page: string, id: string) => {
  const [, content = ''] = new RegExp(`id="${id}">(.*?)</pre>`, 's').exec(page) ?? []
  return content.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
}

describe('the start page', () => {
  test('names everything that runs, with its address', async () => {
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = await response.text()
    for (const text of [url, `${url}/docs`, 'DynamoDB', 'http://127.0.0.1:8001', 'queue', 'http://127.0.0.1:8002']) {
      expect(page).toContain(text)
    }
    for (const link of ['/docs', '/openapi.json', '/docs/guides/first-request/', '/docs/problems/']) {
      expect(page).toContain(`href="${link}"`)
    }
  })

  test('shows a valid token of local-user, another one at each load, and keeps it out of caches', async () => {
    const [first, second] = await Promise.all([fetch(url), fetch(`${url}/?again`)])
    expect(first.headers.get('cache-control')).toBe('no-store')
    const token = textOf(await first.text(), 'token')
    const verifier = createTokenVerifier(key, { tokenUse: 'id', clientId: userClientId })
    expect(verifier.verifySync(token)).toMatchObject({ 'cognito:username': 'local-user' })
    expect(textOf(await second.text(), 'token')).not.toBe(token)
  })

  test('has commands that do what they say when they are pasted', async () => {
    const page = await (await fetch(url)).text()
    passedOn.length = 0
    for (const id of ['get-status', 'create-case', 'list-cases']) await fetch(await requestOf(textOf(page, id)))
    const authorization = `Bearer ${textOf(page, 'token')}`
    expect(passedOn).toEqual([
      { method: 'GET', url: '/status', authorization, body: '' },
      { method: 'POST', url: '/cases', authorization, body: expect.any(String) as string },
      { method: 'GET', url: '/cases?status=open&limit=25', authorization, body: '' },
    ])
    const { kiosk } = document.paths['/cases'].post.requestBody.content['application/json'].examples
    expect(JSON.parse(passedOn[1]?.body ?? '')).toEqual(kiosk.value)
  })

  test('has commands of programs with the API key in them', async () => {
    const page = await (await fetch(url)).text()
    expect(textOf(page, 'submit-workflow')).toContain('"x-api-key: the-<key>"')
    expect(textOf(page, 'put-customer')).toMatch(/^curl -i -X PUT 'http.*\/customers\//)
  })

  test('shows what it is given as text', async () => {
    const page = await (await fetch(url)).text()
    expect(page).not.toContain('the-<key>')
    expect(textOf(page, 'api-key')).toBe('the-<key>')
  })

  test('answers HEAD like GET, without the page', async () => {
    const [head, get] = await Promise.all([fetch(url, { method: 'HEAD' }), fetch(url)])
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
    expect(await head.text()).toBe('')
  })
})

describe('the docs', { timeout: 60_000 }, () => {
  const page = () => join(folder, 'docs', 'index.html')
  const longAgo = new Date('2020-01-01T00:00:00Z')

  test('are built when they are first asked for; who asks meanwhile waits', async () => {
    await expect(stat(page())).rejects.toThrow(/ENOENT/)
    const paths = ['/docs', '/docs/', '/docs/openapi.json', '/docs/site.css', '/docs/reference/redoc-1.js']
    const responses = await Promise.all(paths.map((path) => fetch(url + path)))
    const [one, other, contract] = await Promise.all(responses.map(async (one) => [one.status, await one.text()]))
    expect(one).toEqual([200, await readFile(page(), 'utf8')])
    expect(other).toEqual(one)
    expect(contract).toEqual([200, await readFile('generated/openapi.json', 'utf8')])
    expect(responses.map(({ headers }) => headers.get('content-type'))).toEqual([
      'text/html; charset=utf-8',
      'text/html; charset=utf-8',
      'application/json',
      'text/css; charset=utf-8',
      'text/javascript; charset=utf-8',
    ])
  })

  test('have the reference of the SDK beside the page, with its scripts', async () => {
    const first = await fetch(`${url}/docs/sdk`)
    expect([first.status, first.url]).toEqual([200, `${url}/docs/sdk/`])
    const html = await first.text()
    expect(html).toContain('<title>@frontdesk/client-sdk</title>')
    const [, script = ''] = /<script defer src="([^"]+)"/.exec(html) ?? []
    const found = await fetch(new URL(script, first.url))
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    const [, page = ''] =
      /href="(classes\/[^"]+)"/.exec(html + (await (await fetch(`${url}/docs/sdk/modules.html`)).text())) ?? []
    expect((await fetch(`${url}/docs/sdk/${page || 'modules.html'}`)).status).toBe(200)
    expect((await fetch(`${url}/docs/sdk/classes/none.html`)).status).toBe(404)
  })

  test('are built again only when the contract or a page is newer', async () => {
    await writeFile(page(), 'as it was')
    expect(await (await fetch(`${url}/docs`)).text()).toBe('as it was')
    await utimes(page(), longAgo, longAgo)
    expect(await (await fetch(`${url}/docs`)).text()).toContain('<title>Frontdesk docs</title>')
  })

  test('that cannot be built are a 503 that says why, and are tried again', async () => {
    const docsFolder = join(folder, 'a-file')
    await writeFile(docsFolder, '')
    const broken = await serve({ docsFolder })
    const response = await fetch(`${broken.url}/docs`)
    expect(response.status).toBe(503)
    expect(await response.text()).toMatch(/^This page could not be made\.[^]*(EEXIST|ENOTDIR)/)
    await rm(docsFolder)
    expect((await fetch(`${broken.url}/docs`)).status).toBe(200)
    broken.server.close()
  })

  test.each(Object.keys(problems))('have a page at the address of the problem %s', async (slug) => {
    const response = await fetch(`${url}/docs/problems/${slug}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(`/docs/problems/${slug}</code>`)
  })
})

test('the panel of the docs gets credentials on this machine, and no other origin reads them', async () => {
  const response = await fetch(`${url}/local-cloud/credentials.json`, { headers: { origin: 'https://evil.example' } })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { token, apiKey } = (await response.json()) as { token: string; apiKey: string }
  expect(apiKey).toBe('the-<key>')
  const verifier = createTokenVerifier(key, { tokenUse: 'id', clientId: userClientId })
  expect(verifier.verifySync(token)).toMatchObject({ 'cognito:username': 'local-user' })
})

test('the icon is a picture', async () => {
  const response = await fetch(`${url}/favicon.ico`)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(await response.text()).toMatch(/^<svg /)
})

test.each([
  ['POST', '/'],
  ['DELETE', '/docs'],
  ['OPTIONS', '/docs/openapi.json'],
  ['GET', '/docs/problems/unknown'],
  ['GET', '/docs/problems/constructor'],
  ['GET', '/docs/problems/not-a-problem/'],
  ['GET', '/docs/index.html/..%2f'],
  ['GET', '/docs/sdk/../openapi.json'],
  ['GET', '/docs/sdk/..%2fopenapi.json'],
  ['GET', '/docs/sdk/a/b/c.html'],
  ['GET', '/docs/sdk/constructor'],
  ['GET', '/docs/../package.json'],
  ['GET', '/docs/%2e%2e/%2e%2e/package.json'],
  ['GET', '/docs/.hidden'],
  ['GET', '/docsx'],
  ['GET', '/constructor'],
  ['GET', '//'],
  ['GET', '//docs'],
  ['GET', '/docs/%E0%A4%A'],
  ['GET', 'http://elsewhere.example/docs'],
  ['OPTIONS', '*'],
])('%s %s is left to the gateway', async (method, path) => {
  passedOn.length = 0
  // Sends by node:http, because fetch would normalise the address.
  const sent = request({ port: new URL(url).port, method, path }).end()
  const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }]
  response.resume()
  expect(response.statusCode).toBe(404)
  expect(passedOn).toMatchObject([{ method, url: path }])
})

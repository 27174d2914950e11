// Signing in from a page, in Chromium: the example page, served from an origin of its own, against the local cloud.
import { build, type BuildOptions } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../testing/chromium.ts'
import { createDataDir, runCloud } from '../testing/local-cloud.ts'
import { examplePage, signInAs } from './testing/example-page.ts'
import { packageFolder } from './testing/installed.ts'

const skip = (reason: unknown): never => {
  throw new Error(String(reason))
}
const timeout = 60_000
let url: string
let html: string
let origin: string
let browser: Browser
let stop: () => Promise<unknown>

beforeAll(async () => {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
  html = await examplePage(url)
  const site = serve(html, await bundled({ entryPoints: [join(packageFolder, 'examples/browser/main.ts')] }))
  origin = site.origin
  browser = await launchChromium({ skip })
  stop = async () => {
    await browser.close()
    site.close()
    await cloud.kill()
    await data.remove()
  }
})
afterAll(() => stop())

async function bundled(options: BuildOptions) {
  const { outputFiles } = await build({ ...options, bundle: true, format: 'esm', write: false })
  return outputFiles?.[0]?.text ?? ''
}

/** Serves a page with its script at an origin of its own. */
function serve(page: string, script: string) {
  const site = createServer((request, response) => {
    const isScript = request.url === '/main.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(isScript ? script : page)
  }).listen(0)
  return {
    // Safe cast: a server on a port has an address with a port.
    origin: `http://localhost:${(site.address() as AddressInfo).port}`,
    close: () => {
      site.closeAllConnections()
      site.close()
    },
  }
}

let context: BrowserContext
/** The bodies of the requests for tokens. */
let tokenRequests: string[]
/** The faults of all pages: lines on the console, errors, and requests to other addresses. */
let seen: string[]
beforeEach(async () => {
  context = await browser.newContext()
  tokenRequests = []
  seen = []
  context.on('request', (request) => {
    seen.push(request.url(), request.headers().referer ?? '')
    if (request.method() === 'POST' && request.url().endsWith('/oauth2/token'))
      tokenRequests.push(request.postData() ?? '')
  })
  context.on('console', (message) => seen.push(message.text()))
  context.on('weberror', (error) => seen.push(error.error().message))
})
afterEach(() => context.close())

async function open(path = '/') {
  const page = await context.newPage()
  await page.goto(origin + path)
  return page
}
async function upload(page: Page) {
  const buffer = Buffer.from('a photo')
  await page.setInputFiles('[name=file]', { name: 'photo.png', mimeType: 'image/png', buffer })
  await page.evaluate(() => (document.querySelector('output') as HTMLOutputElement).replaceChildren())
  await page.click('form button:not([type])')
  await page.waitForFunction(() => document.querySelector('output')?.textContent !== '')
  return page.textContent('output')
}
const grants = () => tokenRequests.map((body) => new URLSearchParams(body).get('grant_type'))
/** The tokens as the page keeps them. */
const kept = (page: Page) => page.evaluate(() => Object.values(localStorage).join())
/** The time of each page goes on by so many seconds, and the access token with it. */
const pass = (page: Page, seconds: number) =>
  page.evaluate((ms) => {
    const { now } = Date
    Date.now = () => now() + ms
  }, seconds * 1000)

test('a person signs in, calls, reloads, and signs out', { timeout }, async () => {
  const page = await open('/?view=all')
  await signInAs(page, 'alice')
  expect(page.url()).toBe(`${origin}/`)
  expect(await upload(page)).toBe('Done')
  await page.reload()
  await page.getByText('Signed in as alice@example.com.').waitFor()
  expect(grants()).toEqual(['authorization_code'])
  const tokens = (await kept(page)).match(/[\w.-]{40,}/g) ?? []
  expect(tokens.length).toBeGreaterThanOrEqual(3)
  // The code was in one address alone: that of the provider's redirect. The tokens were in none.
  const all = seen.join('\n')
  expect(tokens.filter((token) => all.includes(token))).toEqual([])
  expect(all.match(/[?&]code=/g)).toHaveLength(1)
  await page.goBack()
  expect(page.url()).not.toContain('code=')
  await page.goForward()

  // The page says it at once. Then it leads to the provider, which leads back.
  await Promise.all([page.waitForEvent('load'), page.click('#sign-out')])
  await page.getByText('Nobody is signed in.').waitFor()
  expect([page.url(), await kept(page)]).toEqual([`${origin}/`, ''])
  // The provider has forgotten the person too: it asks again.
  await page.click('#sign-in')
  await page.locator('#username').waitFor()
})

test('an access token that has run out is renewed once for two tabs', { timeout }, async () => {
  const [one, two] = [await open(), await open()]
  await signInAs(one, 'alice')
  // The other tab has learned of it.
  await two.getByText('Signed in as alice@example.com.').waitFor()
  for (const rounds of [1, 2]) {
    await Promise.all([one, two].map((page) => pass(page, 3600)))
    expect(await Promise.all([upload(one), upload(two)])).toEqual(['Done', 'Done'])
    expect(grants().filter((grant) => grant === 'refresh_token')).toHaveLength(rounds)
  }
  await one.click('#sign-out')
  await two.getByText('Nobody is signed in.').waitFor()
})

test.each([-3650, -1, 1, 3, 3650])(
  'a machine whose clock is wrong by %i days signs in, calls and renews',
  { timeout },
  async (days) => {
    await context.addInitScript((ms) => {
      const { now } = Date
      Date.now = () => now() + ms
    }, days * 86_400_000)
    const page = await open()
    await signInAs(page, 'alice')
    expect(await upload(page)).toBe('Done')
    await pass(page, 3600)
    expect(await upload(page)).toBe('Done')
    expect(grants()).toEqual(['authorization_code', 'refresh_token'])
  },
)

test('a token that the service rejects is renewed, and the call goes on', { timeout }, async () => {
  const page = await open()
  await signInAs(page, 'alice')
  let rejected = 0
  await page.route('**/cases', (route) => {
    if (route.request().method() !== 'POST' || rejected++ > 0) return route.continue()
    const headers = { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*' }
    return route.fulfill({ status: 401, headers, body: '{"title":"Unauthenticated","status":401}' })
  })
  expect([await upload(page), grants().length]).toEqual(['Done', 2])
})

test('a sign-in that is denied or tampered with signs nobody in, and the next one works', { timeout }, async () => {
  const page = await open()
  await page.click('#sign-in')
  await page.locator('#username').waitFor()
  const state = new URL(page.url()).searchParams.get('state') ?? ''
  await page.goto(`${origin}/?error=access_denied&error_description=You+said+no&state=${state}`)
  await page.getByText('SignInError: You said no').waitFor()
  expect(page.url()).toBe(`${origin}/`)
  for (const query of [`code=stolen&state=${state}`, 'code=stolen&state=other', 'error=access_denied&state=other']) {
    await page.goto(`${origin}/?${query}`)
    await page.getByText('This tab did not ask for this sign-in').waitFor()
    expect([page.url(), await kept(page)]).toEqual([`${origin}/`, ''])
  }
  expect(tokenRequests).toEqual([])
  await signInAs(page, 'bob')
})

test('the lines of the page about it work as they stand', { timeout }, async () => {
  const text = await readFile(join(packageFolder, '../docs/sign-in.md'), 'utf8')
  const [, block = ''] = /^```ts\n(.*?)^```/ms.exec(text) ?? []
  expect(block.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10)
  const issuer = /"issuer":"([^"]+)"/.exec(html)?.[1] ?? ''
  const lines = block.replace(/http:\/\/localhost:4020\/[^']+/, issuer).replace('http://localhost:3000', url)
  const script = await bundled({ stdin: { contents: lines, resolveDir: packageFolder, loader: 'ts' } })
  const site = serve('<!doctype html><script type="module" src="/main.js"></script>', script)
  const page = await context.newPage()
  const logged = page.waitForEvent('console')
  const href = `${site.origin}/?status=open#newest`
  await page.goto(href)
  await page.fill('#username', 'alice')
  await page.click('button.main')
  expect(await (await logged).args()[0]?.jsonValue()).toMatchObject({ status: 'ok', user: 'alice' })
  expect(page.url()).toBe(href)
  site.close()
})

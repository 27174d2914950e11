// The reference of the SDK in a browser: its pages, its search, and nothing of another host.
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../testing/chromium.ts'
import { readModel } from '../read.ts'
import { namesIn } from '../contract-names.ts'
import { facadeOf, offeredSchemas } from '../client-sdk/facade.ts'
import { packageName } from '../client-sdk/package-name.ts'
import { writeSdkReference } from './sdk-reference.ts'

let folder: string
let server: Server
let browser: Browser | undefined
let origin: string
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The types of the schemas and of the resources, whatever the contract is. */
async function typesOf() {
  const model = await readModel()
  const schemas = offeredSchemas(model)
  const { schema, client } = namesIn(model)
  return { schemas, schema, client, types: Object.keys(schemas).map(schema), resources: facadeOf(model) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-reference-'))
  await writeSdkReference(folder)
  server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const file = join(folder, path.replace(/^\/docs\/sdk\//, '').replace(/^$/, 'index.html'))
    readFile(file).then(
      (content) => response.setHeader('content-type', types[extname(file)] ?? '').end(content),
      () => response.writeHead(404).end(),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 120_000)
afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

test('no page has a script of its own, and each refuses inline scripts and other hosts', async () => {
  const pages = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.html'))
  expect(pages.length).toBeGreaterThan((await typesOf()).types.length)
  for (const path of pages) {
    const page = await readFile(join(folder, path), 'utf8')
    expect(page).toContain(`default-src 'none'; script-src 'self';`)
    expect(
      page.match(/<script(?![^>]* src=)|<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?\/\//g),
    ).toBeNull()
  }
})

test('every schema and every resource has a page', async () => {
  const { types, resources, client } = await typesOf()
  const pages = (await readdir(folder, { recursive: true })).join('\n')
  expect(
    [
      ...types,
      ...resources.map(({ type }) => type),
      ...[client.factory, client.error, 'ProblemError', 'ClientOptions', 'observe', 'createBrowserAuth'],
    ].filter((name) => !pages.includes(`.${name}.html`)),
  ).toEqual([])
})

test('the page of the schemas of zod names each of them, with its text', async () => {
  const file = (await readdir(join(folder, 'modules'))).find((name) => name.endsWith('_zod.html')) ?? ''
  const page = (await readFile(join(folder, 'modules', file), 'utf8')).replace(/>\s+</g, '><')
  const names = Object.keys(await import('../../generated/client-sdk/zod.ts'))
  // Each schema has one, and so has what the operations take and give.
  expect(names.length).toBeGreaterThanOrEqual((await typesOf()).types.length)
  expect(names.filter((name) => !page.includes(`<code>${name}</code></td><td>`))).toEqual([])
  expect(page).not.toContain('</td><td></td>')
})

test('has one heading on each page, and fits a phone', async (context) => {
  browser ??= await launchChromium(context)
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  const { resources } = await typesOf()
  const shown = [resources[0]?.type, 'ClientOptions', 'ProblemError', 'createMockHandlers']
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) =>
      /^index\.html$|^modules\/|^documents\//.test(name) || shown.some((type) => name.endsWith(`.${type}.html`)),
  )
  // The start, and a page for each of the entries besides.
  expect(names.length).toBeGreaterThan(shown.length + 1)
  const found: [string, number, number][] = []
  for (const name of names) {
    await page.goto(`${origin}/docs/sdk/${name}`)
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    found.push([name, await page.locator('.col-content h1').count(), wider])
  }
  await page.close()
  expect(found).toEqual(names.map((name) => [name, 1, 0]))
}, 60_000)

test('is searched without a server, and a result leads to its page with the texts of its members', async (context) => {
  browser ??= await launchChromium(context)
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on(
    'request',
    (request) =>
      void (request.url().startsWith(`${origin}/`) || request.url().startsWith('data:') || wrong.push(request.url())),
  )
  page.on(
    'console',
    (message) => void (message.type() === 'error' && wrong.push(`${message.text()} ${message.location().url}`)),
  )
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.goto(`${origin}/docs/sdk/`)
  await page.getByRole('heading', { name: packageName }).first().waitFor()
  await page.locator('#tsd-search-trigger').click()
  const { type, text } = await describedMember()
  await page.locator('#tsd-search-input').fill(type)
  await page.locator('#tsd-search-results a', { hasText: type }).first().click()
  await page.waitForURL((url) => url.pathname.endsWith(`.${type}.html`))
  await page.getByText(text).first().waitFor()
  // The words of the guide are found too.
  await page.locator('#tsd-search-trigger').click()
  await page.locator('#tsd-search-input').fill('undici')
  await page.locator('#tsd-search-results a', { hasText: 'The SDK in full' }).first().waitFor()
  expect(wrong).toEqual([])
}, 60_000)

/** A type, and the text of one of its members: the first one without Markdown. */
async function describedMember(): Promise<{ type: string; text: string }> {
  const { schemas, schema } = await typesOf()
  for (const [name, { properties = {} }] of Object.entries(schemas)) {
    for (const { description = '' } of Object.values(properties))
      if (/^[\w ,.]+$/.test(description)) return { type: schema(name), text: description }
  }
  throw new Error('No schema has a member with a text.')
}

// The start page in a browser: its own policy refuses nothing, and the copied text is the shown text.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest'
import { faultsOf, launchChromium } from '../../testing/chromium.ts'
import { loadSigningKey } from '../emulators/cognito/index.ts'
import { startDynamoDB } from '../emulators/dynamodb/index.ts'
import { startS3 } from '../emulators/s3/index.ts'
import { buckets, credentials, region } from '../environment.ts'
import { listen, stopNow } from '../listen.ts'
import { createRequestRecord } from '../request-record.ts'
import { createData } from './data/index.ts'
import { createLive } from './data/live.ts'
import { createSite } from './site.ts'

const server = createServer()
let folder: string
let url: string
const running: { close(): unknown }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-page-'))
  url = await listen(server, { self: 'localhost' })
  const key = await loadSigningKey(folder)
  const dynamodb = await startDynamoDB()
  const s3 = await startS3({ directory: join(folder, 's3'), buckets: Object.values(buckets), credentials, region })
  const live = createLive()
  const addresses = { dynamodb: dynamodb.url, s3: s3.url }
  const data = createData({ requests: createRequestRecord(), live, executions: () => [], ...addresses })
  running.push(live, data, dynamodb, s3)
  const site = createSite({ url, key, apiKey: 'the-key', services: { s3: 'http://127.0.0.1:8001' }, data })
  server.on('request', (request, response) => void site(request, response))
})

afterAll(async () => {
  for (const service of running) await service.close()
  await stopNow(server)
  await rm(folder, { recursive: true })
})

/** Opens the page and runs `look`. Fails when the page logs an error or asks another server meanwhile. */
async function visit(context: TestContext, width: number, look: (page: Page) => Promise<void>) {
  const browser = await launchChromium(context)
  try {
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await browser.newPage({ viewport: { width, height: 800 }, permissions })
    const faults = faultsOf(page, url)
    await page.goto(url)
    await look(page)
    expect(faults).toEqual([])
  } finally {
    await browser.close()
  }
}

test('each copy button copies the whole of its text', { timeout: 30_000 }, (context) =>
  visit(context, 1000, async (page) => {
    const texts = await page.locator('pre').allTextContents()
    expect(texts).toContain('the-key')
    const buttons = page.locator('[data-copies]')
    expect(await buttons.allTextContents()).toEqual(texts.map(() => 'Copy'))
    for (const [index, text] of texts.entries()) {
      await buttons.nth(index).click()
      await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(text)
      await buttons.nth(index).getByText('Copied').waitFor()
    }
  }),
)

test('a command that is selected by hand holds the token that is shown shortened', { timeout: 30_000 }, (context) =>
  visit(context, 1000, async (page) => {
    const command = page.locator('pre').first()
    await command.selectText()
    expect(await page.evaluate('getSelection().toString()')).toBe(await command.textContent())
  }),
)

test('it fits a narrow screen', { timeout: 30_000 }, (context) =>
  visit(context, 320, async (page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  }),
)

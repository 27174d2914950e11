// The docs page, built and opened in a browser as a reader of a deployed site opens it.
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import { launchChromium } from '../../testing/chromium.ts'
import { modelOf, type Contract } from '../model.ts'
import { curlSample } from './curl-sample.ts'
import { chaptersOf, sectionAnchor } from './anchors.ts'
import { selfContained } from './page.ts'
import { buildDocs } from './index.ts'

const model = modelOf(JSON.parse(await readFile('generated/openapi.json', 'utf8')) as Contract)
const slugs = Object.keys(model.problemTypes)

let folder: string
let server: Server
let browser: Browser | undefined
// Not localhost: Redoc behaves differently there.
const host = 'docs.frontdesk.test'
let origin: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-'))
  await buildDocs(folder, { withSdk: false })
  server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const file = path.replace(/^\/docs(\/|$)/, `${folder}/`).replace(/\/$/, '/index.html')
    readFile(file).then(
      (content) =>
        response.setHeader('content-type', file.endsWith('.json') ? 'application/json' : 'text/html').end(content),
      () => response.writeHead(404).end(),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://${host}:${(server.address() as AddressInfo).port}`
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

/** Opens an address of the site and runs `look`. Returns requests to other servers, and errors. */
async function visit(context: TestContext, path: string, look: (page: Page) => Promise<void>): Promise<string[]> {
  browser ??= await launchChromium(context, { args: [`--host-resolver-rules=MAP ${host} 127.0.0.1`] })
  // Each page of `newPage` has its own storage and cache.
  const page = await browser.newPage()
  try {
    const wrong: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) wrong.push(`request ${request.url()}`)
    })
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => wrong.push(error.message))
    await page.clock.install()
    await page.goto(`${origin}${path}`)
    await look(page)
    // Redoc would send its telemetry some seconds after the page was opened.
    await page.clock.runFor(60_000)
    return wrong
  } finally {
    await page.close()
  }
}

describe('the page', { timeout: 60_000 }, () => {
  test('lists every operation with its curl command, asks for nothing else, and has no errors', async (context) => {
    const { operations } = model
    const seen: string[] = []
    const wrong = await visit(context, '/docs/', async (page) => {
      expect(await page.title()).toBe('Frontdesk API')
      const menu = page.locator('[data-component-name="Menu/Menu"]').first()
      for (const { name, title } of model.tags) {
        await menu.getByText(title, { exact: true }).click()
        for (const operation of operations.filter(({ tag }) => tag === name)) {
          await menu.getByText(operation.summary, { exact: true }).click()
          const [firstLine = ''] = curlSample(model, operation).split('\n')
          await page.locator('pre', { hasText: firstLine }).first().waitFor()
          seen.push(operation.operationId)
        }
      }
    })
    expect(wrong).toEqual([])
    expect(seen.sort()).toEqual(operations.map(({ operationId }) => operationId).sort())
  })

  test('has a section for every chapter of the guides and every problem', async (context) => {
    const addresses = [
      ...chaptersOf(model.description).map((chapter) => sectionAnchor(chapter)),
      ...slugs.map((slug) => sectionAnchor('Problems', slug)),
    ]
    const wrong = await visit(context, '/docs/', async (page) => {
      await page.locator('[id="section/problems"]').waitFor()
      const ids = await page.locator('[id^="section/"]').evaluateAll((elements) => elements.map(({ id }) => `#/${id}`))
      expect(ids).toEqual(expect.arrayContaining(addresses))
      // A path would leave the docs and call the API.
      expect(await page.locator('a[href^="/"]').count()).toBe(0)
    })
    expect(wrong).toEqual([])
    expect(addresses.length).toBeGreaterThan(slugs.length)
  })

  test("is where a problem's own address leads", async (context) => {
    const wrong = await visit(context, '/docs/problems/precondition-failed/', async (page) => {
      await page.waitForURL(`${origin}/docs/#/section/problems/precondition-failed`)
      const seen = async () => ({
        own: await isOnScreen(page, 'section/problems/precondition-failed'),
        first: await isOnScreen(page, 'section/problems/invalid-request'),
      })
      // The page scrolls when its layout is complete, which takes long on a busy machine.
      await expect.poll(seen, { timeout: 20_000 }).toEqual({ own: true, first: false })
    })
    expect(wrong).toEqual([])
  })

  test('is searched without a server', async (context) => {
    const wrong = await visit(context, '/docs/', async (page) => {
      await page.getByTestId('search-trigger').click()
      await page.keyboard.type('presigned')
      await page.getByText('Get an upload URL for a case').first().waitFor()
    })
    expect(wrong).toEqual([])
  })
})

async function isOnScreen(page: Page, id: string): Promise<boolean> {
  const box = await page.locator(`[id="${id}"]`).boundingBox()
  return box !== null && box.y >= 0 && box.y < (page.viewportSize()?.height ?? 0)
}

test('beside the page are the contract and a page for each problem', async () => {
  expect(await readFile(join(folder, 'openapi.json'), 'utf8')).toBe(await readFile('generated/openapi.json', 'utf8'))
  expect((await readdir(join(folder, 'problems'))).sort()).toEqual([...slugs].sort())
})

test('a Redoc that asks for other pictures fails the build', () => {
  expect(() => selfContained('<head><script type="module">')).toThrow(/no longer asks for/)
})

test('a heading in a shell example is no chapter', () => {
  expect(chaptersOf('# One\n\n```sh\n# a comment\n```\n\n## Part\n\n# The last one\n')).toEqual(['One', 'The last one'])
})

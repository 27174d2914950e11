// The same promises in a browser: the installed package, bundled, in headless Chromium on a page of another origin.
import { build } from 'esbuild'
import { copyFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import { launchChromium } from '../../testing/chromium.ts'
import { promises, type Findings, type Surroundings } from './exercise.ts'
import { examplePage, signInAs } from './example-page.ts'
import { packageFolder, type Project } from './installed.ts'

let origin: string
let browser: Browser | undefined

export function browserTests(given: () => { project: Project; surroundings: Surroundings }) {
  describe('a browser', () => {
    let close: () => void
    beforeAll(async () => {
      close = await servePages(given())
    })
    afterAll(async () => {
      await browser?.close()
      close()
    })
    promiseTests(() => given().surroundings)
    uploadTest()
  })
}

/** Serves the pages at `origin`, and returns how to stop. */
async function servePages({ project, surroundings }: { project: Project; surroundings: Surroundings }) {
  const pages: Record<string, string> = {
    '/': '<!doctype html><title>A page of another origin</title>',
    '/exercise.js': await bundle(
      project,
      'testing/exercise.ts',
      "import * as sdk from '@frontdesk/client-sdk'\nimport { exercise } from './exercise.ts'\nglobalThis.exercise = (given) => exercise(sdk, given)\nglobalThis.sdk = sdk",
    ),
    '/upload': await examplePage(surroundings.url),
    '/main.js': await bundle(project, 'examples/browser/main.ts', "import './main.ts'"),
  }
  const site = createServer((request, response) => {
    // A sign-in comes back with a query.
    const page = pages[(request.url ?? '').replace(/\?.*/, '')]
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': request.url?.endsWith('.js') ? 'text/javascript' : 'text/html',
    })
    response.end(page)
  }).listen(0)
  // Safe cast: a server on a port has an address with a port.
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  return () => {
    site.closeAllConnections()
    site.close()
  }
}

async function bundle(project: Project, source: string, entry: string): Promise<string> {
  await copyFile(join(packageFolder, source), join(project.folder, source.split('/').at(-1) ?? ''))
  const entryFile = join(project.folder, 'entry.mjs')
  await writeFile(entryFile, entry)
  const { outputFiles } = await build({
    entryPoints: [entryFile],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // The optional peers of the package, which this project does not have.
    nodePaths: [join(packageFolder, '../node_modules')],
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** Opens a page with its own storage in the browser that all tests share. */
async function open(context: Pick<TestContext, 'skip'>, path: string) {
  browser ??= await launchChromium(context)
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(origin + path)
  return { page, errors }
}

function promiseTests(surroundings: () => Surroundings) {
  test('keeps every promise, with CORS and the progress of uploads', async ({ skip }) => {
    const { page, errors } = await open({ skip }, '/')
    await page.addScriptTag({ url: '/exercise.js', type: 'module' })
    await page.waitForFunction(() => 'exercise' in globalThis)
    const { kept, broken } = await page.evaluate(
      (given) => (globalThis as unknown as { exercise: (given: unknown) => Promise<Findings> }).exercise(given),
      surroundings(),
    )
    expect(broken).toEqual([])
    expect(kept).toHaveLength(promises)
    expect(errors).toEqual([])
  }, 60_000)

  test('a baseUrl may be a path of the page’s own origin, and none is refused', async ({ skip }) => {
    const { page } = await open({ skip }, '/')
    await page.addScriptTag({ url: '/exercise.js', type: 'module' })
    await page.waitForFunction(() => 'sdk' in globalThis)
    const seen = await page.evaluate(async () => {
      const { createFrontdesk } = (globalThis as unknown as { sdk: typeof import('../src/index.ts') }).sdk
      const answered = await createFrontdesk({ baseUrl: '/api' }).system.getOpenApi().catch(String)
      try {
        return [answered, createFrontdesk({ baseUrl: undefined as never })]
      } catch (error) {
        return [answered, String(error)]
      }
    })
    expect(seen).toEqual([
      'NotFoundError: getOpenApi failed: 404 HTTP 404',
      'FrontdeskError: baseUrl must be an http or https URL without password and query',
    ])
  }, 60_000)
}

function uploadTest() {
  test('the example page signs a person in, and uploads a file with its progress', async ({ skip }) => {
    const { page, errors } = await open({ skip }, '/upload')
    await signInAs(page, 'alice')
    expect(page.url()).toBe(`${origin}/upload`)
    const buffer = Buffer.alloc(2_000_000, 'x')
    await page.setInputFiles('[name=file]', { name: 'photo.png', mimeType: 'image/png', buffer })
    await page.evaluate(() => {
      const bar = document.querySelector('progress')
      const seen: number[] = []
      new MutationObserver(() => seen.push(bar?.value ?? -1)).observe(bar as Node, { attributes: true })
      Object.assign(globalThis, { seen })
    })
    await page.click('form button:not([type])')
    await page.waitForFunction(() => document.querySelector('output')?.textContent !== '')
    expect(await page.textContent('output')).toBe('Done')
    expect(await page.textContent('ul')).toBe('photo.png, 2000000 bytes')
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)
    expect(seen.at(-1)).toBe(1)
    expect(errors).toEqual([])
  }, 60_000)
}

// Runs the exercise in Chromium and in Firefox by WebDriver BiDi: on a page, and in the page's service worker.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { launch, type Browser } from 'puppeteer-core'
import type { Findings, Surroundings } from '../testing/exercise.ts'
import { dist } from './project.ts'

export type Way = 'page' | 'serviceWorker'

/** Runs it in a new browser. */
export async function runInBrowser(name: 'chrome' | 'firefox', executablePath: string, way: Way, given: Surroundings) {
  const site = await serveFiles()
  let browser: Browser | undefined
  try {
    browser = await launch({
      browser: name,
      protocol: 'webDriverBiDi',
      executablePath,
      headless: true,
      args: name === 'chrome' ? ['--no-sandbox'] : [],
    })
    const page = await browser.newPage()
    await page.goto(site.url)
    await page.waitForFunction(() => 'ways' in globalThis)
    return await page.evaluate(
      // Safe cast: the page has both ways.
      async (way, given) =>
        (globalThis as unknown as { ways: Record<Way, (given: Surroundings) => Promise<Findings>> }).ways[way](given),
      way,
      given,
    )
  } finally {
    await browser?.close()
    site.close()
  }
}

/** The page and its scripts, at an address where service workers are allowed. */
async function serveFiles() {
  const server = createServer((request, response) => {
    const script = /^\/([\w-]+\.js)$/.exec(request.url ?? '')?.[1]
    const content = script
      ? readFile(join(dist, script))
      : Promise.resolve('<!doctype html><script type="module" src="/page.js"></script>')
    void content.then((text) => {
      response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' }).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Safe cast: a server on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

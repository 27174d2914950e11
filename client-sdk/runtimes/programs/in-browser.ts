// Runs the exercise in Chromium or Firefox by WebDriver BiDi, on a page or in its service worker, and prints the findings.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { launch, type Browser } from 'puppeteer-core'
import type { Findings, Surroundings } from '../../testing/exercise.ts'

type Way = 'page' | 'serviceWorker'

// Safe cast: the table of the runtimes gives these arguments.
const [, , given = '', name, executablePath, way] = process.argv as [
  string,
  string,
  string,
  'chrome' | 'firefox',
  string,
  Way,
]
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
  const findings = await page.evaluate(
    // Safe cast: the page has both ways.
    (way, given) =>
      (globalThis as unknown as { ways: Record<Way, (given: Surroundings) => Promise<Findings>> }).ways[way](given),
    way,
    JSON.parse(given) as Surroundings,
  )
  console.log(JSON.stringify(findings))
} finally {
  await browser?.close()
  site.close()
}

/** The page and its scripts, at an address where service workers are allowed. */
async function serveFiles() {
  const server = createServer((request, response) => {
    const script = /^\/([\w-]+\.js)$/.exec(request.url ?? '')?.[1]
    const content = script
      ? readFile(script)
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

// One front end on an origin of its own, unchanged against the local cloud, the mock and the stateful mock, in Chromium.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueIdToken } from '../local-cloud/emulators/cognito/index.ts'
import { launchChromium } from './chromium.ts'
import { projectRoot } from './compile.ts'
import { createDataDir, runCloud, type CloudProcess } from './local-cloud.ts'
import { endMock, readyAt, spawnMock, type MockProcess } from './mock.ts'

/** It is told the service and the token by its address, and writes what it did into its text. */
const frontEnd = `
import { createFrontdesk, ProblemError } from './client-sdk/src/index.ts'
const { service, token } = Object.fromEntries(new URLSearchParams(location.search))
const frontdesk = createFrontdesk({ baseUrl: service, token, maxRetries: 0 })
const said = []
async function work() {
  const { caseId } = await frontdesk.cases.create({ description: 'The kiosk is dark.' })
  said.push((await frontdesk.cases.get(caseId)).caseId === caseId ? 'got what it created' : 'got another case')
  const { etag, requestId } = await frontdesk.cases.get(caseId).withResponse()
  said.push(etag && requestId ? 'read ETag and request id' : 'cannot read the headers')
  said.push('changed to ' + (await frontdesk.cases.update(caseId, { status: 'resolved' }, { ifMatch: etag })).status)
  let cases = 0
  for await (const found of frontdesk.cases.list({ limit: 1 })) cases += found.caseId ? 1 : 0
  said.push(cases > 0 ? 'listed to the end' : 'listed nothing')
  await frontdesk.cases.upload(caseId, new Blob(['a photo']), { fileName: 'photo.txt', onProgress: () => undefined })
  const [file] = await frontdesk.cases.listFiles(caseId).toArray({ max: 5 })
  const stored = await fetch(file.downloadUrl)
  said.push(stored.ok ? 'uploaded and downloaded' : 'downloaded nothing: ' + stored.status)
  const refused = await frontdesk.cases.create({ description: '' }).catch((error) => error)
  said.push(refused instanceof ProblemError ? 'refused by ' + refused.errors[0].pointer : 'not refused: ' + refused)
  let text = ''
  for await (const event of frontdesk.chat.stream({ message: 'Hello' })) text += event.text ?? ''
  said.push(text ? 'read a stream' : 'read no stream')
}
await work().catch((error) => said.push(String(error)))
document.querySelector('output').textContent = said.join('\\n')
`
const done = [
  'got what it created',
  'read ETag and request id',
  'changed to resolved',
  'listed to the end',
  'uploaded and downloaded',
  'refused by /description',
  'read a stream',
]

const minutes = 180_000
let browser: Browser
let page: { address: string; close: () => void }
let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
const mocks: Record<string, MockProcess> = {}
beforeAll(async () => {
  browser = await launchChromium({ skip: () => expect.unreachable('There is no Chromium.') })
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  Object.assign(mocks, { mock: spawnMock(), 'stateful mock': spawnMock(['--stateful']) })
  page = await servePage()
}, minutes)
afterAll(async () => {
  page.close()
  await Promise.all([browser.close(), cloud.kill(), ...Object.values(mocks).map(endMock)])
  await data.remove()
})

async function servePage() {
  const { outputFiles } = await build({
    stdin: { contents: frontEnd, resolveDir: projectRoot, loader: 'js' },
    bundle: true,
    format: 'esm',
    write: false,
  })
  const html = '<!doctype html><title>A front end</title><link rel="icon" href="data:,"><output></output>'
  const server = createServer(({ url }, response) => {
    const isScript = url === '/main.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? outputFiles[0]?.text : `${html}<script type="module" src="/main.js"></script>`)
  }).listen(0)
  // Safe cast: a server on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) }
}

test.each(['local cloud', 'mock', 'stateful mock'])('works against the %s', { timeout: minutes }, async (where) => {
  const mock = mocks[where]
  const service = mock ? await readyAt(mock) : await cloud.ready()
  const token = issueIdToken(data.key, { user: 'alice', expiresIn: 3600 })
  const tab = await browser.newPage()
  const faults: string[] = []
  tab.on('pageerror', ({ message }) => faults.push(message))
  await tab.goto(`${page.address}/?${new URLSearchParams({ service, token }).toString()}`)
  const output = tab.locator('output', { hasText: /\w/ })
  await output.waitFor()
  expect({ said: (await output.textContent())?.split('\n'), faults }).toEqual({ said: done, faults: [] })
  await tab.close()
})

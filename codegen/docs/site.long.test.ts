// The docs site in a browser, served by the local cloud: every page, the panel, the search, the reference, and what axe finds.
import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../testing/chromium.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import { sdkSample } from '../client-sdk/sample.ts'
import { namesIn } from '../contract-names.ts'
import { modelOf, type Contract } from '../model.ts'
import { pythonSample } from '../python/sample.ts'
import { curlSample } from './curl-sample.ts'
import { addressOf } from './site/addresses.ts'
import { readGuides } from './site/guides.ts'

const model = modelOf(JSON.parse(await readFile('generated/openapi.json', 'utf8')) as Contract)
const guides = await readGuides('.')
const operationPages = model.operations.map(({ operationId }) => addressOf.operation(operationId))
const problemPages = Object.keys(model.problemTypes).map((slug) => addressOf.problem(slug))
const lists = [
  addressOf.front,
  addressOf.operations,
  addressOf.problems,
  addressOf.guides,
  addressOf.changelog,
  addressOf.downloads,
]
const phone = { width: 390, height: 844 }

let cloud: CloudProcess
let data: Awaited<ReturnType<typeof createDataDir>>
let browser: Browser
let origin: string

beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  origin = await cloud.ready()
  // The first request builds the site.
  expect((await fetch(`${origin}/docs/`)).status).toBe(200)
  browser = await launchChromium({ skip: () => expect.unreachable('There is no Chromium.') })
}, 120_000)

afterAll(async () => {
  await browser.close()
  await cloud.kill()
  await data.remove()
})

/** These run in the page, whose types this project does not have here. */
const look = `({
  titles: document.querySelectorAll('h1').length,
  excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  text: document.querySelector('main')?.textContent.length ?? 0,
})`
type Seen = { titles: number; excess: number; text: number }
const runAxe =
  'axe.run(document).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html.slice(0, 120)) })))'
type Finding = { id: string; impact: string; at: string[] }

/** Opens one page for all addresses. Returns requests to other servers, errors, and messages of the console. */
async function visit(look: (page: Page, wrong: string[]) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      wrong.push(`request ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
  await look(page, wrong)
  await context.close()
  return wrong
}

describe.each([
  ['on a desk', { viewport: { width: 1280, height: 900 } }],
  ['on a phone, in the dark', { viewport: phone, colorScheme: 'dark' as const }],
])('every page %s', (_, options) => {
  test('renders with one h1, without an error, and no wider than the screen', { timeout: 300_000 }, async () => {
    const wrong = await visit(async (page, faults) => {
      for (const address of [...lists, ...operationPages, ...problemPages, ...guides.map((guide) => guide.address)]) {
        const answer = await page.goto(origin + address)
        if (answer?.status() !== 200) faults.push(`${address}: ${String(answer?.status())}`)
        const seen = await page.evaluate<Seen>(look)
        if (seen.titles !== 1 || seen.excess > 0 || seen.text < 40) faults.push(`${address}: ${JSON.stringify(seen)}`)
      }
    }, options)
    expect(wrong).toEqual([])
  })
})

describe('the panel', { timeout: 60_000 }, () => {
  test('creates a case and shows it, with headers and time, and the same as curl and as a call of the SDK', async () => {
    const wrong = await visit(async (page) => {
      await page.goto(origin + addressOf.operation('createCase'))
      await page.getByRole('button', { name: /local cloud/ }).click()
      await expect.poll(() => page.getByLabel('Token').inputValue()).toMatch(/^eyJ/)
      await page.getByLabel(/^Body application/).fill('{"description":"Tried from the docs."}')
      await page.getByLabel(/Idempotency-Key/).fill("it's-a-key")
      await page.getByRole('button', { name: 'Send' }).click()
      await expect.poll(() => page.locator('#outcome').textContent()).toMatch(/^201 Created · \d+ ms/)
      const body = JSON.parse((await page.locator('#answer-body').textContent()) ?? '') as {
        caseId: string
        description: string
      }
      expect(body.description).toBe('Tried from the docs.')
      expect(await page.locator('#answer-headers').textContent()).toContain(`location: /cases/${body.caseId}`)
      const curl = await page.locator('#curl').textContent()
      expect(curl).toContain(`-d '{"description":"Tried from the docs."}'`)
      expect(curl).toContain(`idempotency-key: it'\\''s-a-key`.replace('idempotency-key', 'Idempotency-Key'))
      expect(curl).toContain('$TOKEN')
      expect(curl).not.toContain('eyJ')
      const sdk = (await page.locator('#sdk').textContent()) ?? ''
      expect(sdk).toMatch(
        /frontdesk\.cases\.create\(\s*\{ description: 'Tried from the docs\.' \},\s*\{ idempotencyKey: "it's-a-key" \},?\s*\)/,
      )
      // The credential goes along to the next page of the tab.
      await page.goto(origin + addressOf.operation('getCase'))
      await page.getByLabel(/^caseId/).fill(body.caseId)
      await page.keyboard.press('Control+Enter')
      await expect.poll(() => page.locator('#outcome').textContent()).toMatch(/^200 OK/)
      expect(await page.locator('#answer-body').textContent()).toContain('Tried from the docs.')
    })
    expect(wrong).toEqual([])
  })

  test('says what is wrong: a missing parameter, a refusal of the service, a server that is not there', async () => {
    await visit(async (page) => {
      await page.goto(origin + addressOf.operation('getCase'))
      const outcome = page.locator('#outcome')
      await page.getByLabel(/^caseId/).fill('')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect.poll(() => outcome.textContent()).toBe('caseId is required.')
      await page.goto(origin + addressOf.operation('listEvents'))
      await page.getByLabel(/^limit/).fill('0')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect.poll(() => outcome.textContent()).toMatch(/^400 /)
      expect(await page.locator('#answer-body').textContent()).toContain('limit must be >= 1.')
      await page.getByLabel('Server').fill('http://localhost:1')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect.poll(() => outcome.textContent()).toMatch(/^No answer\. The server cannot be reached/)
    })
  })

  test('sends an API key where the operation takes one', async () => {
    const wrong = await visit(async (page) => {
      await page.goto(origin + addressOf.operation('putCustomer'))
      await page.getByRole('button', { name: /local cloud/ }).click()
      await expect.poll(() => page.getByLabel(/^API key/).inputValue()).not.toBe('')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect.poll(() => page.locator('#outcome').textContent()).toMatch(/^20[01] /)
    })
    expect(wrong).toEqual([])
  })
})

test('the search finds an operation, a guide and a problem, with the keyboard alone', { timeout: 60_000 }, async () => {
  const wrong = await visit(async (page) => {
    const finds = async (query: string, address: string, steps: number) => {
      await page.goto(`${origin}/docs/`)
      await page.keyboard.press('/')
      await page.keyboard.type(query)
      await page.locator('#found a').first().waitFor()
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(origin + address)
    }
    await finds('upload URL', addressOf.operation('getCaseUploadUrl'), 0)
    await finds('createcase', addressOf.operation('createCase'), 1)
    await finds('react conflicts', guides.find(({ file }) => file.endsWith('conflicts.md'))?.address ?? '', 1)
    await finds('precondition', addressOf.problem('precondition-failed'), 0)
    await page.goto(`${origin}/docs/`)
    await page.getByRole('combobox').fill('qqqxyz')
    await expect.poll(() => page.locator('#found-count').textContent()).toBe('Nothing found')
  })
  expect(wrong).toEqual([])
})

test('the colours are those that the reader chose, on the site and in the reference', { timeout: 60_000 }, async () => {
  await visit(
    async (page) => {
      await page.goto(`${origin}/docs/`)
      const theme = () => page.evaluate<string>('document.documentElement.className')
      expect(await theme()).toBe('light')
      await page.getByRole('button', { name: 'Dark or light' }).click()
      expect(await theme()).toBe('dark')
      await page.goto(origin + addressOf.reference)
      expect(await theme()).toContain('dark')
    },
    { colorScheme: 'light' },
  )
})

describe('the reference', { timeout: 300_000 }, () => {
  /** The samples beside curl. */
  const samplesOf = (operation: (typeof model.operations)[number]) =>
    Object.entries({ SDK: sdkSample(model, operation), Python: pythonSample(model, operation) }).flatMap(
      ([language, source]) => (source === undefined ? [] : [[language, source] as const]),
    )
  /** The line of a sample that no other language has. */
  const callIn = (source: string) => source.split('\n').findLast((line) => line.includes(`${variable}.`)) ?? ''
  const { variable } = namesIn(model).client
  const hashOf = ({ tag, operationId }: (typeof model.operations)[number]) => `#/${tag}/${operationId.toLowerCase()}`

  test('shows curl for every operation, and SDK and Python for each that they have', async () => {
    const shown: Record<string, string[]> = { curl: [], SDK: [], Python: [] }
    for (const operation of model.operations) {
      // Each visit has a storage of its own, because Redoc remembers the language.
      const wrong = await visit(async (page) => {
        await page.goto(`${origin}${addressOf.reference}${hashOf(operation)}`)
        let [before, line = ''] = ['curl', curlSample(model, operation).split('\n')[0]]
        const sample = () => page.locator('pre', { hasText: line }).first()
        await sample().waitFor()
        shown.curl?.push(operation.operationId)
        for (const [language, source] of samplesOf(operation)) {
          const panel = sample().locator(`xpath=ancestor::*[.//button[normalize-space()="${before}"]][1]`)
          await panel.getByRole('button', { name: before, exact: true }).first().click()
          await page.getByText(language, { exact: true }).last().click()
          ;[before, line] = [language, callIn(source)]
          await sample().waitFor()
          shown[language]?.push(operation.operationId)
        }
      })
      expect(wrong).toEqual([])
    }
    const ofSdk = model.operations.filter(({ sdk }) => !sdk.omit).map(({ operationId }) => operationId)
    expect(shown).toEqual({
      curl: model.operations.map(({ operationId }) => operationId),
      SDK: ofSdk,
      Python: ofSdk,
    })
    expect(ofSdk.length).toBeGreaterThan(20)
  })

  test('leads to the page of the operation, and from old addresses to itself', async () => {
    const wrong = await visit(async (page) => {
      await page.goto(`${origin}/docs#/cases/createcase`)
      await page.waitForURL(`${origin}/docs/reference/#/cases/createcase`)
      await page
        .getByRole('link', { name: /^Try it/ })
        .first()
        .click()
      await page.waitForURL(origin + addressOf.operation('createCase'))
    })
    expect(wrong).toEqual([])
  })

  test('has error examples of the operation, plain names of servers, and no example that is cut off', async () => {
    await visit(async (page) => {
      await page.goto(`${origin}${addressOf.reference}#/cases/listcases`)
      await page.locator('#redoc').getByRole('button', { name: /^400/ }).first().click()
      await page.getByText('limit must be >= 1.', { exact: false }).first().waitFor()
      await page.goto(`${origin}${addressOf.reference}`)
      await page.reload()
      await page.getByText('The local cloud').first().waitFor()
      expect(await page.locator('#redoc').getByText('`').count()).toBe(0)
      await page.goto(`${origin}${addressOf.reference}#/customer-created`)
      await page.reload()
      await page.locator('pre').first().waitFor()
      const cut = await page
        .locator('pre')
        .evaluateAll((blocks) => blocks.filter((one) => one.scrollWidth > one.clientWidth).length)
      expect(cut).toBe(0)
    })
  })
})

describe('axe has no serious finding', { timeout: 300_000 }, () => {
  const kinds = [
    ...[addressOf.front, addressOf.operations, addressOf.changelog, addressOf.guides],
    ...[addressOf.operation('createCase'), addressOf.operation('listCases'), addressOf.problem('not-found')],
    ...guides.filter(({ isListed }) => isListed).map(({ address }) => address),
    ...[
      '',
      '#/cases/createcase',
      '#/cases/updatecase',
      '#/events/deleteevent',
      '#/customer-created',
      '#/section/conventions',
    ].map((hash) => addressOf.reference + hash),
  ]

  test.each([
    ['in the light', { colorScheme: 'light' as const }],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['on a phone', { viewport: phone }],
  ])('%s', async (_, options) => {
    const findings: string[] = []
    await visit(
      async (page) => {
        for (const address of kinds) {
          await page.goto(origin + address)
          // A change of the hash alone loads no page.
          if (address.startsWith(addressOf.reference)) await page.reload()
          if (address.startsWith(addressOf.reference))
            await page.locator('.menu-content[role="navigation"]').first().waitFor({ state: 'attached' })
          await page.waitForLoadState('networkidle')
          await page.evaluate(axe.source)
          const found = await page.evaluate<Finding[]>(runAxe)
          findings.push(
            ...found
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map((one) => `${address} ${JSON.stringify(one)}`),
          )
          const titles = await page.locator('h1:not([aria-level])').count()
          if (titles !== 1) findings.push(`${address}: ${titles} h1`)
        }
      },
      { ...options, bypassCSP: true },
    )
    expect(findings).toEqual([])
  })
})

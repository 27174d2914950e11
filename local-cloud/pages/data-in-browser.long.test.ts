// The data of the start page in a browser, from the local cloud as its user runs it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest'
import { faultsOf, launchChromium } from '../../testing/chromium.ts'
import { lowContrasts } from '../../testing/contrast.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'

const markup = '<img src=x onerror="document.title=1"><b>bold</b><script>document.title=2</script>'
const minute = 60_000

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

const post = async (description: unknown) => {
  const headers = { ...data.user, 'content-type': 'application/json' }
  return fetch(`${url}/cases`, { method: 'POST', headers, body: JSON.stringify({ description }) })
}

/** Puts a file of this name to a new case. */
async function upload(fileName: string) {
  const { caseId } = (await (await post('With a file')).json()) as { caseId: string }
  const query = new URLSearchParams({ fileName, contentType: 'text/html' })
  const asked = await fetch(`${url}/cases/${caseId}/upload?${query.toString()}`, { headers: data.user })
  const { uploadUrl } = (await asked.json()) as { uploadUrl: string }
  await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'text/html' }, body: markup })
}

type View = { width?: number; colorScheme?: 'light' | 'dark' }

/** Opens the page and runs `look`. Fails when the page logs an error or warning, or asks another server, meanwhile. */
async function visit(context: TestContext, view: View, look: (page: Page, browser: Browser) => Promise<void>) {
  const browser = await launchChromium(context)
  try {
    const { width = 1280, colorScheme = 'light' } = view
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const faults = faultsOf(page, url)
    await page.goto(url)
    await page.locator('#live[data-live=true]').waitFor()
    await look(page, browser)
    expect(faults).toEqual([])
  } finally {
    await browser.close()
  }
}

const rows = (page: Page, section: string) => page.locator(`${section} tbody tr:not(.details)`)

test('a POST appears among the requests and the items without loading again', { timeout: minute }, (context) =>
  visit(context, {}, async (page) => {
    await page.evaluate('loadedOnce = true')
    await post('Seen live')
    await rows(page, '#requests').first().getByText('POST /cases').waitFor()
    await rows(page, '#tables').first().getByText('Seen live').waitFor()
    await upload('live.html')
    await rows(page, '#files').getByText('live.html').waitFor()
    await fetch(`${url}/customers/c-1`, { method: 'PUT', headers: { 'x-api-key': 'local-api-key' } })
    await page.locator('#executions').getByText('c-1').waitFor()
    expect(await page.evaluate('loadedOnce')).toBe(true)
  }),
)

test(
  'the assistant answers, with its calls and proposals, and nothing that it says becomes markup',
  { timeout: minute },
  (context) =>
    visit(context, { width: 390 }, async (page) => {
      await post(markup)
      const ask = async (message: string) => {
        await page.fill('#chat-message', message)
        await page.keyboard.press('Enter')
        const turn = page.locator('#chat-turns > li').last()
        await turn.locator('.said:not(.writing)').waitFor()
        return turn
      }
      const looked = await ask('List the open cases')
      expect(await looked.locator('.calls').textContent()).toMatch(/^200 listCases \{"status":"open"/)
      expect(await looked.locator('.said').textContent()).toContain('< img src=x')
      const proposed = await ask('Create a case')
      expect(await proposed.locator('.said').textContent()).toMatch(/2 earlier turns/)
      expect(await page.locator('#chat-turns :is(img, b, script, a)').count()).toBe(0)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.fill('#chat-message', 'x'.repeat(8000))
      await page.getByRole('button', { name: 'Ask' }).click()
      await page.locator('#chat-turns > li:nth-child(3) .said:not(.writing)').waitFor()
    }),
)

test('an open row stays open and keeps the focus while others arrive', { timeout: minute }, (context) =>
  visit(context, {}, async (page) => {
    await post('The opened one')
    const button = rows(page, '#tables').filter({ hasText: 'The opened one' }).getByRole('button')
    await button.focus()
    await page.keyboard.press('Enter')
    const details = page.locator('#tables tr.details:visible')
    await details.getByText('"description": "The opened one"').waitFor()
    await post('A later one')
    await rows(page, '#tables').first().getByText('A later one').waitFor()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    expect(await page.evaluate('document.activeElement.textContent')).toBe(await button.textContent())
    await page.keyboard.press('Enter')
    await expect.poll(() => details.count()).toBe(0)
  }),
)

test('a table with more items than a page is turned forth and back', { timeout: minute }, (context) =>
  visit(context, {}, async (page) => {
    const section = page.locator('#tables')
    await section.getByRole('button', { name: 'products' }).click()
    await section.getByText(/^Page 1 of \d+, \d+ in all$/).waitFor()
    const firstId = await rows(page, '#tables').first().locator('code').textContent()
    expect(await section.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true)
    const seen = new Set<string>()
    const next = section.getByRole('button', { name: 'Next' })
    for (let number = 1; ; number += 1) {
      await section.getByText(new RegExp(`^Page ${number} of`)).waitFor()
      for (const id of await rows(page, '#tables').locator('th code').allTextContents()) seen.add(id)
      if (await next.isDisabled()) break
      await next.click()
    }
    expect(await section.locator('.count').textContent()).toMatch(new RegExp(`, ${seen.size} in all$`))
    await section.getByRole('button', { name: 'Previous' }).click()
    await section.getByRole('button', { name: 'cases' }).click()
    await section.getByRole('button', { name: 'products' }).click()
    await expect.poll(() => rows(page, '#tables').first().locator('code').textContent()).toBe(firstId)
  }),
)

test('a failed request shows its problem and its log lines', { timeout: minute }, (context) =>
  visit(context, {}, async (page) => {
    await post(5)
    await rows(page, '#requests').first().getByText('400').waitFor()
    await rows(page, '#requests').first().getByRole('button').click()
    const details = page.locator('#requests tr.details:visible')
    await expect.poll(() => details.locator('h3').allTextContents()).toEqual(['Problem', 'Log'])
    expect(await details.locator('pre').first().textContent()).toContain('"pointer": "/description"')
    expect(await details.locator('pre').last().textContent()).toContain('operationId=createCase')
  }),
)

test('markup in data is text, wherever it stands', { timeout: minute }, (context) =>
  visit(context, {}, async (page) => {
    const title = await page.title()
    await post(markup)
    await fetch(`${url}/${encodeURI(markup)}`)
    await upload(markup.replaceAll('/', ''))
    await fetch(`${url}/workflow/submit`, {
      method: 'POST',
      headers: { 'x-api-key': 'local-api-key', 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'c-1' }),
    })
    // The newest comes first. Another test has created one, too.
    const cell = rows(page, '#tables').filter({ hasText: '<b>bold</b>' }).first()
    await cell.waitFor()
    await cell.getByRole('button').click()
    await page.locator('#tables tr.details:visible').getByText('<script>').waitFor()
    await page.locator('#files').getByText('<b>bold').waitFor()
    expect(
      await page.locator('td b, td img:not([src="/favicon.ico"]), th b, th img, #executions b, main script').count(),
    ).toBe(0)
    expect(await page.title()).toBe(title)
  }),
)

test('its policy runs no script but its own, and no connection leaves', { timeout: minute }, async (context) => {
  const browser = await launchChromium(context)
  try {
    const page = await browser.newPage()
    const response = await page.goto(url)
    const policy = (await response?.headerValue('content-security-policy')) ?? ''
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'nonce-[^']+'; style-src 'nonce-[^']+'; img-src 'self'; connect-src 'self'; /,
    )
    const blocked = await page.evaluate(`new Promise((resolve) => {
      const blocked = []
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        blocked.push(effectiveDirective)
        if (blocked.length === 3) resolve(blocked.sort())
      })
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
      const other = document.createElement('script')
      other.src = '/local-cloud/page.js'
      document.body.append(other)
      fetch('http://127.0.0.1:1/').catch(() => undefined)
    })`)
    expect(blocked).toEqual(['connect-src', 'script-src-elem', 'script-src-elem'])
    expect(await page.title()).not.toBe('run')
  } finally {
    await browser.close()
  }
})

test(
  'it is readable in light and dark, and each table has its name and headers',
  { timeout: minute },
  async (context) => {
    await post(5)
    await post('Readable')
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(context, { colorScheme }, async (page) => {
        await rows(page, '#requests').filter({ hasText: '400' }).first().getByRole('button').click()
        await rows(page, '#tables').first().getByRole('button').click()
        expect(await page.evaluate(lowContrasts)).toEqual([])
        for (const [section, name] of [
          ['#requests', 'The last requests to the API'],
          ['#tables', 'Items of the table cases'],
        ]) {
          expect(await page.locator(`${section ?? ''} caption`).textContent()).toBe(name)
        }
        expect(await page.locator('table th:not([scope]), table:not(:has(caption))').count()).toBe(0)
        const levels = await page
          .locator('h1, h2, h3, h4, h5, h6')
          .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])))
        const skipped = levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1)
        expect(skipped).toEqual([])
      })
    }
  },
)

test('it fits a phone, whatever the data are', { timeout: minute }, async (context) => {
  await post('w'.repeat(400))
  await fetch(`${url}/${'p'.repeat(400)}`)
  await upload(`${'f'.repeat(200)}.html`)
  await visit(context, { width: 390 }, async (page) => {
    await rows(page, '#files').first().waitFor()
    for (const section of ['#requests', '#tables']) await rows(page, section).first().getByRole('button').click()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })
})

test('a hidden page holds no stream', { timeout: minute }, (context) =>
  visit(context, {}, async (page) => {
    const hide = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true }),
        document.dispatchEvent(new Event('visibilitychange'))`)
    const isStream = (request: { url: () => string }) => request.url() === `${url}/local-cloud/events`
    await Promise.all([page.waitForEvent('requestfailed', isStream), hide(true)])
    await post('While nobody looked')
    await Promise.all([page.waitForEvent('request', isStream), hide(false)])
    await rows(page, '#tables').first().getByText('While nobody looked').waitFor()
  }),
)

test('after a restart of the local cloud the page is live again', { timeout: minute }, async (context) => {
  const browser = await launchChromium(context)
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await page.locator('#live[data-live=true]').waitFor()
    expect(await cloud.kill()).toBe(0)
    await page.locator('#live[data-live=false]').waitFor()
    cloud = runCloud({ env: { DATA_DIR: data.path, PORT: new URL(url).port } })
    expect(await cloud.ready()).toBe(url)
    await page.locator('#live[data-live=true]').waitFor()
    await post('After the restart')
    await rows(page, '#tables').first().getByText('After the restart').waitFor()
  } finally {
    await browser.close()
  }
})

// A front end of another origin signs a person in, in a browser, by a client library and the whole local cloud.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import { launchChromium } from '../../testing/chromium.ts'
import { createDataDir, runCloud, type CloudProcess } from '../../testing/local-cloud.ts'
import {
  machineClientId,
  machineClientSecret,
  pluginClientId,
  pluginClientSecret,
  scopes,
  userClientId,
} from '../emulators/cognito/index.ts'
import { listen } from '../listen.ts'
import { runningIssuer } from '../running.ts'

const frontEnd = createServer()
let origin: string
let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
let issuer: string
let browser: Browser | undefined

beforeAll(async () => {
  origin = await listen(frontEnd)
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
  issuer = (await runningIssuer(data.path)) ?? ''
  const library = await readFile('node_modules/oauth4webapi/build/index.js')
  frontEnd.on('request', (request, response) => {
    const isLibrary = request.url === '/oauth4webapi.js'
    response.setHeader('content-type', isLibrary ? 'text/javascript' : 'text/html')
    response.end(isLibrary ? library : application())
  })
})
afterAll(async () => {
  await browser?.close()
  frontEnd.closeAllConnections()
  frontEnd.close()
  await cloud.kill()
  await data.remove()
})

/** The page of the front end. Each function is one step of a sign-in as the library's guide has it. */
const application = () => `<!doctype html><title>A front end</title><link rel="icon" href="data:,">
<script type="module">
import * as oauth from '/oauth4webapi.js'
const options = { [oauth.allowInsecureRequests]: true }
const client = { client_id: '${userClientId}' }
const redirectUri = '${origin}/callback'
const found = await oauth.discoveryRequest(new URL('${issuer}'), options)
const server = await oauth.processDiscoveryResponse(new URL('${issuer}'), found)
const state = oauth.generateRandomState()

const start = async (parameters) => {
  const verifier = oauth.generateRandomCodeVerifier()
  const nonce = oauth.generateRandomNonce()
  sessionStorage.setItem('started', JSON.stringify({ verifier, nonce, state }))
  const query = new URLSearchParams({
    client_id: client.client_id, redirect_uri: redirectUri, response_type: 'code', state, nonce,
    scope: 'openid email ${scopes.join(' ')}', code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256', ...parameters,
  })
  location.href = server.authorization_endpoint + '?' + query
}
const finish = async () => {
  const { verifier, nonce, state } = JSON.parse(sessionStorage.getItem('started'))
  const answered = oauth.validateAuthResponse(server, client, new URL(location.href), state)
  const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), answered, redirectUri, verifier, options)
  return oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true })
}
const refresh = async (token) => {
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, options)
  return oauth.processRefreshTokenResponse(server, client, response)
}
const who = async (token, subject) => {
  const response = await oauth.userInfoRequest(server, client, token, options)
  return oauth.processUserInfoResponse(server, client, subject, response)
}
const revoke = async (token) =>
  oauth.processRevocationResponse(await oauth.revocationRequest(server, client, oauth.None(), token, options))
const call = async (token) => {
  const response = await fetch('${url}/status', { headers: { authorization: 'Bearer ' + token } })
  return { status: response.status, body: await response.json() }
}
const logout = () => {
  const query = new URLSearchParams({ client_id: client.client_id, logout_uri: '${origin}/bye' })
  location.href = server.end_session_endpoint + '?' + query
}
globalThis.app = { start, finish, refresh, who, revoke, call, logout }
</script>`

type Tokens = { access_token: string; id_token: string; refresh_token: string; token_type: string }

/** Opens the front end and runs `look`. Fails when a page logs an error that `expected` does not name. */
async function visit(context: TestContext, look: (page: Page) => Promise<void>, expected = /^$/) {
  browser ??= await launchChromium(context)
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  try {
    await page.goto(origin)
    await look(page)
    expect(wrong.filter((message) => !expected.test(message))).toEqual([])
  } finally {
    await page.context().close()
  }
}

const run = async <T>(page: Page, call: string): Promise<T> => {
  await page.waitForFunction('globalThis.app')
  // Safe cast: the functions of the page are written above.
  return (await page.evaluate(`app.${call}`)) as T
}
const start = async (page: Page, parameters: object = {}) => {
  await run(page, `start(${JSON.stringify(parameters)})`)
  await page.waitForURL(/\/login\?/)
}
const returned = (page: Page) => page.waitForURL(`${origin}/callback?**`)
const claims = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

describe('a front end', () => {
  test('signs in a user whom the page offers, calls the API, refreshes, revokes and logs out', (context) =>
    visit(
      context,
      async (page) => {
        await start(page)
        expect(new URL(page.url()).origin).toBe(new URL(issuer).origin)
        await page.getByRole('button', { name: 'local-user' }).click()
        await returned(page)
        const tokens = await run<Tokens>(page, 'finish()')
        for (const token of [tokens.id_token, tokens.access_token]) {
          expect(await run(page, `call('${token}')`)).toMatchObject({ status: 200, body: { user: 'local-user' } })
        }
        const { sub } = claims(tokens.id_token)
        expect(await run(page, `who('${tokens.access_token}', '${String(sub)}')`)).toMatchObject({
          username: 'local-user',
          email: 'local-user@example.com',
        })

        const again = await run<Tokens>(page, `refresh('${tokens.refresh_token}')`)
        expect(again.access_token).not.toBe(tokens.access_token)
        expect(await run(page, `call('${again.access_token}')`)).toMatchObject({ status: 200 })
        expect(again.refresh_token).not.toBe(tokens.refresh_token)
        await run(page, `revoke('${again.refresh_token}')`)
        await expect(run(page, `refresh('${again.refresh_token}')`)).rejects.toThrow(/response body|invalid_grant/i)

        // The session of the browser asks nobody, until the logout.
        await run(page, 'start({})')
        await returned(page)
        await run(page, 'finish()')
        await run(page, 'logout()')
        await page.waitForURL(`${origin}/bye`)
        await start(page)
      },
      /400 \(Bad Request\)/,
    ))

  test('signs in a user who is named by the keyboard alone', (context) =>
    visit(context, async (page) => {
      await start(page)
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.value')).toBe('local-user')
      await page.getByLabel('Or name another one').focus()
      await page.keyboard.type('zoë')
      await page.keyboard.press('Enter')
      await returned(page)
      const tokens = await run<Tokens>(page, 'finish()')
      expect(await run(page, `call('${tokens.id_token}')`)).toMatchObject({ status: 200, body: { user: 'zoë' } })
      // The next sign-in offers the name.
      await start(page, { prompt: 'login' })
      await page.getByRole('button', { name: 'zoë' }).waitFor()
    }))

  test('gets an access token for a resource', (context) =>
    visit(context, async (page) => {
      await start(page, { resource: `${url}/mcp` })
      await page.getByRole('button', { name: 'local-user' }).click()
      await returned(page)
      const { access_token } = await run<Tokens>(page, 'finish()')
      expect(claims(access_token).aud).toBe(`${url}/mcp`)
    }))

  test('hears of a refusal by the error in its own address', (context) =>
    visit(context, async (page) => {
      await run(page, "start({ scope: 'openid other/scope' })")
      await page.waitForURL(`${origin}/callback?**`)
      await expect(run(page, 'finish()')).rejects.toThrow(/authorization response/i)
      expect(new URL(page.url()).searchParams.get('error')).toBe('invalid_scope')
    }))
})

test('a program and the plugin get access tokens that the API accepts', async () => {
  const pool = new URL(issuer).origin
  const redirect_uri = 'http://localhost:9/callback'
  const asked = new URLSearchParams({ client_id: pluginClientId, response_type: 'code', redirect_uri })
  const body = new URLSearchParams({ username: 'alice' })
  const chosen = await fetch(`${pool}/login?${asked.toString()}`, { method: 'POST', body, redirect: 'manual' })
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? ''
  for (const [user, form] of [
    [
      machineClientId,
      { grant_type: 'client_credentials', client_id: machineClientId, client_secret: machineClientSecret },
    ],
    [
      'alice',
      {
        grant_type: 'authorization_code',
        client_id: pluginClientId,
        client_secret: pluginClientSecret,
        code,
        redirect_uri,
      },
    ],
  ] as const) {
    const response = await fetch(`${pool}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) })
    const { access_token } = (await response.json()) as Tokens
    const answer = await fetch(`${url}/status`, { headers: { authorization: `Bearer ${access_token}` } })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ user })
  }
})

describe('the page', () => {
  const login = (redirectUri: string) => {
    const asked = { client_id: userClientId, response_type: 'code', redirect_uri: redirectUri }
    return `${new URL(issuer).origin}/login?${new URLSearchParams(asked).toString()}`
  }
  /** The lightness of a colour such as rgb(1, 2, 3). */
  const lightness = (colour: string) =>
    [...colour.matchAll(/\d+/g)].slice(0, 3).reduce((sum, [part]) => sum + Number(part), 0)

  for (const width of [320, 1280]) {
    test(`fits a screen that is ${width} wide, also with long names`, (context) =>
      visit(
        context,
        async (page) => {
          await page.setViewportSize({ width, height: 800 })
          for (const address of [login(`${origin}/${'x'.repeat(200)}`), login(`https://${'x'.repeat(200)}.example/`)]) {
            await page.goto(address)
            expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
          }
        },
        /400 \(Bad Request\)/,
      ))
  }

  test('has dark colours for a dark screen', (context) =>
    visit(context, async (page) => {
      const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
      await page.goto(login(origin))
      await page.emulateMedia({ colorScheme: 'light' })
      expect(lightness(await background())).toBeGreaterThan(600)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(lightness(await background())).toBeLessThan(150)
    }))

  test('says what is wrong with a name that gets past the browser', (context) =>
    visit(
      context,
      async (page) => {
        await page.goto(login(`${origin}/callback`))
        await page.evaluate("document.querySelectorAll('form')[1].noValidate = true")
        await page.getByLabel('Or name another one').fill('a b')
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByRole('alert').getByText('no spaces').waitFor()
        expect(await page.evaluate('document.activeElement.id')).toBe('username')
        await page.keyboard.type('alice')
        await page.keyboard.press('Enter')
        await page.waitForURL(`${origin}/callback?code=*`)
      },
      /400 \(Bad Request\)/,
    ))
})

// The example page with the addresses of a local cloud of its own, and a person who signs in on it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageFolder } from './installed.ts'

/** The example's HTML. Only the values of its settings differ from what stands there. */
export async function examplePage(baseUrl: string): Promise<string> {
  const html = await readFile(join(packageFolder, 'examples/browser/index.html'), 'utf8')
  const metadata = await fetch(`${baseUrl}/.well-known/oauth-authorization-server`)
  // Safe cast: the document of RFC 8414 has this member.
  const { jwks_uri: keys } = (await metadata.json()) as { jwks_uri: string }
  const settings = /(?<=id="settings">)[^<]+/.exec(html)?.[0] ?? ''
  const issuer = keys.replace('/.well-known/jwks.json', '')
  return html.replace(settings, JSON.stringify({ ...(JSON.parse(settings) as object), baseUrl, issuer }))
}

/** Signs in on the provider's page, and waits until the example names the person. */
export async function signInAs(page: Page, user: string) {
  await page.click('#sign-in')
  await page.fill('#username', user)
  await page.click('button.main')
  await page.getByText(`Signed in as ${user}@example.com.`).waitFor()
}

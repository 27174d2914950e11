// Starts a headless Chromium, where one is installed, and collects the faults of its pages.
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core'
import type { TestContext } from 'vitest'
import { findChromium } from './executables.ts'

/** Without a browser the test is skipped with the reason. In CI it fails. */
export async function launchChromium(
  { skip }: Pick<TestContext, 'skip'>,
  options: Pick<LaunchOptions, 'args'> = {},
): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath !== undefined) return chromium.launch({ ...options, executablePath })
  const reason = 'No Chromium is installed. Install one, or set CHROMIUM_PATH to its executable.'
  if (process.env.CI) throw new Error(reason)
  return skip(reason)
}

/** Collects from now on: messages in the page's console, its errors, and requests to another server than that of `url`. */
export function faultsOf(page: Page, url: string): readonly string[] {
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(request.url())
  })
  return faults
}

// `npm run pictures`: makes the pictures of the README and the docs again, and records what each was made from.
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { chromium } from 'playwright-core'
import { format, resolveConfig } from 'prettier'
import { readOptions } from '../../codegen/command.ts'
import { findChromium } from '../executables.ts'
import { createDataDir, runCloud } from '../local-cloud.ts'
import { drawn, folder, photographed, record, shownPage } from './made-from.ts'

const help = `
Usage: npm run pictures [-- options]

Makes docs/pictures/ again: it draws the terminal, the workflow and the dashboard, and takes the pages with Chromium.
CHROMIUM_PATH names another Chromium.

  --drawn  only the pictures that need no browser
  --help   this text`

const size = { width: 1120, height: 760 }

async function photograph(): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium is installed. Install one, or set CHROMIUM_PATH.')
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path } })
  const browser = await chromium.launch({ executablePath })
  try {
    const url = await cloud.ready()
    const page = await browser.newPage({ viewport: size, colorScheme: 'light' })
    const take = async (address: string, file: string) => {
      await page.goto(url + address, { waitUntil: 'load' })
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(folder, file) })
    }
    // The answer of this call is among the last requests of the start page.
    await fetch(`${url}/status`)
    await take('/', 'start-page.png')
    await take('/docs/', 'docs.png')
    await take(shownPage(), 'docs-operation.png')
  } finally {
    await browser.close()
    await cloud.kill()
    await data.remove()
  }
}

async function main() {
  const options = readOptions(help, { drawn: { type: 'boolean', default: false } })
  if (!options) return
  await mkdir(folder, { recursive: true })
  for (const [file, svg] of Object.entries(await drawn())) await writeFile(join(folder, file), svg)
  if (!options.drawn) {
    await photograph()
    const recorded = JSON.stringify(await photographed())
    await writeFile(join(folder, record), await format(recorded, { ...(await resolveConfig(folder)), parser: 'json' }))
  }
  console.log(relative(process.cwd(), folder))
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}

// The reference: Redoc's page of the contract, whose scripts are files and which asks no other server for anything.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { projectRoot } from '../contract.ts'
import type { Contract } from '../model.ts'
import { icon } from './icon.ts'
import { addressOf, base } from './site/addresses.ts'
import { policyOf } from './site/layout.ts'

const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'))

const inline = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

// This blue is legible in the light and the dark theme. An image cannot take the colour of the text around it.
const makersName = inline(
  '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="14"><text x="0" y="11" font-family="system-ui,sans-serif" font-size="11" fill="#3b7ddd">Redoc</text></svg>',
)

const pictures = {
  'https://cdn.redoc.ly/redoc/logo-mini-full.svg': makersName,
  'https://cdn.redoc.ly/redoc/logo-mini.svg': inline(icon),
}

/** @property before Runs before the page is drawn. @property scripts The page's modules, in their order. */
export type Reference = { html: string; before: string; scripts: string[] }

export async function buildReference(document: Contract, title: string): Promise<Reference> {
  const work = await mkdtemp(join(tmpdir(), 'docs-'))
  try {
    const [input, output] = [join(work, 'openapi.json'), join(work, 'index.html')]
    await writeFile(input, JSON.stringify(document))
    const args = [redocly, 'build-docs', input, '--output', output, '--inlineBundle', '--title', title]
    // This switches off telemetry in the page's script as well.
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env })
    return selfContained(await readFile(output, 'utf8'))
  } finally {
    await rm(work, { recursive: true })
  }
}

const head = `<meta http-equiv="Content-Security-Policy" content="${policyOf({ styles: "'self' 'unsafe-inline'" })}">
  <link rel="icon" type="image/svg+xml" href="${base}icon.svg">
  <link rel="stylesheet" href="${addressOf.reference}reference.css">
  <script src="${addressOf.reference}before.js"></script>
  <script src="${addressOf.reference}after.js" defer></script>`

/** Redoc's search prefers workers, which the policy refuses. Without workers it runs on the page itself. */
const withoutWorkers = 'delete window.Worker;'

const moduleScript = /<script type="module">([^]*?)<\/script>/g
const plainScript = /<script>([^]*?)<\/script>/g

export function selfContained(html: string): Reference {
  const start = html.indexOf('<script type="module">')
  if (start < 0) throw new Error('The docs page has no <script type="module">')
  const before: string[] = [withoutWorkers]
  const taken = html.slice(0, start).replace(plainScript, (_, code: string) => {
    before.push(code)
    return ''
  })
  // The prerendered links are paths, but the page runs on hashes. A path opened in a new tab would leave the docs.
  const prerendered = taken
    .replaceAll(/href="\/(?!docs\/)/g, 'href="#/')
    .replace('<html', '<html lang="en"')
    .replace(/(<html[^>]*) lang="en"([^>]*lang=)/, '$1$2')
  const scripts: string[] = []
  const rest = html.slice(start).replace(moduleScript, (_, code: string) => {
    scripts.push(withPictures(code))
    return `<script type="module" src="${addressOf.reference}redoc-${scripts.length}.js"></script>`
  })
  for (const url of Object.keys(pictures)) {
    if (!html.includes(url)) throw new Error(`The docs page no longer asks for ${url}: see what it asks for instead.`)
  }
  const complete = prerendered.replace('<head>', () => `<head>\n  ${head}`) + rest
  return { html: withPictures(complete), before: before.join('\n'), scripts }
}

const withPictures = (text: string) =>
  Object.entries(pictures).reduce((page, [url, picture]) => page.replaceAll(url, picture), text)

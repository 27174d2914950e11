// npm run docs: the contract → dist/docs, one self-contained Redoc page, and beside it the reference of the SDK.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { withCodeSamples } from './code-samples.ts'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { modelOf, type Contract, type Model } from '../model.ts'
import { sectionAnchor } from './anchors.ts'
import { selfContained } from './page.ts'
import { writeSdkReference } from './sdk-reference.ts'

const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'))

/** @param withSdk Whether the reference of the SDK is built too. */
export async function buildDocs(folder: string, { withSdk = true } = {}): Promise<void> {
  const source = await readFile(join(projectRoot, 'generated/openapi.json'), 'utf8')
  const model = modelOf(JSON.parse(source) as Contract)
  const [html] = await Promise.all([
    redocPage(withCodeSamples(model), titleOf(model)),
    withSdk && writeSdkReference(join(folder, 'sdk')),
  ])
  await write(join(folder, 'openapi.json'), source)
  for (const [slug, html] of problemPages(model)) await write(join(folder, 'problems', slug, 'index.html'), html)
  // The page is written last: when it exists, all other files exist too.
  await write(join(folder, 'index.html'), selfContained(html))
}

const titleOf = ({ names }: Model) => `${names.title} API`

async function redocPage(document: Contract, title: string): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'docs-'))
  try {
    const [input, output] = [join(work, 'openapi.json'), join(work, 'index.html')]
    await writeFile(input, JSON.stringify(document))
    const args = [redocly, 'build-docs', input, '--output', output, '--inlineBundle', '--title', title]
    // This switches off telemetry in the page's script as well.
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env })
    return await readFile(output, 'utf8')
  } finally {
    await rm(work, { recursive: true })
  }
}

/** The `type` of a problem is an address too. It leads to the section that explains the problem. */
function problemPages(model: Model): [slug: string, html: string][] {
  return Object.entries(model.problemTypes).map(([slug, { title: name }]) => {
    const address = `/docs/${sectionAnchor('Problems', slug)}`
    // Without an icon here, a slow browser asks the server for one before it leaves the page.
    const icon = `<link rel="icon" href="data:,">`
    const head = `<meta charset="utf-8">${icon}<meta http-equiv="refresh" content="0; url=${address}">`
    const body = `<title>${name} – ${titleOf(model)}</title><p><a href="${address}">${name}</a></p>`
    return [slug, `<!doctype html><html lang="en">${head}${body}</html>\n`]
  })
}

/** Writes the whole file at once, because the local cloud may read the page at this moment. */
async function write(path: string, content: string) {
  await mkdir(dirname(path), { recursive: true })
  const partial = `${path}.${process.pid}`
  await writeFile(partial, content)
  await rename(partial, path)
}

const help = `
Usage: npm run docs [-- options]

Builds the docs site: one page of Redoc from generated/openapi.json, with its redirects, and in sdk/ the pages of
TypeDoc from the sources of the client SDK. The site asks no other host for anything.

  --out <folder>   where it is written (dist/docs)
  --help           this text`

async function main() {
  const options = readOptions(help, { out: { type: 'string', default: join(projectRoot, 'dist/docs') } })
  if (!options) return
  const folder = resolve(options.out)
  await buildDocs(folder)
  console.log(relative(process.cwd(), join(folder, 'index.html')))
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}

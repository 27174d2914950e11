// All files of the docs site beside the reference: pages, styles, scripts, the search and the files to download.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { stringify } from 'yaml'
import type { Model } from '../../model.ts'
import { icon } from '../icon.ts'
import { toOpenApi31 } from '../openapi31.ts'
import { fileAt } from './addresses.ts'
import { changelogPage } from './changelog.ts'
import { readFacts } from './facts.ts'
import { frontPage } from './front-page.ts'
import { readGuides, type Guide } from './guides.ts'
import { render, type Page, type Site } from './layout.ts'
import { downloadsPage, guidesPage, operationsPage } from './lists.ts'
import { operationPage } from './operation-page.ts'
import { casesOf, problemPage, problemsPage } from './problem-page.ts'
import { searchIndex } from './search-index.ts'

export type SiteFile = { path: string; content: string | Buffer }

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** @param source The contract's file. @param hasSdkPages Whether the pages of the SDK are built beside. */
export async function siteFiles(root: string, model: Model, source: string, hasSdkPages: boolean): Promise<SiteFile[]> {
  const guides = await readGuides(root)
  const site: Site = { model, guides, hasSdkPages }
  const pages = await pagesOf(root, site)
  return [
    ...pages.map((page) => ({ path: fileAt(page.address), content: render(site, page) })),
    ...(await picturesIn(join(root, 'docs/pictures'))),
    { path: 'search.json', content: JSON.stringify(searchIndex(model, guides)) },
    { path: 'site.css', content: await readFile(here('site.css')) },
    { path: 'site.js', content: script('browser/index.ts') },
    { path: 'theme.js', content: script('browser/theme.ts') },
    { path: 'icon.svg', content: icon },
    { path: 'reference/reference.css', content: await readFile(here('reference.css')) },
    { path: 'reference/after.js', content: script('browser/reference.ts') },
    { path: 'openapi.json', content: source },
    { path: 'openapi.yaml', content: stringify(JSON.parse(source), { aliasDuplicateObjects: false }) },
    { path: 'openapi-3.1.json', content: `${JSON.stringify(toOpenApi31(model.document), undefined, 2)}\n` },
  ]
}

export async function pagesOf(root: string, { model, guides }: Site): Promise<Page[]> {
  const facts = await readFacts(root)
  const cases = casesOf(model)
  return [
    frontPage(model, guides),
    operationsPage(model, facts),
    ...model.operations.map((operation) => operationPage(model, operation, facts)),
    problemsPage(model, cases),
    ...Object.keys(model.problemTypes).map((slug) => problemPage(model, slug, cases)),
    guidesPage(guides),
    ...guides.map(guidePage),
    downloadsPage,
    await changelogPage(root, model),
  ]
}

const guidePage = ({ address, title, page }: Guide): Page => ({ address, title, main: page.html })

async function picturesIn(folder: string): Promise<SiteFile[]> {
  if (!existsSync(folder)) return []
  const files = (await readdir(folder)).filter((file) => /\.(svg|png)$/.test(file))
  return Promise.all(
    files.map(async (file) => ({ path: `pictures/${file}`, content: await readFile(join(folder, file)) })),
  )
}

function script(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

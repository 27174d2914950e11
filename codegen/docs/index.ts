// npm run docs: the contract and the hand-written pages → dist/docs, a site that needs no other server.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { modelOf, type Contract, type Model } from '../model.ts'
import { docsDocument } from './docs-document.ts'
import { buildReference } from './reference.ts'
import { writeSdkReference } from './sdk-reference.ts'
import { siteFiles } from './site/index.ts'

/** @param withSdk Whether the reference of the SDK is built too. */
export async function buildDocs(folder: string, { withSdk = true } = {}): Promise<void> {
  const source = await readFile(join(projectRoot, 'generated/openapi.json'), 'utf8')
  const model = modelOf(JSON.parse(source) as Contract)
  const [files, reference] = await Promise.all([
    siteFiles(projectRoot, model, source, withSdk),
    buildReference(docsDocument(model), titleOf(model)),
    withSdk && writeSdkReference(join(folder, 'sdk')),
  ])
  const all = [
    ...files,
    { path: 'reference/before.js', content: reference.before },
    ...reference.scripts.map((content, index) => ({ path: `reference/redoc-${index + 1}.js`, content })),
    { path: 'reference/index.html', content: reference.html },
  ]
  // The front page is written last: when it exists, all other files exist too.
  const isFront = ({ path }: { path: string }) => path === 'index.html'
  for (const { path, content } of all.filter((file) => !isFront(file))) await write(join(folder, path), content)
  for (const { path, content } of all.filter(isFront)) await write(join(folder, path), content)
}

const titleOf = ({ names }: Model) => `${names.title} API`

/** Writes the whole file at once, because the local cloud may read the page at this moment. */
async function write(path: string, content: string | Buffer) {
  await mkdir(dirname(path), { recursive: true })
  const partial = `${path}.${process.pid}`
  await writeFile(partial, content)
  await rename(partial, path)
}

const help = `
Usage: npm run docs [-- options]

Builds the docs site from generated/openapi.json and the pages of docs/. In sdk/ are the pages of
TypeDoc from the sources of the client SDK. The site needs no other server.

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

// npm run generate: spec/ → generated/, every artefact in one process. Artefacts are pure functions of the model.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { writeFilledAgents } from './agents/write-filled.ts'
import { artefactNames, renderArtefacts } from './artefacts.ts'
import { refuseUnimportable } from './gateway/index.ts'
import { readOptions } from './command.ts'
import { projectRoot } from './contract.ts'
import { folderOptions, generateFolder } from './folder/command.ts'
import { formats } from './lint/finding.ts'
import type { Model } from './model.ts'
import { readModel } from './read.ts'
import { bundleJourneys } from './journeys/bundle.ts'
import { readJourneys } from './journeys/documents.ts'
import { renderJourneys } from './journeys/guide.ts'
import { renderAgentRules } from './docs/agent-rules-table.ts'
import { renderConstructs } from './docs/constructs-table.ts'
import { renderOperationsTable } from './docs/operations-table.ts'
import { withSection } from './docs/section.ts'

/** Path under generated/ → its content. */
export async function renderAll(model: Model): Promise<Record<string, string>> {
  refuseUnimportable(model)
  return renderArtefacts(model)
}

/** Path in the project → its content: all of generated/, and the generated sections of pages. */
async function renderProject(): Promise<Record<string, string>> {
  const model = await readModel()
  const files = Object.entries(await renderAll(model))
  const artefacts = files.map(([path, content]): [string, string] => [`generated/${path}`, content])
  const journeys = await readJourneys()
  const bundled = `${JSON.stringify(bundleJourneys(model.operations, journeys), undefined, 2)}\n`
  const pages = await Promise.all([
    renderPage('docs/operations.md', 'operations', renderOperationsTable(model)),
    renderPage('docs/agent-rules.md', 'rules', renderAgentRules(agentDocuments(files))),
    renderPage('docs/openapi.md', 'constructs', renderConstructs()),
    renderPage('docs/journeys.md', 'journeys', renderJourneys(model, journeys)),
  ])
  return Object.fromEntries([...artefacts, ['generated/journeys.json', bundled], ...pages])
}

/** The documents for assistants, by their names. */
const agentDocuments = (files: [path: string, content: string][]) =>
  Object.fromEntries(
    files.flatMap(([path, content]) => {
      const [, name] = /^agents\/(.*)$/.exec(path) ?? []
      // Safe cast: these artefacts are objects in JSON.
      return name === undefined ? [] : [[name, JSON.parse(content) as object]]
    }),
  )

/** The page with its generated section, by its path. */
async function renderPage(path: string, name: string, text: string): Promise<[path: string, page: string]> {
  const file = join(projectRoot, path)
  return [path, await withSection(file, await readFile(file, 'utf8'), { name, by: 'npm run generate', text })]
}

/** The paths whose content differs from the artefact. Files under generated/ without an artefact are among them. */
async function outdated(artefacts: Record<string, string>): Promise<string[]> {
  const entries = await readdir(join(projectRoot, 'generated'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  const files = entries.filter((entry) => entry.isFile())
  const present = files.map((file) => relative(projectRoot, join(file.parentPath, file.name)))
  const paths = [...new Set([...present, ...Object.keys(artefacts)])].sort()
  return paths.filter((path) => artefacts[path] !== contentOf(join(projectRoot, path)))
}

/** The file's text, or undefined without the file. To read a hundred files with promises takes five times as long. */
function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Writes what is not current. Returns the paths that were written or removed. */
export async function generate(): Promise<string[]> {
  const started = performance.now()
  const artefacts = await renderProject()
  const changed = await outdated(artefacts)
  for (const path of changed) {
    const content = artefacts[path]
    await mkdir(dirname(join(projectRoot, path)), { recursive: true })
    await (content === undefined ? rm(join(projectRoot, path)) : writeFile(join(projectRoot, path), content))
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`generated/ is current (${seconds} s)${changed.length ? `; written: ${changed.join(', ')}` : ''}`)
  return changed
}

/** The paths that are not what spec/ gives. */
export const stalePaths = async () => outdated(await renderProject())

async function check() {
  const changed = await stalePaths()
  if (changed.length === 0) return
  console.error(`Not what spec/ gives: ${changed.join(', ')}. Run: npm run generate`)
  process.exitCode = 1
}

async function generateOnSave() {
  const generateAndReport = () => generate().then(() => undefined, report)
  await generateAndReport()
  let running = Promise.resolve()
  let pending: NodeJS.Timeout | undefined
  const { watch } = await import('chokidar')
  const watcher = watch(join(projectRoot, 'spec'), { ignoreInitial: true })
  watcher.on('all', (_event, path) => {
    if (!/\.(ya?ml|md|json)$/.test(path)) return
    clearTimeout(pending)
    // Editors write a file in several steps: one run after the last step is enough. Runs follow one another.
    pending = setTimeout(() => {
      running = running.then(generateAndReport)
    }, 50)
  })
  await once(watcher, 'ready')
  console.log('Watching spec/')
}

function report(error: unknown) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

const help = `
Usage: npm run generate [-- options]

Writes generated/ from the contract in spec/. The files are committed; nobody edits them.

  --watch                  writes again when a file of spec/ is saved
  --check                  writes nothing; exits 1 when a file is not what spec/ gives
  --plugin-config <file>   writes copies of Amazon Q's documents to dist/agents, filled from this file

With any other contract, in a folder that needs nothing from this project:

  --spec <file>            the contract: OpenAPI 3.0, or 3.1 where it says nothing that 3.0 cannot
  --out <folder>           where it is written
  --only <artefacts>       only these, with what they need: ${artefactNames.join(', ')}
  --name <name>            stands in names in place of the contract's title
  --format <format>        of findings: ${formats.join(', ')}
  --help                   this text

Exits 1 when the contract has findings, and 2 when it cannot be read.`

async function main() {
  const values = readOptions(help, {
    watch: { type: 'boolean' },
    check: { type: 'boolean' },
    'plugin-config': { type: 'string' },
    ...folderOptions,
  })
  if (!values) return
  const configFile = values['plugin-config']
  if (configFile !== undefined) {
    for (const path of await writeFilledAgents(configFile, ['amazon-q'])) console.log(path)
    return
  }
  if (values.spec !== undefined || values.out !== undefined) {
    const { exitCode, stdout, stderr } = await generateFolder(values)
    process.stdout.write(stdout)
    process.stderr.write(stderr)
    process.exitCode = exitCode
    return
  }
  if (values.check) return check()
  if (values.watch) return generateOnSave()
  await generate()
}

if (import.meta.main) await main().catch(report)

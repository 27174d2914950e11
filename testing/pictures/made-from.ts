// What each picture is made from, without a browser: the drawn ones as they must be, and of the others the page they show.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFacts } from '../../codegen/docs/site/facts.ts'
import { addressOf } from '../../codegen/docs/site/addresses.ts'
import { readGuides } from '../../codegen/docs/site/guides.ts'
import { render } from '../../codegen/docs/site/layout.ts'
import { frontPage } from '../../codegen/docs/site/front-page.ts'
import { operationPage } from '../../codegen/docs/site/operation-page.ts'
import { commandsOf } from '../../local-cloud/pages/commands.ts'
import { shownTables } from '../../local-cloud/pages/data/tables.ts'
import { startPage } from '../../local-cloud/pages/start-page.ts'
import type { Model } from '../../codegen/model.ts'
import { model } from '../../local-cloud/model.ts'
import { projectRoot } from '../compile.ts'
import { dashboardPicture } from './dashboard.ts'
import { terminalPicture } from './terminal.ts'
import { workflowPicture } from './workflow.ts'

export const folder = join(projectRoot, 'docs/pictures')
export const record = 'made-from.json'

const read = (file: string) => readFile(join(projectRoot, file), 'utf8')

/** File → the SVG. */
export async function drawn(): Promise<Record<string, string>> {
  return {
    'terminal.svg': terminalPicture(await read('README.md')),
    'workflow.svg': workflowPicture(),
    'dashboard.svg': dashboardPicture(await read('infra/dashboard.ts')),
  }
}

/** The operation whose page is shown: the first that takes a body. */
function shownOperation({ operations }: Model) {
  const shown = operations.find(({ body, method }) => body && method === 'post')
  if (!shown) throw new Error('No operation takes a body.')
  return shown
}

export const shownPage = () => addressOf.operation(shownOperation(model).operationId)

/** What the pages show, by names: the ids of operations, and tables. */
export type Shown = { operations: string[]; tables: string[] }
/** @property pages File → a hash of the page that it shows. */
export type Photographed = Shown & { pages: Record<string, string> }

/** The pages with these operations and tables, or with all. One that was added later makes no picture wrong. */
export async function photographed(only?: Shown): Promise<Photographed> {
  const shown = only ? withOperations(only.operations) : model
  const tables = only ? shownTables.filter((name) => only.tables.includes(name)) : shownTables
  const guides = await readGuides(projectRoot)
  const site = { model: shown, guides, hasSdkPages: true }
  const styles = await read('codegen/docs/site/site.css')
  const start = startPage({
    url: 'http://localhost:3000',
    user: 'local-user',
    token: 'token',
    accessToken: 'token',
    apiKey: 'key',
    services: {},
    paths: shown.operations.map(({ path }) => path),
    tables,
    executions: [],
    commands: commandsOf(shown, 'http://localhost:3000'),
    chapters: guides.filter(({ isListed }) => isListed).map(({ title, address }) => ({ title, href: address })),
    nonce: 'nonce',
    model: shown,
  })
  return {
    operations: shown.operations.map(({ operationId }) => operationId),
    tables,
    pages: {
      'start-page.png': hashOf(start),
      'docs.png': hashOf(render(site, frontPage(shown, guides)) + styles),
      'docs-operation.png': hashOf(
        render(site, operationPage(shown, shownOperation(shown), await readFacts(projectRoot))) + styles,
      ),
    },
  }
}

/** The model as it was when the contract had these operations alone: a tag goes with its last one. */
function withOperations(ids: string[]): Model {
  const operations = model.operations.filter(({ operationId }) => ids.includes(operationId))
  const left = new Set(operations.map(({ tag }) => tag))
  const gone = new Set(model.operations.map(({ tag }) => tag).filter((tag) => !left.has(tag)))
  return { ...model, operations, tags: model.tags.filter(({ name }) => !gone.has(name)) }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

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
import { startPage } from '../../local-cloud/pages/start-page.ts'
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
function shownOperation() {
  const shown = model.operations.find(({ body, method }) => body && method === 'post')
  if (!shown) throw new Error('No operation takes a body.')
  return shown
}

export const shownPage = () => addressOf.operation(shownOperation().operationId)

/** File → a hash of the page that it shows. */
export async function photographed(): Promise<Record<string, string>> {
  const guides = await readGuides(projectRoot)
  const site = { model, guides, hasSdkPages: true }
  const styles = await read('codegen/docs/site/site.css')
  const start = startPage({
    url: 'http://localhost:3000',
    user: 'local-user',
    token: 'token',
    accessToken: 'token',
    apiKey: 'key',
    services: {},
    paths: model.operations.map(({ path }) => path),
    executions: [],
    commands: commandsOf(model, 'http://localhost:3000'),
    chapters: guides.filter(({ isListed }) => isListed).map(({ title, address }) => ({ title, href: address })),
    nonce: 'nonce',
    model,
  })
  return {
    'start-page.png': hashOf(start),
    'docs.png': hashOf(render(site, frontPage(model, guides)) + styles),
    'docs-operation.png': hashOf(
      render(site, operationPage(model, shownOperation(), await readFacts(projectRoot))) + styles,
    ),
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

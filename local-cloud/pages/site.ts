// The pages that the local cloud serves besides the API: the start page and the docs.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { icon } from '../../codegen/docs/icon.ts'
import { addressOf } from '../../codegen/docs/site/addresses.ts'
import type { Guide } from '../../codegen/docs/site/guides.ts'
import { projectRoot } from '../../codegen/contract.ts'
import { document } from '../../server/contract.ts'
import { model } from '../model.ts'
import { isThisMachine } from '../this-machine.ts'
import { issueAccessToken, issueIdToken, scopes, type SigningKey } from '../emulators/cognito/index.ts'
import { createDocsFolder, defaultDocsFolder } from './docs-folder.ts'
import type { Commands } from './commands.ts'
import { executionRow, shownExecutions } from './data/executions.ts'
import type { Data } from './data/index.ts'
import type { Execution } from '../emulators/step-functions/executions.ts'
import type { StartPage } from './start-page.ts'

type SiteOptions = {
  url: string
  key: SigningKey
  apiKey: string
  /** Name → address of each emulator. */
  services: Record<string, string>
  /** The last executions of the workflow, newest first. */
  executions?: (limit: number) => readonly Execution[]
  /** The data of the start page. Without it, the page shows none. */
  data?: Pick<Data, 'serve'>
  /** Where the docs are built (dist/docs). */
  docsFolder?: string
}

type Page = { status?: number; headers: Record<string, string>; body: string | Buffer }

/** Serves the request if it asks for a page. Resolves to whether it did, and never rejects. */
export function createSite({
  url,
  key,
  apiKey,
  services,
  executions = () => [],
  data,
  docsFolder = defaultDocsFolder,
}: SiteOptions) {
  const docs = docsPages(docsFolder)
  const user = 'local-user'
  let commands: Promise<Commands> | undefined

  /** Each has an hour. */
  const tokensNow = () => ({
    token: issueIdToken(key, { user, expiresIn: 3600 }),
    accessToken: issueAccessToken(key, { user, scope: scopes.join(' '), expiresIn: 3600 }),
    apiKey,
  })

  const start = async (): Promise<Page> => {
    const nonce = randomBytes(16).toString('base64')
    const last = executions(shownExecutions).map(executionRow)
    const page = { url, user, ...tokensNow(), services, paths: Object.keys(document.paths), nonce, model }
    const more = { executions: last, commands: await (commands ??= commandsAt(url)), chapters: await chapters() }
    const body = await startPageOf({ ...page, ...more })
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self'; connect-src 'self'; ${unframed}`
    // Without this the browser would keep the token on disk.
    return { headers: { ...html, 'Cache-Control': 'no-store', 'Content-Security-Policy': policy }, body }
  }

  const pages: Record<string, () => Page | Promise<Page>> = {
    '/': start,
    [credentialsPath]: () => ({ headers: ownJson, body: JSON.stringify(tokensNow()) }),
    ...fixed,
  }

  const pageAt = async (request: IncomingMessage, path: string): Promise<Page | undefined> => {
    const own = Object.hasOwn(pages, path) ? pages[path] : undefined
    if (!own) return docs(path)
    return path === '/' || path === credentialsPath ? forThisMachine(request, own)() : own()
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = ''] = (request.url ?? '').split('?')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const page = isRead ? await pageAt(request, path).catch(unavailable) : undefined
    if (!page) return (await data?.serve(request, response)) ?? false
    send(response, page)
    return true
  }
}

function send(response: ServerResponse, { status = 200, headers, body }: Page) {
  const length = { 'Content-Length': Buffer.byteLength(body) }
  response.writeHead(status, { ...common, ...headers, ...length }).end(body)
}

/** Each page of the docs declares what it may load. */
function docsPages(folder: string) {
  const docs = createDocsFolder(folder)
  return async (path: string): Promise<Page | undefined> => {
    if (path !== '/docs' && !path.startsWith('/docs/')) return undefined
    const found = await docs(path.slice('/docs'.length))
    const headers = { 'Content-Type': found?.type ?? '', 'Content-Security-Policy': unframed }
    return found && { headers, body: found.content }
  }
}

const fixed: Record<string, () => Page> = {
  // The links of these pages are relative to their folder.
  '/docs/sdk': () => ({ status: 302, headers: { Location: '/docs/sdk/' }, body: '' }),
  '/favicon.ico': () => ({ headers: { 'Content-Type': 'image/svg+xml' }, body: icon }),
}

/** The docs' panel asks for them. */
const credentialsPath = '/local-cloud/credentials.json'

const ownJson = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
const html = { 'Content-Type': 'text/html; charset=utf-8' }
const unframed = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const common = {
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

// What a page needs is loaded with the first page that needs it, so that the local cloud starts without it.

async function startPageOf(page: Omit<StartPage, 'tables'>) {
  const [{ startPage }, { shownTables }] = await Promise.all([import('./start-page.ts'), import('./data/tables.ts')])
  return startPage({ ...page, tables: shownTables })
}

async function commandsAt(url: string) {
  const { commandsOf } = await import('./commands.ts')
  return commandsOf(model, url)
}

let guides: Promise<Guide[]> | undefined

/** The guides, in their order. */
async function chapters() {
  guides ??= import('../../codegen/docs/site/guides.ts').then(({ readGuides }) => readGuides(projectRoot))
  const all = await guides
  const listed = all.filter(({ isListed }) => isListed).map(({ title, address }) => ({ title, href: address }))
  return [...listed, { title: 'Problems', href: addressOf.problems }]
}

/** The start page has a token. A website that points its own name here must not read it (DNS rebinding). */
const forThisMachine = ({ headers: { host } }: IncomingMessage, page: () => Page | Promise<Page>) =>
  isThisMachine(host) ? page : foreignHost

const foreignHost = (): Page => ({
  status: 403,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'This page shows a token, so it is for this machine only. Open it as http://localhost, or set LOCAL_HOST to the name.\n',
})

function unavailable(error: unknown): Page {
  const reason = error instanceof Error ? error.message : String(error)
  const body = `This page could not be made.\n\n${reason}\n`
  return { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body }
}

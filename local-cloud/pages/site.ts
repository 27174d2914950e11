// The pages that the local cloud serves besides the API: the start page and the docs.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chaptersOf, sectionAnchor } from '../../codegen/docs/anchors.ts'
import { icon } from '../../codegen/docs/icon.ts'
import { problems } from '../../generated/problems.ts'
import { document } from '../../server/contract.ts'
import { model } from '../model.ts'
import { isThisMachine } from '../this-machine.ts'
import { issueAccessToken, issueIdToken, scopes, type SigningKey } from '../emulators/cognito/index.ts'
import { createDocsFolder, defaultDocsFolder } from './docs-folder.ts'
import { sdkReference } from './sdk-reference.ts'
import type { Commands } from './commands.ts'
import { executionRow, shownExecutions } from './data/executions.ts'
import type { Data } from './data/index.ts'
import { startPage } from './start-page.ts'
import type { Execution } from '../emulators/step-functions/executions.ts'

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

export type Page = { status?: number; headers: Record<string, string>; body: string | Buffer }

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
  const docs = createDocsFolder(docsFolder)
  const user = 'local-user'
  let commands: Promise<Commands> | undefined

  const start = async (): Promise<Page> => {
    const nonce = randomBytes(16).toString('base64')
    const token = issueIdToken(key, { user, expiresIn: 3600 })
    const accessToken = issueAccessToken(key, { user, scope: scopes.join(' '), expiresIn: 3600 })
    const last = executions(shownExecutions).map(executionRow)
    const tokens = { token, accessToken, apiKey }
    const page = { url, user, ...tokens, services, paths: Object.keys(document.paths), executions: last, nonce, model }
    const body = startPage({ ...page, commands: await (commands ??= commandsAt(url)), chapters: chapters() })
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self'; connect-src 'self'; ${unframed}`
    // Without this the browser would keep the token on disk.
    return { headers: { ...html, 'Cache-Control': 'no-store', 'Content-Security-Policy': policy }, body }
  }

  // The page itself declares what it may load.
  const docsPage = async (): Promise<Page> => ({
    headers: { ...html, 'Content-Security-Policy': unframed },
    body: await docs('index.html'),
  })

  const pages: Record<string, () => Page | Promise<Page>> = {
    '/': start,
    '/docs': docsPage,
    '/docs/': docsPage,
    '/docs/openapi.json': async () => ({
      headers: { 'Content-Type': 'application/json' },
      body: await docs('openapi.json'),
    }),
    '/docs/sdk': () => ({ status: 302, headers: { Location: '/docs/sdk/' }, body: '' }),
    '/favicon.ico': () => ({ headers: { 'Content-Type': 'image/svg+xml' }, body: icon }),
  }
  for (const slug of Object.keys(problems)) {
    const headers = { Location: `/docs${sectionAnchor('Problems', slug)}` }
    pages[`/docs/problems/${slug}`] = () => ({ status: 302, headers, body: '' })
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = ''] = (request.url ?? '').split('?')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const page = isRead ? (Object.hasOwn(pages, path) ? pages[path] : sdkReference(docs)(path)) : undefined
    if (!page) return (await data?.serve(request, response)) ?? false
    const shown = page === start ? forThisMachine(request, page) : page
    const { status = 200, headers, body } = await Promise.resolve().then(shown).catch(unavailable)
    const length = { 'Content-Length': Buffer.byteLength(body) }
    response.writeHead(status, { ...common, ...headers, ...length }).end(body)
    return true
  }
}

const html = { 'Content-Type': 'text/html; charset=utf-8' }
export const unframed = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const common = {
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Loaded with the first page that shows it, so that the local cloud starts without it. */
async function commandsAt(url: string) {
  const { commandsOf } = await import('./commands.ts')
  return commandsOf(model, url)
}

const chapters = () => chaptersOf(model.description).map((title) => ({ title, href: `/docs${sectionAnchor(title)}` }))

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

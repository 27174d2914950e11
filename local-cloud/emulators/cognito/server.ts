// The HTTP service of the Cognito emulator: the routes of the pool, for this machine's hosts and origins alone.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { icon } from '../../../codegen/docs/icon.ts'
import { listen, stopNow, type Endpoint } from '../../listen.ts'
import { OAuthError } from './client-authentication.ts'
import { createCodes } from './codes.ts'
import { discovery, discoveryPaths } from './discovery.ts'
import { corsHeaders, isThisMachine } from './origins.ts'
import { issuerAt, userPoolId } from './pool.ts'
import { loadRefreshTokens } from './refresh-tokens.ts'
import { createSessions } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import { jwks, type SigningKey } from './signing-key.ts'
import { createTokenEndpoint, revoke } from './token-endpoint.ts'
import { userInfo } from './user-info.ts'
import { answerProtocol } from './protocol.ts'
import { createUsers } from './users.ts'

export type Answer = { status: number; body: object | string; headers?: Record<string, string> }
type Route = {
  answer: (request: IncomingMessage) => Answer | Promise<Answer>
  /** Who may call it from a browser: pages of the allowed origins, only the emulator's own pages, or no page. */
  pages: 'cors' | 'own' | 'none'
}
type Options = {
  key: SigningKey
  /** Where refresh tokens are kept; without it they end with the process. */
  directory?: string
  /** Further registered redirect addresses. */
  callbackUrls?: readonly string[]
  now?: () => number
}

const largestForm = 65_536
/** A body that comes slower than this is given up. */
const requestMilliseconds = 30_000

export async function startCognito({
  key,
  directory,
  callbackUrls = [],
  now = Date.now,
  ...endpoint
}: Endpoint & Options) {
  const refreshTokens = await loadRefreshTokens(directory, now)
  const server = createServer({ requestTimeout: requestMilliseconds })
  const url = await listen(server, { self: 'localhost', ...endpoint })
  const ownKey = { ...key, issuer: issuerAt(url) }
  const routes = createRoutes({ key: ownKey, url, refreshTokens, callbackUrls, now })
  server.on('request', (request, response) => void respond({ routes, callbackUrls, url }, request, response))
  return {
    url,
    /** The key with the issuer of this address. */
    key: ownKey,
    close: () => stopNow(server),
  }
}

type Pool = Required<Pick<Options, 'key' | 'callbackUrls' | 'now'>> & {
  key: SigningKey & { issuer: string }
  url: string
  refreshTokens: Awaited<ReturnType<typeof loadRefreshTokens>>
}

function createRoutes({ key, url, refreshTokens, callbackUrls, now }: Pool): ReadonlyMap<string, Route> {
  const { operations, emailOf, names } = createUsers(key)
  const pool = { key, codes: createCodes(now), refreshTokens, emailOf, now }
  const users = () => [...new Set(['local-user', ...names(), ...refreshTokens.users()])]
  const signIn = createSignIn({ codes: pool.codes, sessions: createSessions(now), callbackUrls, users, now })
  const token = createTokenEndpoint(pool)

  const cors = (answer: Route['answer']): Route => ({ answer, pages: 'cors' })
  const own = (answer: Route['answer']): Route => ({ answer, pages: 'own' })
  const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' }
  const issue = async (request: IncomingMessage) => ({
    status: 200,
    headers: noStore,
    body: await token(await formOf(request)),
  })
  const end = async (request: IncomingMessage) => {
    await revoke(pool, await formOf(request))
    return { status: 200, headers: noStore, body: '' }
  }
  const person = (request: IncomingMessage) => userInfo(pool, request.headers.authorization)
  const choose = async (request: IncomingMessage) =>
    signIn.choose(visitOf(request), new URLSearchParams(await textOf(request)))

  return new Map<string, Route>([
    [
      'POST /',
      { answer: async (request) => answerProtocol(operations, request, await textOf(request)), pages: 'none' },
    ],
    ['GET /oauth2/authorize', own((request) => signIn.authorize(visitOf(request)))],
    ['GET /login', own((request) => signIn.login(visitOf(request)))],
    ['POST /login', own(choose)],
    ['GET /logout', own((request) => signIn.logout(visitOf(request)))],
    ['GET /favicon.ico', own(() => ({ status: 200, headers: { 'content-type': 'image/svg+xml' }, body: icon }))],
    ['POST /oauth2/token', cors(issue)],
    ['POST /oauth2/revoke', cors(end)],
    ['GET /oauth2/userInfo', cors(person)],
    ['POST /oauth2/userInfo', cors(person)],
    [`GET /${userPoolId}/.well-known/jwks.json`, cors(() => ({ status: 200, body: jwks(key) }))],
    ...discoveryPaths.map((path): [string, Route] => [
      `GET ${path}`,
      cors(() => ({ status: 200, body: discovery(url, key.issuer) })),
    ]),
  ])
}

type Service = { routes: ReadonlyMap<string, Route>; callbackUrls: readonly string[]; url: string }

async function respond(service: Service, request: IncomingMessage, response: ServerResponse) {
  const { status, body, headers } = await answerOf(service, request).catch(failed)
  const type: Record<string, string> = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function answerOf({ routes, callbackUrls, url }: Service, request: IncomingMessage): Promise<Answer> {
  const { host, origin, 'access-control-request-headers': asked } = request.headers
  if (!isThisMachine(host, request.socket.localAddress)) return forbidden('This host is not this machine.')
  const [path = ''] = (request.url ?? '').split('?')
  const method = request.method ?? ''
  if (method === 'OPTIONS') return preflight(routes, path, corsHeaders(origin, asked, callbackUrls))
  const route = routes.get(`${method} ${path}`)
  if (!route) return { status: 404, body: { message: 'Not Found' } }
  if (route.pages === 'cors') {
    const cors = corsHeaders(origin, undefined, callbackUrls)
    if (!cors) return forbidden('This origin is not registered.')
    const { headers, ...answer } = await Promise.resolve(route.answer(request)).catch(failed)
    return { ...answer, headers: { ...headers, ...cors } }
  }
  // The page may be open under another name of this machine, so its own Host counts too.
  const isOwn = origin === undefined || (route.pages === 'own' && [url, `http://${host ?? ''}`].includes(origin))
  return isOwn ? route.answer(request) : forbidden('A page of another origin must not call this.')
}

function preflight(routes: ReadonlyMap<string, Route>, path: string, cors: Record<string, string> | undefined): Answer {
  const isCors = ['GET', 'POST'].some((method) => routes.get(`${method} ${path}`)?.pages === 'cors')
  if (!isCors || !cors) return forbidden('This origin must not call this.')
  return { status: 204, headers: cors, body: '' }
}

const forbidden = (message: string): Answer => ({ status: 403, body: { message } })

function failed(error: unknown): Answer {
  if (error instanceof OAuthError) {
    return { status: error.status, headers: { 'cache-control': 'no-store' }, body: { error: error.error } }
  }
  console.error(`Cognito emulator: ${error instanceof Error ? error.message : String(error)}`)
  return { status: 500, body: { error: 'server_error' } }
}

const visitOf = ({ url = '', headers }: IncomingMessage) => ({
  query: new URLSearchParams(url.split('?').slice(1).join('?')),
  cookies: headers.cookie,
})

async function formOf(request: IncomingMessage) {
  const { authorization = '', 'content-type': contentType = '' } = request.headers
  return { authorization, contentType, form: await textOf(request) }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestForm) throw new OAuthError('invalid_request', 413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

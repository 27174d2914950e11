// The HTTP service of the Cognito emulator: it answers the hosts and origins of this machine alone.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { timeLimits } from '../../emulator-guard.ts'
import { listen, stopNow, type Endpoint } from '../../listen.ts'
import { OAuthError } from './client-authentication.ts'
import { corsHeaders, isOwnHost } from './origins.ts'
import { issuerAt } from './pool.ts'
import { loadRefreshTokens } from './refresh-tokens.ts'
import { createRoutes, type Answer, type Route } from './routes.ts'
import type { SigningKey } from './signing-key.ts'
import { createServer } from '../../node-http.ts'

type Options = {
  key: SigningKey
  /** Where refresh tokens are kept; without it they end with the process. */
  directory?: string
  /** Further registered redirect addresses. */
  callbackUrls?: readonly string[]
  now?: () => number
}

export async function startCognito({
  key,
  directory,
  callbackUrls = [],
  now = Date.now,
  ...endpoint
}: Endpoint & Options) {
  const refreshTokens = await loadRefreshTokens(directory, now)
  const server = createServer(timeLimits())
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

type Service = { routes: ReadonlyMap<string, Route>; callbackUrls: readonly string[]; url: string }

async function respond(service: Service, request: IncomingMessage, response: ServerResponse) {
  const { status, body, headers } = await answerOf(service, request).catch(failed)
  const type: Record<string, string> = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function answerOf({ routes, callbackUrls, url }: Service, request: IncomingMessage): Promise<Answer> {
  const { host, origin, 'access-control-request-headers': asked } = request.headers
  if (!isOwnHost(host, request.socket.localAddress)) return forbidden('This host is not this machine.')
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
  // Nobody reads the answer to a request that has broken off.
  if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
    return { status: 400, body: { error: 'invalid_request' } }
  console.error(`Cognito emulator: ${error instanceof Error ? error.message : String(error)}`)
  return { status: 500, body: { error: 'server_error' } }
}

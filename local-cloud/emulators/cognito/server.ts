// The HTTP service of the Cognito emulator: keys, discovery, the JSON protocol and the token endpoint.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { timeLimits } from '../../emulator-guard.ts'
import { listen, stopNow, type Endpoint } from '../../listen.ts'
import { issuer, scopes, userPoolId } from './pool.ts'
import { jwks, type SigningKey } from './signing-key.ts'
import { answerTokenRequest } from './token-endpoint.ts'
import { CognitoError, createUsers } from './users.ts'

type Answer = { status: number; body: object; headers?: Record<string, string> }
type Route = (request: IncomingMessage) => Answer | Promise<Answer>

const failed = (status: number, type: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': `${type}:` },
  body: { __type: type, message },
})

const parseObject = (json: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Text that is no JSON is refused below, like JSON that is no object.
  }
  throw new CognitoError('SerializationException', 'The request body is not a JSON object')
}

// The real document also names an authorization endpoint. The emulator has no login page, and so no such endpoint.
const discovery = (url: string) => ({
  issuer,
  jwks_uri: `${url}/${userPoolId}/.well-known/jwks.json`,
  token_endpoint: `${url}/oauth2/token`,
  token_endpoint_auth_methods_supported: ['client_secret_basic'],
  grant_types_supported: ['client_credentials'],
  scopes_supported: scopes,
  response_types_supported: [],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

const createRoutes = (key: SigningKey, url: string): ReadonlyMap<string, Route> => {
  const operations = createUsers(key)

  const protocol: Route = async (request) => {
    const target = request.headers['x-amz-target']
    const operation = operations.get(String(target).replace(/^AWSCognitoIdentityProviderService\./, ''))
    if (!operation) return failed(400, 'UnknownOperationException', `No such operation: ${String(target)}`)
    try {
      const body = operation(parseObject(await text(request)))
      return { status: 200, body, headers: { 'content-type': 'application/x-amz-json-1.1' } }
    } catch (error) {
      if (error instanceof CognitoError) return failed(400, error.type, error.message)
      throw error
    }
  }

  const token: Route = async (request) => {
    const { authorization = '', 'content-type': contentType = '' } = request.headers
    const answer = answerTokenRequest(key, { authorization, contentType, form: await text(request) })
    return { ...answer, headers: { 'cache-control': 'no-store' } }
  }

  return new Map<string, Route>([
    ['POST /', protocol],
    ['POST /oauth2/token', token],
    [`GET /${userPoolId}/.well-known/jwks.json`, () => ({ status: 200, body: jwks(key) })],
    [`GET /${userPoolId}/.well-known/openid-configuration`, () => ({ status: 200, body: discovery(url) })],
  ])
}

const respond = async (routes: ReadonlyMap<string, Route>, request: IncomingMessage, response: ServerResponse) => {
  const [path = ''] = (request.url ?? '').split('?')
  const route = routes.get(`${request.method ?? ''} ${path}`)
  const answer = async (): Promise<Answer> => (route ? route(request) : { status: 404, body: { message: 'Not Found' } })
  const { status, body, headers } = await answer().catch((error: unknown) =>
    failed(500, 'InternalErrorException', String(error)),
  )
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export async function startCognito({ key, ...endpoint }: Endpoint & { key: SigningKey }) {
  const server = createServer(timeLimits())
  const url = await listen(server, endpoint)
  const routes = createRoutes(key, url)
  server.on('request', (request, response) => void respond(routes, request, response))
  return { url, close: () => stopNow(server) }
}

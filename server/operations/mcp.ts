// The Model Context Protocol, and the documents that tell its clients where to sign in.
import { scopes, title } from '../../generated/names.ts'
import { addressOf, resourceOf, withMetadata } from '../auth/resource.ts'
import type { HttpRequest } from '../http/message.ts'
import type { Operation } from '../operation.ts'

/** No other operation needs the protocol: the first message loads it. Node would look the module up for each import. */
let protocol: Promise<typeof import('../mcp/index.ts')> | undefined

export const mcp: Operation<'mcp'> = async (_request, { caller, message, app }) => {
  const { answer } = await (protocol ??= import('../mcp/index.ts'))
  const { authorization, 'x-request-id': requestId } = message.headers
  try {
    return await answer(message, {
      scopes: caller.scopes ?? [],
      sendAs: (client) => (request) =>
        app({
          ...request,
          headers: {
            ...request.headers,
            ...(authorization !== undefined && { authorization }),
            ...(requestId !== undefined && { 'x-request-id': requestId }),
          },
          requestId: message.requestId,
          client: client ?? 'unnamed',
        }),
    })
  } catch (error) {
    throw withMetadata(error, message)
  }
}

const headers = { 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' } as const

const protectedResource = (message: HttpRequest) => ({
  status: 200 as const,
  headers,
  body: {
    resource: resourceOf(message),
    authorization_servers: [addressOf(message)],
    scopes_supported: [...scopes],
    bearer_methods_supported: ['header'],
    resource_name: title,
  },
})

export const getProtectedResource: Operation<'getProtectedResource'> = (_request, { message }) =>
  protectedResource(message)

export const getMcpProtectedResource: Operation<'getMcpProtectedResource'> = (_request, { message }) =>
  protectedResource(message)

/** Cognito does the work. Its own document does not name PKCE, without which clients refuse to sign in. */
export const getAuthorizationServer: Operation<'getAuthorizationServer'> = (_request, { message, signIn }) => ({
  status: 200,
  headers,
  body: {
    issuer: addressOf(message),
    authorization_endpoint: `${signIn.url}/oauth2/authorize`,
    token_endpoint: `${signIn.url}/oauth2/token`,
    revocation_endpoint: `${signIn.url}/oauth2/revoke`,
    jwks_uri: signIn.keys,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
    scopes_supported: [...scopes],
  },
})

// Reads a request for a sign-in: the authorization that it asks for, or the refusal.
import { clients, isRegistered, signsPeopleIn, type Client } from './clients.ts'

/** The grant of a person who signs in. */
export type Authorization = {
  client: Client
  redirectUri: string
  scope: string
  nonce?: string
  /** The code challenge of PKCE, always S256. */
  challenge?: string
  /** The access token's audience (RFC 8707). */
  resource?: string
}

type Asked = { authorization: Authorization; prompt: string; redirect: (parameters: Parameters) => string }
type Parameters = Record<string, string>

/** `page`: the reason for an error page. `location`: the client's own address, with the error. */
export type Outcome = Asked | { page: string } | { location: string }

class Refusal extends Error {
  readonly error: string
  constructor(error: string, description: string) {
    super(description)
    this.error = error
  }
}

const prompts = ['', 'none', 'login', 'select_account', 'consent']
/** A SHA-256 in base64url. */
const challengeForm = /^[\w-]{43}$/
const names = ['response_type', 'scope', 'state', 'nonce', 'code_challenge', 'code_challenge_method', 'resource']

export function readAuthorization(query: URLSearchParams, callbackUrls: readonly string[]): Outcome {
  const trusted = trustedIn(query, callbackUrls)
  if ('page' in trusted) return trusted
  const { client, redirectUri } = trusted
  const state = query.get('state')
  const redirect = (parameters: Parameters) => {
    const added = new URLSearchParams({ ...parameters, ...(state !== null && { state }) })
    return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${added.toString()}`
  }
  try {
    return { authorization: read(query, client, redirectUri), prompt: promptOf(query), redirect }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { location: redirect({ error: error.error, error_description: error.message }) }
  }
}

/** The client and its registered address. Otherwise the browser must not be sent back, and `page` says why. */
function trustedIn(
  query: URLSearchParams,
  callbackUrls: readonly string[],
): { client: Client; redirectUri: string } | { page: string } {
  const [clientIds, uris] = [query.getAll('client_id'), query.getAll('redirect_uri')]
  const client = clients.get(clientIds[0] ?? '')
  if (!client || clientIds.length > 1) {
    return { page: 'invalid_client: client_id must name one app client of the pool.' }
  }
  if (!signsPeopleIn(client)) return { page: `unauthorized_client: nobody signs in with the client ${client.id}.` }
  const [redirectUri] = uris
  if (redirectUri !== undefined && uris.length === 1 && isRegistered(redirectUri, callbackUrls)) {
    return { client, redirectUri }
  }
  return {
    page: `redirect_mismatch: "${uris.join(', ')}" is not registered. Registered are http://localhost and http://127.0.0.1 with any port and path, and the URLs in LOCAL_CALLBACK_URLS.`,
  }
}

function read(query: URLSearchParams, client: Client, redirectUri: string): Authorization {
  const repeated = [...names, 'prompt'].find((name) => query.getAll(name).length > 1)
  if (repeated !== undefined) throw new Refusal('invalid_request', `${repeated} is given twice`)
  const type = query.get('response_type') ?? ''
  if (type === '') throw new Refusal('invalid_request', 'response_type is missing')
  if (type === 'token') throw new Refusal('unauthorized_client', 'The client has no implicit grant')
  if (type !== 'code') throw new Refusal('unsupported_response_type', 'response_type must be code')
  const nonce = query.get('nonce')
  const challenge = challengeOf(query)
  const resource = resourceOf(query)
  return {
    client,
    redirectUri,
    scope: scopeOf(query, client),
    ...(nonce !== null && { nonce }),
    ...(challenge !== undefined && { challenge }),
    ...(resource !== undefined && { resource }),
  }
}

function scopeOf(query: URLSearchParams, client: Client): string {
  const wanted = new Set((query.get('scope') ?? '').split(' ').filter(Boolean))
  if (wanted.size === 0) return client.scopes.join(' ')
  const unknown = [...wanted].find((scope) => !client.scopes.includes(scope))
  if (unknown !== undefined) throw new Refusal('invalid_scope', `The client has no scope ${unknown}`)
  const needsOpenid = [...wanted].find((scope) => ['email', 'profile'].includes(scope))
  if (needsOpenid !== undefined && !wanted.has('openid')) {
    throw new Refusal('invalid_scope', `${needsOpenid} needs openid too`)
  }
  return [...wanted].join(' ')
}

/** PKCE is optional, as in Cognito, and its only method is S256. */
function challengeOf(query: URLSearchParams): string | undefined {
  const challenge = query.get('code_challenge')
  const method = query.get('code_challenge_method')
  if (challenge === null && method === null) return undefined
  if (method !== 'S256') throw new Refusal('invalid_request', 'code_challenge_method must be S256')
  if (challenge !== null && challengeForm.test(challenge)) return challenge
  throw new Refusal('invalid_request', 'code_challenge must be a SHA-256 in base64url')
}

function resourceOf(query: URLSearchParams): string | undefined {
  const resource = query.get('resource')
  if (resource === null) return undefined
  const isUrl = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|\?|$))[^\s#\\]*$/i.test(resource)
  if (isUrl && URL.canParse(resource)) return resource
  throw new Refusal('invalid_request', 'resource must be an https URL, or one of localhost, without a fragment')
}

function promptOf(query: URLSearchParams): string {
  const prompt = query.get('prompt') ?? ''
  if (prompts.includes(prompt)) return prompt
  throw new Refusal('invalid_request', 'prompt must be none, login, select_account or consent')
}

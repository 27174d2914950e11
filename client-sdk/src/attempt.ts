// One attempt of a call: its token, its request, and its answer, read to the end.
import { isPromised } from './answer.ts'
import type { Answer } from './call.ts'
import { credential } from './checks.ts'
import { ConnectionError, reasonOf, SdkError } from './errors.ts'
import { headersOf } from './headers.ts'
import type { ClientOptions, FetchedResponse, Policy } from './options.ts'
import { problemFrom } from './problem-errors.ts'
import type { TokenReader } from './token.ts'
import type { Forms, Signed } from './transport.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<FetchedResponse>

/** The part of an operation of the contract that is needed to send it. */
export type Operation = Forms & {
  id?: string
  method: string
  path: string
  /** The credential that the operation asks for. When absent, both are sent. */
  auth?: 'token' | 'apiKey' | 'none'
  /** What makes a POST or a PATCH repeatable: a key that is sent with it, which the function makes, or its own content. */
  repeat?: (() => string) | 'content'
  /** The body of a success. `''`: none; `'*'`: any; another text: an object with a list of that name. Absent: an object. */
  gives?: string
  /** The API keys of the operation, in a contract of several. */
  keys?: string[]
}

/** What the calls of a client share. */
export type Connection = {
  settings: ClientOptions
  policy: (...options: object[]) => Policy
  tokens: TokenReader
  fetch: Fetch
}

/** What the attempts of a call have in common. */
type Request = Signed & {
  /** The operationId, for the messages of errors. */
  name: string
  body: BodyInit | null
  /** The credentials that were sent. Messages do not show them. */
  secrets: Secrets
}

export async function attempt(
  { tokens, fetch }: Connection,
  operation: Operation,
  { name, url, headers, body, secrets }: Request,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  const { id, method, auth, read, sign } = operation
  const without = (what: string, Failure: typeof SdkError) => (cause: unknown) => {
    throw signal.aborted ? cause : new Failure(`${name} got no ${what}: ${reasonOf(cause)}`, { cause })
  }
  const broken = without('usable answer', ConnectionError)
  // Always wrapped: the function may throw the failure of a call that it made, and that must not repeat this call.
  const noToken = without('token', SdkError)
  const send = async (token: string | undefined) => {
    secrets.push(token)
    const authorization = token && `Bearer ${credential('token', token)}`
    const request = { url, headers: authorization ? { ...headers, authorization } : headers }
    const signed = sign?.(request) ?? request
    const response = await fetch(signed.url, {
      method,
      headers: headersOf(signed.headers),
      body,
      signal,
      redirect: 'manual',
    }).catch(broken)
    const { status, redirected, url: final } = response
    // A redirect would send the API key to another address, and turn a POST into a GET. Browsers report it as status 0.
    // React Native follows it, and then has the other address.
    const isElsewhere = redirected ?? (final && withoutQuery(final) !== withoutQuery(signed.url))
    if (isElsewhere || !status || (status > 300 && status < 400 && status !== 304))
      throw new SdkError(`${name} met a redirect: is baseUrl right?`)
    return response
  }

  const [token, next] = (auth ?? 'token') === 'token' ? await tokens(signal).catch(noToken) : []
  let response = await send(token)
  if (response.status === 401 && next) response = await send(await next().catch(noToken))
  const { ok, status } = response
  // Safe cast: an operation that reads its answer itself is sent by a whole fetch.
  const data = await (ok && read ? read(response as Response) : bodyOf(response, secrets)).catch(broken)
  // Safe cast: callers get the headers of their own fetch.
  const received = response.headers as Headers
  if (!ok && !(status === 304 && headers['if-none-match'] !== undefined))
    throw problemFrom({ status, headers: received, body: data, operation: id })
  if (ok && !read && !isPromised(operation, status, data)) broken('not as in the contract')
  return { data, status, headers: received, requestId: received.get('x-request-id') ?? undefined }
}

/** Platforms write some signs of a query in another way. */
const withoutQuery = (address: string) => address.split('?')[0]

/** Parsed JSON, or the text of a failure. */
async function bodyOf(response: FetchedResponse, secrets: Secrets): Promise<unknown> {
  const { ok } = response
  const text = await response.text()
  // A failure may quote the request, and its text ends up in logs.
  const cleaned = (_: string, value: unknown) => (typeof value === 'string' ? clean(secrets, value) : value)
  try {
    return text ? JSON.parse(text, ok ? undefined : cleaned) : undefined
  } catch (cause) {
    // A proxy may answer a failure with a page of its own. A success that is not JSON does not come from the service.
    if (ok) throw cause
    return cleaned('', text)
  }
}

/** The credentials of a call. Messages and bodies of failures do not show them. */
type Secrets = (string | undefined)[]

/** The text without the secrets. A short one may be a part of any word. */
export const clean = (secrets: Secrets, text: string): string =>
  secrets.reduce<string>((rest, secret = '') => (secret.length > 7 ? rest.replaceAll(secret.trim(), '…') : rest), text)

// One attempt of a call: its token, its request, and the meaning of its answer.
import { isPromised } from './answer.ts'
import type { Answer } from './call.ts'
import { credential } from './checks.ts'
import { ConnectionError, reasonOf, SdkError } from './errors.ts'
import type { ClientOptions, Policy } from './options.ts'
import { problemFrom } from './problem-errors.ts'
import type { TokenReader } from './token.ts'
import { sendRequest, type Fetch, type Forms } from './transport.ts'

/** The part of an operation of the contract that is needed to send it. */
export type Operation = Forms & {
  id?: string
  method: string
  path: string
  /** The credential that the operation asks for. When absent, both are sent. */
  auth?: 'token' | 'apiKey' | 'none'
  /** What makes a POST or a PATCH repeatable: a key that is sent with it, or its own content. */
  repeat?: 'key' | 'content'
  /** What a success is: `''` nothing, `'*'` anything, else an object with a list of this name. When absent, an object. */
  gives?: string
}

/** What the calls of a client share. */
export type Connection = {
  settings: ClientOptions
  policy: (...options: object[]) => Policy
  tokens: TokenReader
  fetch: Fetch
}

/** What the attempts of a call have in common. */
type Request = {
  name: string
  url: string
  headers: Headers
  body: BodyInit | null
  /** The credentials that were sent. Messages do not show them. */
  secrets: (string | undefined)[]
  clean: (text: string) => string
}

export async function attempt(
  { tokens, fetch }: Connection,
  operation: Operation,
  { name, url, headers, body, secrets, clean }: Request,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  const { id, method, auth, read } = operation
  const send = (token: string | undefined) => {
    if (token) headers.set('authorization', `Bearer ${credential('token', token)}`)
    secrets.push(token)
    return sendRequest(fetch, name, url, { method, headers, body, signal }, clean, read)
  }
  const noToken = (cause: unknown) => {
    // Always wrapped: the function may throw the failure of a call that it made, and that must not repeat this call.
    throw new SdkError(`${name} got no token: ${reasonOf(cause)}`, { cause })
  }
  const [token, next] = auth === 'apiKey' || auth === 'none' ? [] : await tokens(signal).catch(noToken)
  let { response, data } = await send(token)
  if (response.status === 401 && next) ({ response, data } = await send(await next().catch(noToken)))
  const { ok, status } = response
  // Safe cast: callers get the headers of their own fetch.
  const received = response.headers as Headers
  if (!ok && !(status === 304 && headers.has('if-none-match')))
    throw problemFrom({ status, headers: received, body: data, operation: id })
  if (ok && !read && !isPromised(operation, status, data))
    throw new ConnectionError(`${name} got no usable answer: it is not what the contract promises`)
  return { data, status, headers: received, requestId: received.get('x-request-id') ?? undefined }
}

// The attempts of a call: its request, the token of each attempt, and its answer, read to the end.
import { header } from '../../generated/client-sdk/about.ts'
import { bodyOf, type Promised } from './answer.ts'
import type { Fetched } from './call.ts'
import { credential } from './checks.ts'
import { asCause, ConnectionError, fail, SdkError } from './errors.ts'
import { headersOf } from './headers.ts'
import { loaded } from './load-answers.js'
import type { Attempt, Watcher } from './observer.ts'
import type { CallPolicy, FetchedResponse } from './options.ts'
import { problemFrom } from './problem-errors.ts'
import { clientText } from './runtime.ts'
import type { Secrets } from './secrets.ts'
import { urlOf, type Arguments, type Forms, type Signed } from './transport.ts'

/** The part of an operation of the contract that is needed to send it. */
export type Operation = Forms & {
  id?: string
  method: string
  path: string
  /** The credential that the operation asks for. When absent, both are sent. */
  auth?: 'token' | 'apiKey' | 'none'
  /** What makes a POST or a PATCH repeatable: a key that is sent with it, which the function makes, or its own content. */
  repeat?: () => string | undefined
  /** Whether the body of a success is as promised. When absent: an object, or nothing where that may be. */
  gives?: Promised
  /** The stack of the caller, with the name of the operation as its message. When absent, the call is made where it is sent. */
  caller?: Error
  /** The API keys of the operation, in a contract of several. */
  keys?: string[]
}

/** Gives the function that makes an attempt. The arguments are read once: the caller may change them after the call. */
export function attemptOf(
  policy: CallPolicy,
  watcher: Watcher | undefined,
  name: string,
  operation: Operation,
  given: Arguments,
  secrets: Secrets,
): Attempt<Fetched> {
  const { id, method, path, auth, write = JSON.stringify, read, sign = asIs, gives = isUsual(id, method) } = operation
  const url = urlOf(policy.baseUrl, path, given)
  // Safe cast: generated code pairs each writer with the bodies that it writes.
  const body = given.body === undefined ? null : write(given.body as never)
  const headers: Signed['headers'] = {
    'content-type': typeof body === 'string' ? 'application/json' : undefined, // A form has its own.
    [header]: clientText(),
    ...policy.headers,
  }
  secrets.push(policy.apiKey, policy.token)
  const broken = asCause(ConnectionError, `${name} got no usable answer`)
  // Always wrapped: the function may throw the failure of a call that it made, and that must not repeat this call.
  const noToken = asCause(SdkError, `${name} got no token`)
  let count = 0
  const attempt = async (signal: AbortSignal, more?: Record<string, string>, attempts = ++count) => {
    const tokens = (auth ?? 'token') === 'token' ? policy.tokens : undefined
    let [token, next] = (await tokens?.(signal).catch(noToken)) ?? []
    let response: FetchedResponse
    for (;;) {
      secrets.push(token)
      const { url: address, headers: sent } = sign(
        {
          url,
          headers: {
            ...headers,
            ...more,
            ...((auth ?? 'apiKey') === 'apiKey' && policy.apiKey && { 'x-api-key': policy.apiKey }),
            ...(token && { authorization: `Bearer ${credential('token', token)}` }),
          },
        },
        secrets,
      )
      response = await policy
        .load(address, { ...policy.fetchOptions, method, headers: headersOf(sent), body, signal, redirect: 'manual' })
        .catch(broken)
      if (isRedirect(response, address)) fail(`${name} met a redirect: is baseUrl right?`)
      if (response.status !== 401 || !next) break
      token = await next().catch(noToken)
      next = undefined // There is no third time.
    }
    // Safe cast: callers get the headers of their own fetch.
    const { ok, status, headers: received } = response as Response
    // Safe cast: an operation that reads its answer itself is sent by a whole fetch.
    const data = await (ok && read ? read(response as Response) : bodyOf(response, secrets, gives)).catch(broken)
    const answer = { data, status, headers: received, attempts }
    if (ok) await (policy.validate === 'answers' ? loaded : policy.validate)?.(operation, answer)
    else if (status !== 304 || headers['if-none-match'] === undefined)
      throw problemFrom({ ...answer, body: data, operation: id, name })
    return answer
  }
  return watcher?.attempt(attempt, { url, headers, secrets }) ?? attempt
}

const asIs: NonNullable<Operation['sign']> = (request) => request

/** An object. request() knows no operation: a list is right too, and nothing where that may be. */
const isUsual = (id: string | undefined, method: string) => (body: unknown, status: number) =>
  Object(body) === body
    ? !id || !Array.isArray(body)
    : !id && body === undefined && (status !== 200 || method === 'HEAD')

/** A redirect would send the API key to another address, and turn a POST into a GET. */
export const isRedirect = ({ status, redirected, url }: FetchedResponse, asked: string): unknown =>
  // Browsers report it as status 0. React Native follows it, and then has the other address.
  // Safe cast: a number is tested as text.
  /^(0|3(?!0[04]))/.test(status as unknown as string) ||
  // Platforms write some signs of a query in another way.
  (redirected ?? (url && url.split('?')[0] !== asked.split('?')[0]))

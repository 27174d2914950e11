// One request over HTTP and its answer, read to the end.
import { refuse } from './checks.ts'
import { ConnectionError, reasonOf, SdkError } from './errors.ts'
import type { FetchedResponse } from './options.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<FetchedResponse>

type Plain = string | number | boolean

export type Arguments = {
  path?: Record<string, Plain | readonly Plain[]>
  /** Plain values, and lists of them. Generated code writes other forms of a query itself. */
  query?: object | string | undefined
  body?: unknown
}

/** How a body is written and an answer is read, where that is not JSON. */
export type Forms = {
  write?: (body: never) => BodyInit
  read?: (response: Response) => Promise<unknown>
}

/** The address, with the ids in the path and the query behind it. */
export function urlOf(base: string, template: string, { path = {}, query = {} }: Arguments): string {
  const address = template.replace(/{([^}]+)}/g, (_, name: string) => {
    const id = String(path[name] ?? '')
    // The id '..' would lead to another path, and '' to the list.
    if (/^\.{0,2}$/.test(id)) refuse(name, 'an id', path[name])
    return encodeURIComponent(id)
  })
  const search = typeof query === 'string' ? query : plainQuery(query)
  return base + address + (search && `?${search}`)
}

/** An absent value is written as nothing, a list as a parameter for each of its values, and a date as RFC 3339. */
function plainQuery(query: object): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((item: unknown) => [name, item]))
  const present = pairs.filter(([, value]) => value !== undefined && value !== null)
  return present.map((pair) => pair.map((part) => encodeURIComponent(textOf(part))).join('=')).join('&')
}

const textOf = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value))

/**
 * Returns the response and its body: parsed JSON, else text.
 *
 * @param name The operationId, for the messages of errors.
 * @param clean Takes the credentials out of a text.
 */
export async function sendRequest(
  fetch: Fetch,
  name: string,
  url: string,
  init: RequestInit & { signal: AbortSignal },
  clean: (text: string) => string,
  read: Forms['read'],
) {
  const broken = (cause: unknown) => {
    throw init.signal.aborted
      ? cause
      : new ConnectionError(`${name} got no usable answer: ${reasonOf(cause)}`, { cause })
  }
  const response = await fetch(url, { ...init, redirect: 'manual' }).catch(broken)
  const { ok, status, redirected } = response
  // A redirect would send the API key to another address, and turn a POST into a GET. Browsers report it as status 0.
  // React Native follows it, and then has the other address.
  const isElsewhere = redirected ?? ![url, '', undefined].includes(response.url)
  if (isElsewhere || status === 0 || (status > 300 && status < 400 && status !== 304)) {
    throw new SdkError(`${name} met a redirect: is baseUrl right?`)
  }
  // Safe cast: an operation that reads its answer itself is sent by a whole fetch.
  if (ok && read) return { response, data: await read(response as Response).catch(broken) }
  const text = await response.text().catch(broken)
  // A failure may quote the request, and its text ends up in logs.
  const cleaned = (_: string, value: unknown) => (typeof value === 'string' ? clean(value) : value)
  try {
    return { response, data: text ? (JSON.parse(text, ok ? undefined : cleaned) as unknown) : undefined }
  } catch (cause) {
    // A proxy may answer a failure with a page of its own. A success that is not JSON does not come from the service.
    return ok ? broken(cause) : { response, data: clean(text) }
  }
}

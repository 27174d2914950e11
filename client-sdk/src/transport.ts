// One request over HTTP and its answer, read to the end. Only this file knows openapi-fetch, which writes the query.
import { serializePrimitiveParam } from 'openapi-fetch'
import { ConnectionError, reasonOf, SdkError } from './errors.ts'
import { refuse } from './options.ts'

export type Fetch = (request: Request) => Promise<Response>

export type Arguments = {
  path?: Record<string, string>
  query?: object | undefined
  body?: unknown
}

type Outgoing = {
  /** The operationId, for the messages of errors. */
  name: string
  method: string
  url: string
  body?: unknown
  headers: Record<string, string | undefined>
  signal: AbortSignal
}

/**
 * The address, with the ids in the path and the query behind it. The rest of openapi-fetch stays out of the bundle: it
 * adds 2 kB of middleware, body parsing, and lists and objects in parameters. Codegen and the service refuse those.
 */
export function urlOf(base: string, template: string, { path = {}, query = {} }: Arguments): string {
  const address = template.replace(/{(\w+)}/g, (_, name: string) => {
    const id = path[name] ?? ''
    // The id '..' would lead to another path, and '' to the list.
    if (/^\.{0,2}$/.test(id)) refuse(name, 'an id', path[name])
    return encodeURIComponent(id)
  })
  // Safe cast: the contract's types allow only plain values in a query. An absent value is written as nothing.
  const parameters = Object.entries(query as Record<string, string>)
  const search = parameters.map(([name, value]) => serializePrimitiveParam(name, value)).filter(Boolean)
  return base + address + (search.length > 0 ? `?${search.join('&')}` : '')
}

/** Returns the response and its body: parsed JSON, else text. */
export async function sendRequest(fetch: Fetch, { name, method, url, body, headers, signal }: Outgoing) {
  const request = new Request(url, { method, body: JSON.stringify(body), signal, redirect: 'manual' })
  const type = body === undefined ? undefined : 'application/json'
  for (const [header, value] of Object.entries({ 'content-type': type, ...headers })) {
    if (value !== undefined) request.headers.set(header, value)
  }
  const broken = (cause: unknown) => {
    throw signal.aborted ? cause : new ConnectionError(`${name} got no usable answer: ${reasonOf(cause)}`, { cause })
  }
  const response = await fetch(request).catch(broken)
  const { ok, status } = response
  // A redirect would send the API key to another address, and turn a POST into a GET. Browsers report it as status 0.
  if (status === 0 || (status > 300 && status < 400 && status !== 304)) {
    throw new SdkError(`${name} met a redirect and did not follow: is baseUrl right?`)
  }
  const text = await response.text().catch(broken)
  try {
    return { response, body: text ? (JSON.parse(text) as unknown) : undefined }
  } catch (cause) {
    // A proxy may answer a failure with a page of its own. A success that is not JSON does not come from the service.
    return ok ? broken(cause) : { response, body: text }
  }
}

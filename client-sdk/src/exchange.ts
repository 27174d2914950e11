// One request on the wire and its answer, read to the end. openapi-fetch, which is known here alone, writes the query.
import { serializePrimitiveParam } from 'openapi-fetch'
import { ConnectionError, FrontdeskError, reasonOf } from './errors.ts'
import { refuse } from './options.ts'

export type Arguments = {
  path?: Record<string, string>
  query?: object | undefined
  body?: unknown
}

export type Outgoing = {
  /** The operationId, for the messages of errors. */
  name: string
  method: string
  url: string
  body?: unknown
  headers: Record<string, string | undefined>
  signal: AbortSignal
}

type Fetch = (request: Request) => Promise<Response>

/**
 * The address with the path's ids in their places and the query behind it. The rest of openapi-fetch is 2 kB of middleware, body
 * parsing, and styles of lists and objects in parameters: codegen refuses those, as the service does.
 */
export function urlOf(base: string, template: string, { path = {}, query = {} }: Arguments): string {
  const address = template.replace(/{(\w+)}/g, (_, name: string) => {
    const id = path[name] ?? ''
    // An id of '..' would lead to another path, one of '' to the list; neither is an id of anything.
    if (/^\.{0,2}$/.test(id)) refuse(name, 'an id', path[name])
    return encodeURIComponent(id)
  })
  // Sound: a query is an object of the contract's own types, plain values; one that is absent is written as nothing.
  const parameters = Object.entries(query as Record<string, string>)
  const search = parameters.map(([name, value]) => serializePrimitiveParam(name, value)).filter(Boolean)
  return base + address + (search.length > 0 ? `?${search.join('&')}` : '')
}

/** Gives the answer and its body: parsed JSON, else text. */
export async function exchange(fetch: Fetch, { name, method, url, body, headers, signal }: Outgoing) {
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
  // A redirect would carry the API key elsewhere, and make a GET of a POST. In browsers all that is seen of it is a 0.
  if (status === 0 || (status > 300 && status < 400 && status !== 304)) {
    throw new FrontdeskError(`${name} met a redirect and did not follow: is baseUrl right?`)
  }
  const text = await response.text().catch(broken)
  try {
    return { response, body: text ? (JSON.parse(text) as unknown) : undefined }
  } catch (cause) {
    // A failure may come from a proxy, in its own words; a success that is no JSON is none of the service.
    return ok ? broken(cause) : { response, body: text }
  }
}

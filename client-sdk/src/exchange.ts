// One request on the wire and its answer, read to the end. openapi-fetch, which is known here alone, writes the request.
import { createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders } from 'openapi-fetch'
import { ConnectionError, FrontdeskError } from './errors.ts'

export type Arguments = {
  path?: Record<string, unknown>
  query?: object | undefined
  body?: unknown
}

export type Outgoing = Arguments & {
  /** The operationId, for the messages of errors. */
  name: string
  method: string
  url: string
  headers: Record<string, string | undefined>
  signal: AbortSignal
}

type Fetch = (request: Request) => Promise<Response>

// Its createClient brings middleware and body parsing besides, 1.2 kB of the bundle that nothing here would use.
const querySerializer = createQuerySerializer()

/** Gives the answer and its body: parsed JSON, else text. */
export async function exchange(
  fetch: Fetch,
  { name, method, url, path = {}, query = {}, body, headers, signal }: Outgoing,
) {
  // Sound: a query is an object of the contract's own types, which have no index signature.
  const params = { path, query: query as Record<string, unknown> }
  const address = createFinalURL(url, { baseUrl: '', params, querySerializer, pathSerializer: defaultPathSerializer })
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const request = new Request(address, {
    method,
    headers: mergeHeaders(type, headers),
    ...content,
    signal,
    redirect: 'manual',
  })
  const broken = (cause: unknown) => {
    throw signal.aborted ? cause : new ConnectionError(`${name} got no usable answer`, { cause })
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

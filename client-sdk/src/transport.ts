// One request over HTTP and its answer, read to the end.
import { ConnectionError, reasonOf, SdkError } from './errors.ts'
import { refuse } from './options.ts'

export type Fetch = (request: Request) => Promise<Response>

type Plain = string | number | boolean

export type Arguments = {
  path?: Record<string, Plain | readonly Plain[]>
  /** Plain values, and lists of them. Generated code writes other forms of a query itself. */
  query?: object | string | undefined
  body?: unknown
}

/** How a body is written, an answer is read, and credentials are sent, where that is not as usual. */
export type Forms = {
  write?: (body: never) => BodyInit
  read?: (response: Response) => Promise<unknown>
  sign?: (request: Signed) => Signed
}
export type Signed = { url: string; headers: Record<string, string | undefined> }

type Outgoing = {
  /** The operationId, for the messages of errors. */
  name: string
  method: string
  url: string
  body?: BodyInit | undefined
  headers: Record<string, string | undefined>
  signal: AbortSignal
  read?: Forms['read']
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

/** An absent value is written as nothing, and a list as a parameter for each of its values. */
function plainQuery(query: object): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((item: Plain | undefined) => {
      const value = item ?? undefined
      return value === undefined ? [] : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
    }),
  )
  return parts.join('&')
}

/** Returns the response and its body: parsed JSON, else text. */
export async function sendRequest(fetch: Fetch, { name, method, url, body, headers, signal, read }: Outgoing) {
  const request = new Request(url, { method, body: body ?? null, signal, redirect: 'manual' })
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
  if (ok && read) return { response, body: await read(response).catch(broken) }
  const text = await response.text().catch(broken)
  try {
    return { response, body: text ? (JSON.parse(text) as unknown) : undefined }
  } catch (cause) {
    // A proxy may answer a failure with a page of its own. A success that is not JSON does not come from the service.
    return ok ? broken(cause) : { response, body: text }
  }
}

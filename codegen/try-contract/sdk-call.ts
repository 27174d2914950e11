// A call of the generated SDK with the values of a request.
import { namesIn } from '../contract-names.ts'
import type { Method } from '../client-sdk/facade.ts'
import { keyPlaces } from '../client-sdk/security.ts'
import { argumentsOf } from '../client-sdk/signature.ts'
import type { Model } from '../model.ts'
import type { Arguments } from './requests.ts'

type Client = Record<string, unknown>
export type Sdk = Record<string, unknown>

/** Calls the operation's method, and returns the request that it sends. `answer` gives the answer. */
export async function callSdk(
  { model, sdk }: { model: Model; sdk: Sdk },
  method: Method,
  given: Arguments,
  answer: (request: Request) => Promise<Response>,
): Promise<Request> {
  const requests: Request[] = []
  // Safe cast: the generated module exports this function.
  const create = sdk[namesIn(model).client.factory] as (options: object) => Client
  const places = keyPlaces(model)
  const client = create({
    baseUrl: 'http://localhost:3000',
    token: 'user:password',
    // A contract of several keys takes them by the names of their schemes.
    ...(places ? { apiKeys: mapValues(places) } : { apiKey: 'key' }),
    maxRetries: 0,
    fetch: async (address: string, init?: RequestInit) => {
      const request = new Request(address, init)
      requests.push(request.clone())
      return answer(request)
    },
  })
  const call = callOf(client, method)
  const args = argumentsOf(model, method).map(({ place, name }) => {
    if (place === 'path') return given.path[method.path.find(({ variable }) => variable === name)?.name ?? name]
    if (place === 'body') return sdkBody(method, given.body)
    if (place === 'query') return given.query
    return place === 'headers' ? given.header : place === 'cookies' ? given.cookie : optionsOf(method, given)
  })
  await call(...args)
  const [request] = requests
  if (!request) throw new Error('the SDK sends nothing')
  return request
}

/** Conditions and keys are options of a call. */
function optionsOf({ headers }: Method, { header }: Arguments): object {
  const names = { idempotencyKey: 'idempotency-key', ifMatch: 'if-match', ifNoneMatch: 'if-none-match' }
  return Object.fromEntries(
    headers.flatMap((option) => {
      const value = header[names[option]]
      return value === undefined ? [] : [[option, value]]
    }),
  )
}

/** The body as the SDK takes it: bytes are a Blob, and text is a string. */
function sdkBody({ body }: Method, value: unknown): unknown {
  if (body?.media.kind === 'binary') return new Blob(['bytes'], { type: typeIn(body.media.type) })
  if (body?.media.kind === 'text') return typeof value === 'string' ? value : JSON.stringify(value)
  return body && !body.media.schema && body.media.kind === 'multipart' ? new FormData() : value
}

/** A type of the range, as of `image/*`: the bytes of a caller have one. */
const typeIn = (range: string) => range.replace(/^\*\//, 'application/').replace(/\/\*$/, '/octet-stream')

const mapValues = (places: object) => Object.fromEntries(Object.keys(places).map((name) => [name, 'key']))

function callOf(client: Client, { resource, name }: Method): (...args: unknown[]) => Promise<unknown> {
  const own = client[resource]
  const found: unknown = name === undefined ? own : (Object(own) as Client)[name]
  if (typeof found !== 'function') throw new Error(`the SDK lacks its method ${resource}.${name ?? ''}`)
  return async (...args) => await (found as (...given: unknown[]) => Promise<unknown>)(...args)
}

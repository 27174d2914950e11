// Asks the generated validators, the SDK and its mock about every operation.
import { getResponse, type HttpHandler } from 'msw'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { facadeOf, type Method } from '../client-sdk/facade.ts'
import { namesIn } from '../contract-names.ts'
import { argumentsOf } from '../client-sdk/signature.ts'
import type { Model, Operation } from '../model.ts'
import { createJudge, type Judge } from './judge.ts'
import { invalidBody, validArguments, type Arguments } from './requests.ts'

export type Tried = { wrong: string[]; unclear: string[] }

type Validate = ((data: unknown) => boolean) & { errors?: unknown[] | null }
type Validators = { params: Validate; body?: Validate }
type Loaders = Record<string, () => Promise<Record<string, Validators>>>
type Client = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>

export async function tryOperations(model: Model, folder: string): Promise<Tried> {
  const load = (path: string) => import(pathToFileURL(join(folder, path)).href) as Promise<Record<string, unknown>>
  const { validators } = (await load('validators/index.ts')) as { validators: Loaders }
  const sdk = await load('client-sdk/index.ts')
  const { createMockHandlers, mockHandlers } = (await load('client-sdk/msw.ts')) as {
    createMockHandlers: () => object
    mockHandlers: (mock: object) => HttpHandler[]
  }
  const handlers = mockHandlers(createMockHandlers())
  const create = sdk[namesIn(model).client.factory] as (options: object) => Client
  const judge = createJudge(model.document, 'request')
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const result: Tried = { wrong: [], unclear: [] }
  for (const operation of model.operations) {
    const name = `${operation.method.toUpperCase()} ${operation.path}`
    try {
      const given = validArguments(model, operation, judge)
      if (typeof given === 'string') {
        result.unclear.push(`${name}: no value fits ${given}`)
        continue
      }
      const own = (await validators[operation.operationId]?.())?.[operation.operationId]
      const method = methods.find((found) => found.operation === operation)
      const faults = [
        ...verdicts(operation, own, given, judge),
        ...(await asked(model, create, method, operation, given, handlers)),
      ]
      result.wrong.push(...faults.map((fault) => `${name}: ${fault}`))
    } catch (error) {
      result.wrong.push(`${name}: ${error instanceof Error ? (error.stack ?? '').slice(0, 400) : String(error)}`)
    }
  }
  return result
}

/** Whether the compiled validators say what the judge says. */
function verdicts(operation: Operation, own: Validators | undefined, given: Arguments, judge: Judge): string[] {
  if (!own) return ['it has no validators']
  const { path, query, header, cookie, body } = given
  const faults: string[] = []
  if (!own.params({ path, query, header, cookie })) {
    faults.push(`valid parameters are refused: ${JSON.stringify(own.params.errors?.slice(0, 2))}`)
  }
  if (own.params({ path, query: { ...query, 'not-of-the-contract': '1' }, header, cookie })) {
    faults.push('an unknown query parameter is accepted')
  }
  const media = operation.body?.content[0]
  if (!media || body === undefined) return faults
  if (!own.body) return [...faults, 'its body is not validated']
  if (!own.body({ requestBody: body })) {
    faults.push(`a valid body is refused: ${JSON.stringify(own.body.errors?.slice(0, 2))} ${JSON.stringify(body)}`)
  }
  const invalid = invalidBody(media.written, body, judge)
  if (invalid && own.body({ requestBody: invalid.body })) {
    faults.push(`an invalid body is accepted: ${JSON.stringify(invalid.body)}`)
  }
  return faults
}

/** Calls the SDK's method, whose request the mock answers. */
async function asked(
  model: Model,
  create: (options: object) => Client,
  method: Method | undefined,
  operation: Operation,
  given: Arguments,
  handlers: HttpHandler[],
): Promise<string[]> {
  if (!method) return ['the SDK lacks it']
  const requests: Request[] = []
  const client = create({
    baseUrl: 'http://localhost:3000',
    token: 'token',
    apiKey: 'key',
    maxRetries: 0,
    fetch: async (request: Request) => {
      requests.push(request.clone() as Request)
      return (await getResponse(handlers, request)) ?? new Response('no handler', { status: 599 })
    },
  })
  const call = callOf(client, method)
  if (!call) return [`the SDK lacks its method ${method.resource}.${method.name ?? ''}`]
  const args = argumentsOf(model, method).map(({ place, name }) => {
    if (place === 'path') return given.path[method.path.find(({ variable }) => variable === name)?.name ?? name]
    if (place === 'body') return sdkBody(method, given.body)
    return place === 'query'
      ? given.query
      : place === 'headers'
        ? given.header
        : place === 'cookies'
          ? given.cookie
          : undefined
  })
  await call(...args).then(undefined, (error: unknown) => {
    throw new Error(`the call of the SDK fails: ${String(error)}`, { cause: error })
  })
  const [request] = requests
  if (request?.method !== operation.method.toUpperCase()) return [`the SDK sends ${request?.method ?? 'nothing'}`]
  return []
}

/** The body as the SDK takes it: bytes are a Blob, and text is a string. */
function sdkBody({ body }: Method, value: unknown): unknown {
  if (body?.media.kind === 'binary') return new Blob(['bytes'])
  if (body?.media.kind === 'text') return String(value)
  return body && !body.media.schema && body.media.kind === 'multipart' ? new FormData() : value
}

function callOf(client: Client, { resource, name }: Method) {
  const own: unknown = client[resource]
  const found: unknown = name === undefined ? own : (Object(own) as Record<string, unknown>)[name]
  return typeof found === 'function' ? (...args: unknown[]) => Promise.resolve(found(...args) as unknown) : undefined
}

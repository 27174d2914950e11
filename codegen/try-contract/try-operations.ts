// Asks the generated validators, the SDK, the example server and the mock about every operation.
import { getResponse, type HttpHandler } from 'msw'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { facadeOf, type Method } from '../client-sdk/facade.ts'
import type { Model, Operation, Parameter } from '../model.ts'
import { createJudge, type Judge } from './judge.ts'
import { invalidBody, validArguments, type Arguments } from './requests.ts'
import { callSdk, type Sdk } from './sdk-call.ts'
import { askedBy, responseOf, type Handle } from './wire.ts'
import { writtenOf } from './written.ts'

export type Tried = { wrong: string[]; unclear: string[] }

/** What the folder exports, with the model that it was made of. */
type Loaded = { model: Model; sdk: Sdk; handle: Handle; mocks: HttpHandler[]; methods: Method[]; judge: Judge }

export async function tryOperations(model: Model, folder: string): Promise<Tried> {
  const loaded = await load(model, folder)
  const result: Tried = { wrong: [], unclear: [] }
  // The contract itself may leave operations out of the SDK, through which each is called here.
  // A stream of events has tests of its own.
  const streams = loaded.methods.flatMap(({ operation, events }) => (events ? operation : []))
  for (const operation of model.operations.filter((one) => !one.sdk.omit && !streams.includes(one))) {
    const name = `${operation.method.toUpperCase()} ${operation.path}`
    const given = validArguments(model, operation, loaded.judge)
    if (typeof given === 'string') {
      result.unclear.push(`${name}: no value fits ${given}`)
      continue
    }
    const faults = await tryOperation(loaded, operation, given).catch((error: unknown) => [String(error)])
    result.wrong.push(...faults.map((fault) => `${name}: ${fault}`))
  }
  return result
}

async function load(model: Model, folder: string): Promise<Loaded> {
  const from = (path: string) => import(pathToFileURL(join(folder, path)).href) as Promise<Record<string, unknown>>
  const sdk = await from('client-sdk/index.ts')
  // Safe casts: these are the exports of generated modules.
  const { handle } = (await from('example/handler.ts')) as { handle: Handle }
  const { createMockHandlers, mockHandlers } = (await from('client-sdk/msw.ts')) as {
    createMockHandlers: () => object
    mockHandlers: (mock: object) => HttpHandler[]
  }
  const mocks = mockHandlers(createMockHandlers())
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  return { model, sdk, handle, mocks, methods, judge: createJudge(model.document, 'request') }
}

async function tryOperation(loaded: Loaded, operation: Operation, given: Arguments): Promise<string[]> {
  const { handle, mocks, methods } = loaded
  const method = methods.find((found) => found.operation === operation)
  if (!method) return ['the SDK lacks it']
  const answers: { status: number; text: string }[] = []
  const request = await callSdk(loaded, method, given, async (sent) => {
    const answer = await handle(await askedBy(sent))
    answers.push({ status: answer.status, text: answer.body ?? '' })
    return responseOf(answer)
  }).catch((error: unknown) => {
    const [answer] = answers
    const said = answer ? ` after ${answer.status} ${answer.text.slice(0, 300)}` : ''
    throw new Error(`a valid call fails${said}: ${String(error).slice(0, 200)}`)
  })
  const faults: string[] = []
  if (request.method !== operation.method.toUpperCase()) faults.push(`the SDK sends ${request.method}`)
  const status = operation.successes[0]?.status ?? 200
  if (answers[0]?.status !== status) faults.push(`the server answers ${answers[0]?.status ?? 0}, not ${status}`)
  const mocked = await getResponse(mocks, request.clone())
  if (mocked?.status !== status) faults.push(`the mock answers ${mocked?.status ?? 'nothing'}, not ${status}`)
  for (const [what, invalid] of await invalidOnes(loaded, operation, request, given)) {
    const answer = await handle(await askedBy(invalid))
    if (answer.status !== 400) faults.push(`${what} gets ${answer.status}, not 400`)
  }
  return faults
}

/** Requests that differ from the valid one in one place. */
async function invalidOnes(
  { model: { document }, judge }: Loaded,
  operation: Operation,
  request: Request,
  { body }: Arguments,
): Promise<[what: string, request: Request][]> {
  const { method, headers } = request
  const invalids: [what: string, request: Request][] = []
  const sent = method === 'GET' || method === 'HEAD' ? undefined : await request.clone().arrayBuffer()
  if (!operation.parameters.some(takesOthers)) {
    const address = new URL(request.url)
    address.searchParams.append('not-of-the-contract', '1')
    const unknown = new Request(address, { method, headers, ...(sent?.byteLength && { body: sent }) })
    invalids.push(['an unknown query parameter', unknown])
  }
  const media = operation.body?.json
  const invalid =
    media && sent?.byteLength ? invalidBody(writtenOf(document, operation).body(media.type), body, judge) : undefined
  if (invalid) {
    const text = JSON.stringify(invalid.body)
    invalids.push([`the body ${text.slice(0, 100)}`, new Request(request.url, { method, headers, body: text })])
  }
  return invalids
}

/** Each member of an exploded map is a parameter of its own, whatever its name. */
const takesOthers = ({ in: place, shape, style, explode, schema }: Parameter) =>
  place === 'query' && shape === 'object' && style === 'form' && explode && Boolean(schema?.additionalProperties)

// A contract that is made for a test, served in process: its compiled routes and validators behind the server's own reading.
import type { OpenAPIV3 } from 'openapi-types'
import { modelOf, type Contract } from '../codegen/model.ts'
import { routesOf } from '../codegen/server/routes.ts'
import { renderValidators } from '../codegen/server/validators.ts'
import type { Validators } from '../generated/validators/index.ts'
import type { Route } from '../generated/routes.ts'
import { createEngine, type EngineRequest } from '../server/engine.ts'
import { faultsOf } from '../server/http/faults.ts'
import type { HttpRequest } from '../server/http/message.ts'
import { invalid, Problem, renderProblem, type Fault } from '../server/http/problem.ts'
import { readRequest } from '../server/http/read-request.ts'

/** What the operation received, or the problem. */
export type MadeUpAnswer = {
  status: number
  path?: unknown
  query?: unknown
  headers?: Record<string, unknown>
  cookies?: unknown
  body?: unknown
  mediaType?: unknown
  errors?: Fault[]
  detail?: string
}

type Sent = { headers?: Record<string, string>; body?: string | Buffer }
type Request = EngineRequest & { request: HttpRequest; malformed: boolean }

/** A contract with these paths. Operations without answers get one. */
export function contractWith(paths: Record<string, object>, schemas: Record<string, object> = {}): Contract {
  const answered = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as Record<string, object>).map(([method, operation]) => [
        method,
        Array.isArray(operation) ? operation : { responses: { 200: { description: 'Done.' } }, ...operation },
      ]),
    ),
  ])
  // Safe cast: the tests write what they try.
  return {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: Object.fromEntries(answered) as OpenAPIV3.PathsObject,
    components: { schemas },
  } as Contract
}

/** Sends requests as `send('GET', '/things?size=1')`. */
export async function openMadeUpDoor(
  contract: Contract,
  security: Record<string, (request: HttpRequest) => boolean> = {},
) {
  const model = modelOf(contract)
  const modules = await Promise.all(
    Object.entries(renderValidators(model))
      .filter(([file]) => file.endsWith('.js'))
      .map(([, source]) => load(source)),
  )
  const validators: Record<string, Validators> = Object.assign({}, ...modules) as Record<string, Validators>
  const loaders = Object.fromEntries(Object.keys(validators).map((id) => [id, () => Promise.resolve(validators)]))
  const engine = createEngine<Request>(
    {
      operation: (_engine, { params: path, query, header, headers, cookie: cookies, body, mediaType }) => ({
        ...{ status: 200, path, query, headers: header ?? headers, cookies, body, mediaType },
      }),
      security: Object.fromEntries(
        Object.entries(security).map(([name, accepts]) => [
          name,
          (_engine: unknown, { request }: Request) => accepts(request),
        ]),
      ),
      notFound: () => ({ status: 404 }),
      methodNotAllowed: () => ({ status: 405 }),
      unauthorized: () => ({ status: 401 }),
      beforeValidation: ({ operation }, context) => readRequest(context, operation, { media: true, readings: true }),
      invalid: ({ validation }) => {
        throw invalid(...faultsOf(validation.errors ?? []))
      },
    },
    // Safe cast: the renderer writes these objects as routes of this type.
    { routes: routesOf(model.operations) as Route[], load: loaders },
  )
  return async (method: string, url: string, { headers = {}, body }: Sent = {}): Promise<MadeUpAnswer> => {
    const [path = '', search = ''] = url.split('?')
    const sent = new URLSearchParams(search)
    const query = Object.fromEntries([...sent.keys()].map((name) => [name, sent.getAll(name)]))
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    const request: HttpRequest = {
      method,
      path,
      query,
      headers: lower,
      requestId: 'r',
      ...(body !== undefined && { body: Buffer.from(body) }),
    }
    const context: Request = { request, method, path, headers: lower, query: {}, body: undefined, malformed: false }
    try {
      return (await engine(context)) as MadeUpAnswer
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { status, body: text = '{}' } = renderProblem(error, { path, requestId: 'r' })
      return { status, ...(JSON.parse(text) as { errors: Fault[]; detail: string }) }
    }
  }
}

/** The module from its text. It imports modules of Ajv alone. */
async function load(source: string): Promise<object> {
  const resolved = source.replaceAll(/from "(ajv[^"]*)"/g, (_, name: string) => `from "${import.meta.resolve(name)}"`)
  return (await import(`data:text/javascript,${encodeURIComponent(resolved)}`)) as object
}

// The request's way: match → authenticate → validate → operation → response or Problem.
import { anyone, authenticateApiKey, type Caller } from './auth.ts'
import { createBackend, type EngineContext } from './backend.ts'
import { corsHeaders, preflightHeaders } from './cors.ts'
import type { Dependencies } from './dependencies.ts'
import { faultsOf } from './faults.ts'
import type { HttpRequest, HttpResponse } from './http.ts'
import { measure } from './metrics.ts'
import { operations } from './operations/index.ts'
import { invalid, Problem, renderProblem } from './problem.ts'
import { readBody } from './request-body.ts'
import { readPath } from './request-path.ts'
import { readQuery } from './request-query.ts'
import { securityHeaders } from './response-headers.ts'
import { responseOf, type Result } from './response.ts'

export type App = (request: HttpRequest) => Promise<HttpResponse>

/** A request on its way. `method`, `path`, `headers`, `query` and `body` are what the engine reads. */
type Exchange = {
  request: HttpRequest
  method: string
  path: string
  headers: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  caller: Caller
  operationId: string | undefined
}

/** An operation whose request has been validated, so that its types no longer matter here. */
type AnyOperation = (request: unknown, context: unknown) => Promise<Result> | Result

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'trace'] as const

export function createApp(dependencies: Dependencies): App {
  const { logger, metrics, allowedOrigins } = dependencies

  const run = (operation: AnyOperation) => async (context: EngineContext, exchange: Exchange) => {
    const { headers, query, body, caller } = exchange
    const path: unknown = context.request.params
    const result = await operation({ path, query, headers, body }, { ...dependencies, caller })
    return responseOf(result, exchange)
  }

  const backend = createBackend<Exchange>({
    operations: Object.fromEntries(
      Object.entries(operations).map(([id, operation]) => [id, run(operation as AnyOperation)]),
    ),
    security: {
      cognito: async ({ operation }, exchange) => {
        const scopes = operation.security?.flatMap(({ cognito = [] }) => cognito) ?? []
        exchange.caller = await dependencies.authenticate(exchange.request, scopes)
        return true
      },
      apiKey: (_context, exchange) => {
        exchange.caller = authenticateApiKey(exchange.request)
        return true
      },
    },
    notFound: () => {
      throw new Problem('not-found', 'There is no such route.')
    },
    methodNotAllowed: ({ api }, { method, path }) => {
      const allowed = methods.filter((one) => api.matchOperation({ method: one, path, headers: {} }))
      const names = [...allowed.map((one) => one.toUpperCase()), 'OPTIONS']
      if (method === 'OPTIONS') return { status: 204, headers: preflightHeaders(names) }
      throw new Problem('method-not-allowed', `This route has ${names.join(', ')}.`, {
        headers: { Allow: names.join(', ') },
      })
    },
    unauthorized: ({ security }) => {
      // Sound: what a security handler threw is kept as `error` under its scheme's name.
      const results = Object.values(security as Record<string, { error?: Error }>)
      throw results.find(({ error }) => error)?.error ?? new Error('A security handler refused without saying why.')
    },
    beforeValidation: ({ operation }, exchange) => {
      exchange.operationId = operation.operationId
      const { malformed } = readPath(exchange.request.path)
      if (malformed) throw invalid({ parameter: 'path', detail: 'has an escape that is not UTF-8' })
      exchange.query = readQuery(exchange.request.query, operation.parameters as never[])
      exchange.body = operation.requestBody ? readBody(exchange.request) : undefined
    },
    invalid: ({ validation }) => {
      throw invalid(...faultsOf(validation.errors ?? []))
    },
  })

  return async (incoming) => {
    const started = performance.now()
    const request = { ...incoming, requestId: requestIdOf(incoming) }
    const { method, headers, requestId } = request
    const { path, instance } = readPath(request.path)
    const exchange: Exchange = {
      request,
      method,
      path,
      headers,
      query: {},
      body: undefined,
      caller: anyone,
      operationId: undefined,
    }

    const response = await (backend.handleRequest(exchange as never, exchange) as Promise<HttpResponse>).catch(
      (error: unknown) => {
        const problem = error instanceof Problem ? error : new Problem('internal-error', internal, { cause: error })
        const response = renderProblem(problem, { path: instance, requestId })
        if (response.status >= 500) logger.error(problem.message, { requestId, error: problem.cause as Error })
        return response
      },
    )

    const { operationId, caller } = exchange
    const durationMs = Math.round((performance.now() - started) * 10) / 10
    const { status } = response
    logger.info('request', {
      method,
      path: instance,
      operationId,
      caller: { kind: caller.kind, id: caller.id },
      status,
      durationMs,
      requestId,
    })
    measure(metrics, { operationId, status, durationMs })
    return {
      ...response,
      headers: {
        ...securityHeaders,
        ...corsHeaders(allowedOrigins, headers.origin),
        'X-Request-Id': requestId,
        ...response.headers,
      },
    }
  }
}

const internal = 'The service failed. The request id leads to the cause in its log.'

/** The caller's own request id where it sent a plain one, so that its log and ours meet; else the gateway's. */
function requestIdOf({ headers, requestId }: HttpRequest): string {
  const own = headers['x-request-id']
  return own !== undefined && /^[\w.-]{1,128}$/.test(own) ? own : requestId
}

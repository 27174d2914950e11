// The request's way: match → authenticate → validate → operation → response, each step a hook of the engine.
import { authenticateApiKey, type Caller } from './auth/authenticate.ts'
import type { EngineRequest, Hooks } from './engine.ts'
import { preflightHeaders } from './http/cors.ts'
import type { Dependencies } from './dependencies.ts'
import { faultsOf } from './http/faults.ts'
import type { HttpRequest } from './http/message.ts'
import type { OperationId } from './operation.ts'
import { operations } from './operations/index.ts'
import { invalid, Problem } from './http/problem.ts'
import { readBody } from './http/body.ts'
import { readQuery } from './http/query.ts'
import { responseOf, type Result } from './http/response.ts'

/** A request on its way. */
export type Exchange = EngineRequest & {
  request: HttpRequest
  /** The path has an escape that cannot be read. */
  malformed: boolean
  caller: Caller
  operationId: string | undefined
}

/** An operation whose request has been validated, so that its types no longer matter here. */
type AnyOperation = (request: unknown, context: unknown) => Promise<Result> | Result

export function createPipeline(dependencies: Dependencies): Hooks<Exchange> {
  return {
    operation: async ({ operation: { operationId } }, exchange) => {
      const { params: path, headers, query, body, caller } = exchange
      const operation = operations[operationId as OperationId] as AnyOperation
      const result = await operation({ path, query, headers, body }, { ...dependencies, caller })
      return responseOf(result, exchange)
    },
    security: {
      cognito: async ({ operation }, exchange) => {
        exchange.operationId = operation.operationId
        const scopes = operation.security.flatMap(({ cognito = [] }) => cognito)
        exchange.caller = await dependencies.authenticate(exchange.request, scopes)
        return true
      },
      apiKey: ({ operation }, exchange) => {
        exchange.operationId = operation.operationId
        exchange.caller = authenticateApiKey(exchange.request)
        return true
      },
    },
    notFound: () => {
      throw new Problem('not-found', 'There is no such route.')
    },
    methodNotAllowed: (_context, { method, allowed = [] }) => {
      const names = [...allowed.map((one) => one.toUpperCase()), 'OPTIONS']
      if (method === 'OPTIONS') return { status: 204, headers: preflightHeaders(names) }
      throw new Problem('method-not-allowed', `This route has ${names.join(', ')}.`, {
        headers: { Allow: names.join(', ') },
      })
    },
    unauthorized: ({ security }) => {
      // What a security handler threw is kept as `error` under its scheme's name.
      const results: Record<string, { error?: Error }> = security
      throw (
        Object.values(results).find(({ error }) => error)?.error ??
        new Error('A security handler refused without saying why.')
      )
    },
    beforeValidation: ({ operation }, exchange) => {
      exchange.operationId = operation.operationId
      // First, since its media type and size are judged before anything is validated.
      exchange.body = operation.hasBody ? readBody(exchange.request) : undefined
      if (exchange.malformed) throw invalid({ parameter: 'path', detail: 'has an escape that is not UTF-8' })
      exchange.query = readQuery(exchange.request.query, operation.integers)
    },
    invalid: ({ validation }) => {
      throw invalid(...faultsOf(validation.errors ?? []))
    },
  }
}

// A request's way: match → authenticate → validate → operation → response. Each step is a hook of the engine.
import type { Route } from '../generated/routes.ts'
import { authenticateApiKey, type Caller } from './auth/authenticate.ts'
import type { EngineRequest, Hooks } from './engine.ts'
import { preflightHeaders } from './http/cors.ts'
import type { Dependencies } from './dependencies.ts'
import { faultsOf } from './http/faults.ts'
import type { HttpRequest } from './http/message.ts'
import type { Context, OperationId } from './operation.ts'
import { operations } from './operations/index.ts'
import { invalid, Problem } from './http/problem.ts'
import { readRequest } from './http/read-request.ts'
import { responseOf, type Result } from './http/response.ts'

/** The request context: the parts of one request, and what the pipeline learns about it on the way. */
export type RequestContext = EngineRequest & {
  request: HttpRequest
  /** The path has an escape that cannot be decoded. */
  malformed: boolean
  caller: Caller
  operationId: string | undefined
}

/** An operation after its request was validated: from there on its types do not matter. */
type AnyOperation = (request: unknown, context: unknown) => Promise<Result> | Result

type Scopes = { alternatives: readonly (readonly string[])[]; all: readonly string[] }

/** By the requirements of an operation: the scopes are the same for all its requests. */
const knownScopes = new WeakMap<Route['security'], Scopes>()

function scopesOf(requirements: Route['security']): Scopes {
  const known = knownScopes.get(requirements)
  if (known) return known
  const alternatives = requirements.map(({ cognito = [] }) => cognito)
  const scopes = { alternatives, all: alternatives.flat() }
  knownScopes.set(requirements, scopes)
  return scopes
}

/** @param app The app that the pipeline is a part of. */
export function createPipeline(dependencies: Dependencies, app: Context['app']): Hooks<RequestContext> {
  return {
    operation: async ({ operation: { operationId } }, context) => {
      const { params: path, query, body, mediaType, caller, request: message } = context
      const { header: headers = context.headers, cookie: cookies = {} } = context
      const operation = operations[operationId as OperationId] as AnyOperation
      const request = { path, query, headers, cookies, body, mediaType }
      const result = await operation(request, { ...dependencies, caller, message, app })
      return responseOf(result, context)
    },
    security: {
      cognito: async ({ operation }, context) => {
        context.operationId = operation.operationId
        const { authenticate, assistants } = dependencies
        const { alternatives, all } = scopesOf(operation.alternatives)
        context.caller = operation.protocol
          ? await (await assistants()).authenticate(context.request, alternatives, authenticate)
          : await authenticate(context.request, all)
        return true
      },
      apiKey: ({ operation }, context) => {
        context.operationId = operation.operationId
        context.caller = authenticateApiKey(context.request)
        return true
      },
    },
    notFound: () => {
      throw new Problem('not-found', 'There is no such route.')
    },
    methodNotAllowed: (_engine, { method, allowed = [] }) => {
      const methods = [...allowed.map((name) => name.toUpperCase()), 'OPTIONS']
      if (method === 'OPTIONS') return { status: 204, headers: preflightHeaders(methods) }
      throw new Problem('method-not-allowed', `This route has ${methods.join(', ')}.`, {
        headers: { Allow: methods.join(', ') },
      })
    },
    unauthorized: ({ security }) => {
      // openapi-backend keeps the error of a security handler as `error` under the scheme's name.
      const results: Record<string, { error?: Error }> = security
      throw (
        Object.values(results).find(({ error }) => error)?.error ??
        new Error('A security handler refused without saying why.')
      )
    },
    beforeValidation: ({ operation }, context) => {
      context.operationId = operation.operationId
      readRequest(context, operation)
    },
    invalid: ({ validation }) => {
      throw invalid(...faultsOf(validation.errors ?? []))
    },
  }
}

// openapi-backend over what codegen has compiled: the same flow, without reading the contract or compiling schemas.
import { OpenAPIBackend, type Context, type Handler, type OpenAPIRouter, type OpenAPIValidator } from 'openapi-backend'
import { validators, type Validators } from '../generated/validators/index.ts'
import { routes as contractRoutes, type Route } from '../generated/routes.ts'
import { createRouter, type IndexedRoute } from './http/router.ts'

export type EngineContext = Omit<Context, 'operation'> & { operation: Operation }

/** A route, and its validators once they are loaded. */
export type Operation = IndexedRoute & { loaded?: Validators | undefined }

/** A request as the engine takes it, its query and body already typed when it is validated. */
export type EngineRequest = {
  method: string
  path: string
  headers: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  /** The path's parameters, once its route is known. */
  params?: Record<string, string>
  /** The methods that the path has, when it has not the one that was asked for. */
  allowed?: string[]
}

type Hook<Exchange> = (context: EngineContext, exchange: Exchange) => unknown

export type Hooks<Exchange> = {
  /** Carries out the request, which is valid. */
  operation: Hook<Exchange>
  /** One for each security scheme; throws when the caller is refused. */
  security: Record<string, Hook<Exchange>>
  notFound: Hook<Exchange>
  methodNotAllowed: Hook<Exchange>
  unauthorized: Hook<Exchange>
  /** Runs once the caller is accepted and before the request is validated. */
  beforeValidation: (context: EngineContext, exchange: Exchange) => void
  invalid: Hook<Exchange>
}

type Compiled = { routes: readonly Route[]; load: Record<string, () => Promise<Record<string, Validators>>> }

/** The engine's options but for the operations, strict: what it is not told, it refuses. */
export function engineOptions<Exchange>(hooks: Hooks<Exchange>): object {
  return {
    strict: true,
    ignoreTrailingSlashes: false,
    handlers: {
      notFound: hooks.notFound,
      methodNotAllowed: hooks.methodNotAllowed,
      unauthorizedHandler: hooks.unauthorized,
      validationFail: hooks.invalid,
    },
    securityHandlers: hooks.security,
    validate: (context: EngineContext, exchange: Exchange) => {
      hooks.beforeValidation(context, exchange)
      return true
    },
  }
}

/** Handles requests with the hooks, by the compiled contract or another one that is given. */
export function createEngine<Exchange extends EngineRequest>(
  hooks: Hooks<Exchange>,
  compiled: Compiled = { routes: contractRoutes, load: validators },
) {
  const engine = new CompiledEngine(engineOptions(hooks) as never, compiled, hooks.operation as Handler)
  return (exchange: Exchange) => engine.handleRequest(exchange as never, exchange) as Promise<unknown>
}

class CompiledEngine extends OpenAPIBackend {
  private readonly compiled: Compiled
  private readonly operation: Handler

  constructor(options: never, compiled: Compiled, operation: Handler) {
    super(options)
    this.compiled = compiled
    this.operation = operation
  }

  override init(): Promise<this> {
    // Sound: these are the methods that the engine calls, with the meaning that its own classes give them.
    this.router = createEngineRouter(this.compiled.routes) as unknown as OpenAPIRouter
    this.validator = engineValidator as unknown as OpenAPIValidator
    const { load } = this.compiled
    this.register('postRoutingHandler', ({ operation }: { operation?: Operation }) => {
      if (!operation || operation.loaded) return
      const { operationId } = operation
      this.handlers[operationId] = this.operation
      return load[operationId]?.().then((validators) => {
        operation.loaded = validators[operationId]
      })
    })
    this.initialized = true
    return Promise.resolve(this)
  }
}

function createEngineRouter(routes: readonly Route[]) {
  const router = createRouter(routes)
  return {
    matchOperation(request: EngineRequest): IndexedRoute {
      const match = router.match(request.method.toLowerCase(), request.path)
      if (Array.isArray(match)) {
        request.allowed = match
        // The engine tells the two apart by how the message begins.
        throw new Error(match.length > 0 ? '405-methodNotAllowed' : '404-notFound')
      }
      request.params = match.parameters
      return match.route
    },
    // What there is to parse, the hooks parse, once; they take it from the exchange.
    parseRequest: (request: EngineRequest) => request,
  }
}

const engineValidator = {
  coerceTypes: false,
  validateRequest({ params, query, headers, body }: EngineRequest, { operationId, loaded }: Operation) {
    if (!loaded) throw new Error(`${operationId} has no validators.`)
    const { params: validateParams, body: validateBody } = loaded
    const errors = []
    const request = { path: params, query, header: headers, cookie: {} }
    if (validateBody && !validateBody(body === undefined ? {} : { requestBody: body })) {
      errors.push(...(validateBody.errors ?? []))
    }
    if (!validateParams(request)) errors.push(...(validateParams.errors ?? []))
    return { valid: errors.length === 0, errors: errors.length === 0 ? null : errors }
  },
}

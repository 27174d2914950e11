// openapi-backend over the compiled contract: the same flow as openapi-backend's own, without reading documents or
// compiling schemas.
import { OpenAPIBackend, type Context, type Handler, type OpenAPIRouter, type OpenAPIValidator } from 'openapi-backend'
import { validators, type Validators } from '../generated/validators/index.ts'
import { routes as contractRoutes, type Route } from '../generated/routes.ts'
import { createRouter, type IndexedRoute } from './http/router.ts'
import { validate } from './http/validate.ts'

/**
 * A route after its first call. openapi-backend reads `security`, and asks a scheme for each requirement there. So the
 * contract's list is in `alternatives`, and `security` has each set of schemes once.
 */
type LoadedRoute = IndexedRoute & { loaded?: Validators | undefined; alternatives: Route['security'] }

type EngineContext = Omit<Context, 'operation'> & { operation: LoadedRoute }

/** A request for the engine. The hooks parse its query and body before it is validated. */
export type EngineRequest = {
  method: string
  path: string
  headers: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  /** The media type of the body, as the contract names it, unless it is the JSON one. */
  mediaType?: string | undefined
  /** Headers and cookies with the types of the contract, where it has others than text. */
  header?: Record<string, unknown>
  cookie?: Record<string, unknown>
  /** The route, if the contract has one for the path and the method. */
  route?: LoadedRoute
  /** The path's parameters, once its route is known. */
  params?: Record<string, unknown>
  /** The methods that the path has, when it does not have the request's method. */
  allowed?: string[]
}

type Hook<Request> = (engine: EngineContext, request: Request) => unknown

export type Hooks<Request> = {
  /** Answers a valid request. */
  operation: Hook<Request>
  /** A hook for each security scheme. It throws when it refuses the caller. */
  security: Record<string, Hook<Request>>
  notFound: Hook<Request>
  methodNotAllowed: Hook<Request>
  unauthorized: Hook<Request>
  /** Runs after the caller is accepted and before the request is validated. */
  beforeValidation: (engine: EngineContext, request: Request) => void
  invalid: Hook<Request>
}

type Compiled = { routes: readonly Route[]; load: Record<string, () => Promise<Record<string, Validators>>> }

/** The engine's options without the operations. Strict: a missing handler is an error. */
export function engineOptions<Request>(hooks: Hooks<Request>): object {
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
    validate: (engine: EngineContext, request: Request) => {
      hooks.beforeValidation(engine, request)
      return true
    },
  }
}

/** Handles requests with these hooks, by the compiled contract unless another one is given. */
export function createEngine<Request extends EngineRequest>(
  hooks: Hooks<Request>,
  compiled: Compiled = { routes: contractRoutes, load: validators },
) {
  const engine = new CompiledEngine(engineOptions(hooks) as never)
  const router = createRouter(compiled.routes)
  const handle = (request: Request) => engine.handleRequest(request as never, request) as Promise<unknown>

  /** Prepares an operation, when it is called first. */
  async function load(route: IndexedRoute & Partial<LoadedRoute>) {
    const { operationId } = route
    route.alternatives ??= route.security
    route.security = uniqueBySchemes(route.alternatives)
    engine.handlers[operationId] = hooks.operation as Handler
    route.loaded = (await compiled.load[operationId]?.())?.[operationId]
  }

  return (request: Request): Promise<unknown> => {
    const match = router.match(request.method.toLowerCase(), request.path)
    if (Array.isArray(match)) {
      request.allowed = match
      return handle(request)
    }
    // Safe cast: `load` adds what is missing, before a hook reads it.
    const route = match.route as LoadedRoute
    request.route = route
    request.params = match.parameters
    return route.loaded ? handle(request) : load(route).then(() => handle(request))
  }
}

/** The hook of a scheme judges all alternatives at once. */
const uniqueBySchemes = (alternatives: Route['security']) => [
  ...new Map(alternatives.map((requirement) => [Object.keys(requirement).join(), requirement])).values(),
]

class CompiledEngine extends OpenAPIBackend {
  override init(): Promise<this> {
    // Safe cast: these have the methods that openapi-backend calls, with the meaning that its own classes give them.
    this.router = engineRouter as unknown as OpenAPIRouter
    this.validator = engineValidator as unknown as OpenAPIValidator
    this.initialized = true
    return Promise.resolve(this)
  }
}

const engineRouter = {
  matchOperation({ route, allowed = [] }: EngineRequest): LoadedRoute {
    if (route) return route
    // openapi-backend tells 404 from 405 by the first characters of the message.
    throw new Error(allowed.length > 0 ? '405-methodNotAllowed' : '404-notFound')
  },
  // The hooks parse the query and the body, once, and keep them in the request.
  parseRequest: (request: EngineRequest) => request,
}

const engineValidator = {
  coerceTypes: false,
  validateRequest(request: EngineRequest, { operationId, loaded }: LoadedRoute) {
    if (!loaded) throw new Error(`${operationId} has no validators.`)
    const errors = validate(loaded, request)
    return { valid: errors.length === 0, errors: errors.length === 0 ? null : errors }
  },
}

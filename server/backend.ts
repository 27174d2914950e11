// openapi-backend, set up strictly on the contract: what it does not know, or is not told, it refuses.
import addFormats from 'ajv-formats'
import { OpenAPIBackend, type Context, type Handler, type Options } from 'openapi-backend'
import { document } from './contract.ts'

export type EngineContext = Context

type Hooks<Exchange> = {
  operations: Record<string, (context: EngineContext, exchange: Exchange) => unknown>
  /** One for each security scheme; throws when the caller is refused. */
  security: Record<string, (context: EngineContext, exchange: Exchange) => unknown>
  notFound: (context: EngineContext, exchange: Exchange) => unknown
  methodNotAllowed: (context: EngineContext, exchange: Exchange) => unknown
  unauthorized: (context: EngineContext, exchange: Exchange) => unknown
  /** Runs once the caller is accepted and before the request is validated. */
  beforeValidation: (context: EngineContext, exchange: Exchange) => void
  invalid: (context: EngineContext, exchange: Exchange) => unknown
}

export function createBackend<Exchange>(hooks: Hooks<Exchange>) {
  const options: Options = {
    // Sound: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings.
    definition: document as unknown as NonNullable<Options['definition']>,
    strict: true,
    // Validators are compiled when first needed, and the document is not validated again: `npm run check` did.
    quick: true,
    ignoreTrailingSlashes: false,
    ajvOpts: { allErrors: true, strictNumbers: true },
    customizeAjv: (ajv) => {
      addFormats.default(ajv)
      return ajv
    },
    handlers: {
      ...hooks.operations,
      notFound: hooks.notFound,
      methodNotAllowed: hooks.methodNotAllowed,
      unauthorizedHandler: hooks.unauthorized,
      validationFail: hooks.invalid,
    },
    securityHandlers: hooks.security as Record<string, Handler>,
    validate: (context, exchange: Exchange) => {
      hooks.beforeValidation(context, exchange)
      return true
    },
  }
  return new OpenAPIBackend(options)
}

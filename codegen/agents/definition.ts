// The OpenAPI document that is rendered for an agent platform.

export type Definition = {
  openapi?: string
  info?: { title?: string; version?: string }
  servers?: { url?: string }[]
  paths?: Record<string, Record<string, DefinedOperation>>
  components?: { securitySchemes?: Record<string, SecurityScheme> } & Record<string, unknown>
}

export type DefinedOperation = {
  operationId?: string
  summary?: string
  description?: string
  security?: Record<string, string[]>[]
  parameters?: { name?: string; in?: string; description?: string; required?: boolean; schema?: JsonObject }[]
  requestBody?: { description?: string; required?: boolean; content?: Content }
  responses?: Record<string, { description?: string; content?: Content }>
}

type SecurityScheme = {
  type?: string
  flows?: { authorizationCode?: { authorizationUrl?: string; tokenUrl?: string; scopes?: Record<string, string> } }
}

export type Content = Record<string, { schema?: JsonObject }>
export type JsonObject = Record<string, unknown>

/** The operations with their path and method, and their name in errors. */
export function operationsIn(definition: Definition) {
  return Object.entries(definition.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const name = operation.operationId ?? `${method.toUpperCase()} ${path}`
      return { name, path, method, operation }
    }),
  )
}

// An OpenAPI document as the rules of the agent platforms read it. Any part may be missing or wrong.

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

/** The schemas of an operation's parameters and body. */
export function inputsOf({ parameters = [], requestBody }: DefinedOperation): { place: string; schema: JsonObject }[] {
  return [
    ...parameters.map(({ name = '?', schema = {} }) => ({ place: `parameter ${name}`, schema })),
    ...Object.values(requestBody?.content ?? {}).map(({ schema = {} }) => ({ place: 'requestBody', schema })),
  ]
}

type Found = { object: JsonObject; place: string }

/** Every object in `node` whose keys are keywords of OpenAPI, with its place. Maps of names are left out. */
export function* objectsIn(node: unknown, place = '', hasNames = false): Generator<Found> {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* objectsIn(item, `${place}[${String(index)}]`)
    return
  }
  if (!hasNames) yield { object: node as JsonObject, place }
  for (const [key, value] of Object.entries(node)) {
    const isData = !hasNames && ['default', 'enum', 'example'].includes(key)
    if (!isData) yield* objectsIn(value, place ? `${place}.${key}` : key, !hasNames && key === 'properties')
  }
}

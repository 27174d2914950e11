// The OpenAPI document of the operations that one platform is offered: flat, without references.
import type { OpenAPIV3 } from 'openapi-types'
import type { Answer, MediaType, Model, Operation, Parameter, Platform, Schema } from '../model.ts'
import type { Content, DefinedOperation, Definition, JsonObject } from './definition.ts'
import { inline } from './inline.ts'
import { withRetirement } from '../model/retirement.ts'

export type Dialect = {
  platform: Platform
  /** Whether the platform knows the extension. */
  takesExtension?: (keyword: string) => boolean
  /** Members that are added to each operation. */
  extend?: (operation: Operation) => JsonObject
  /** Which flows of OAuth the document names; none: the document says nothing of security. */
  flows: Flow[]
  /** Whether an answer without content is written down. */
  hasEmptyAnswers: boolean
}

type Flow = 'authorizationCode' | 'clientCredentials'
export type Scheme = { type: 'oauth2'; flows: Partial<OpenAPIV3.OAuth2SecurityScheme['flows']> }

export const offeredTo = (model: Model, platform: Platform): Operation[] =>
  model.operations.filter(({ agents }) => agents?.to.includes(platform))

export function renderPaths(model: Model, dialect: Dialect): NonNullable<Definition['paths']> {
  const paths: NonNullable<Definition['paths']> = {}
  for (const operation of offeredTo(model, dialect.platform)) {
    const item = (paths[operation.path] ??= {})
    item[operation.method] = renderOperation(model, operation, dialect)
  }
  return paths
}

function renderOperation(model: Model, operation: Operation, dialect: Dialect): DefinedOperation {
  const { operationId, summary, security, parameters, body, answers } = operation
  const description = withRetirement(operation, operation.agents?.description ?? operation.description)
  // The platforms send no headers of the caller. Idempotency-Key, If-Match and the like are left out; all are optional.
  const sent = parameters.filter((parameter) => parameter.in !== 'header' || parameter.required)
  return {
    operationId,
    ...(summary && { summary }),
    ...(description && { description }),
    ...(dialect.flows.length > 0 && { security }),
    ...(sent.length > 0 && { parameters: sent.map((parameter) => renderParameter(model, parameter, dialect)) }),
    ...(body && {
      requestBody: {
        ...(body.description && { description: body.description }),
        required: body.required,
        content: renderContent(model, body.content, dialect),
      },
    }),
    responses: renderAnswers(model, answers, dialect),
    ...dialect.extend?.(operation),
  }
}

function renderParameter(model: Model, parameter: Parameter, dialect: Dialect) {
  const { name, in: place, description, required, schema, written } = parameter
  const extensions = Object.entries(written).filter(([key]) => dialect.takesExtension?.(key))
  return {
    name,
    in: place,
    ...(description && { description }),
    required,
    ...(schema && { schema: inlineFor(model, schema, dialect) }),
    ...Object.fromEntries(extensions),
  }
}

function renderAnswers(model: Model, answers: Answer[], dialect: Dialect) {
  const shown = answers.filter(
    ({ status, content }) => status >= 200 && status < 300 && (content.length > 0 || dialect.hasEmptyAnswers),
  )
  return Object.fromEntries(
    shown.map(({ status, description, content }) => [
      status,
      { description, ...(content.length > 0 && { content: renderContent(model, content, dialect) }) },
    ]),
  )
}

const renderContent = (model: Model, content: MediaType[], dialect: Dialect): Content =>
  Object.fromEntries(
    content.map(({ type, schema }) => [type, schema ? { schema: inlineFor(model, schema, dialect) } : {}]),
  )

/** The oauth2 schemes that the offered operations name, with only the scopes that they need. */
export function renderSchemes(model: Model, { platform, flows }: Dialect): Record<string, Scheme> {
  const requirements = offeredTo(model, platform).flatMap(({ security }) => security)
  const needed = new Set(requirements.flatMap((requirement) => Object.values(requirement).flat()))
  const schemes = Object.entries(model.securitySchemes).flatMap(([name, scheme]) => {
    const isNamed = requirements.some((requirement) => name in requirement)
    if (scheme.type !== 'oauth2' || !isNamed) return []
    const known = flows.flatMap((flow) => {
      const written = scheme.flows[flow]
      return written ? [[flow, renderFlow(flow, written.scopes, needed)] as const] : []
    })
    return known.length > 0 ? [[name, { type: 'oauth2' as const, flows: Object.fromEntries(known) }] as const] : []
  })
  return Object.fromEntries(schemes)
}

function renderFlow(flow: Flow, scopes: Record<string, string>, needed: Set<string>) {
  return {
    ...(flow === 'authorizationCode' && { authorizationUrl: 'https://${COGNITO_DOMAIN}/oauth2/authorize' }),
    tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token',
    scopes: Object.fromEntries(Object.entries(scopes).filter(([scope]) => needed.has(scope))),
  }
}

const inlineFor = (model: Model, schema: Schema, { takesExtension }: Dialect) =>
  inline(model, schema, { takes: (keyword) => !keyword.startsWith('x-') || takesExtension?.(keyword) === true })

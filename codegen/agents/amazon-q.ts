// generated/agents/amazon-q.json: the operations for Amazon Q, as the flat OpenAPI document that a custom plugin takes.
import type { OpenAPIV3 } from 'openapi-types'
import type { Answer, MediaType, Model, Operation, Parameter, Schema } from '../model.ts'
import type { Content, DefinedOperation, Definition, JsonObject } from './definition.ts'
import { violationsOf } from './lint/violations.ts'

/** A definition that breaks no rule. Everything that the manifest reads is in it. */
export type AmazonQDefinition = Definition & {
  info: { title: string; version: string }
  components: { securitySchemes: Record<string, OAuth2> }
}
type OAuth2 = {
  type: 'oauth2'
  flows: { authorizationCode: OpenAPIV3.OAuth2SecurityScheme['flows']['authorizationCode'] & object }
}

/** Throws an error that names each rule of Amazon Q that the offered operations break. */
export function renderAmazonQ(model: Model): AmazonQDefinition {
  const offered = model.operations.filter(({ agents }) => agents?.to.includes('amazon-q'))
  const paths: NonNullable<Definition['paths']> = {}
  for (const operation of offered) {
    const item = (paths[operation.path] ??= {})
    item[operation.method] = renderOperation(model, operation)
  }
  const definition = {
    openapi: model.document.openapi,
    info: { title: model.names.title, version: model.version },
    servers: [{ url: '${SERVER_URL}' }],
    paths,
    components: { securitySchemes: renderSchemes(model, offered) },
  }
  const violations = violationsOf(definition, 'amazon-q', { filled: false })
  if (violations.length > 0) throw new Error(`Amazon Q does not take these operations:\n${violations.join('\n')}`)
  return definition
}

function renderOperation(model: Model, operation: Operation): DefinedOperation {
  const { operationId, summary, description, security, parameters, body, answers } = operation
  // Amazon Q sends no headers of the caller. Idempotency-Key, If-Match and the like are left out; all are optional.
  const sent = parameters.filter((parameter) => parameter.in !== 'header' || parameter.required)
  return {
    operationId,
    ...(summary && { summary }),
    ...(description && { description }),
    security,
    ...(sent.length > 0 && { parameters: sent.map((parameter) => renderParameter(model, parameter)) }),
    ...(body && {
      requestBody: {
        ...(body.description && { description: body.description }),
        required: body.required,
        content: renderContent(model, body.content),
      },
    }),
    responses: renderAnswers(model, answers),
  }
}

function renderParameter(model: Model, { name, in: place, description, required, schema, written }: Parameter) {
  return {
    name,
    in: place,
    ...(description && { description }),
    required,
    ...(schema && { schema: inline(model, schema) }),
    ...formExtensions(written),
  }
}

function renderAnswers(model: Model, answers: Answer[]) {
  const shown = answers.filter(({ status, content }) => status >= 200 && status < 300 && content.length > 0)
  return Object.fromEntries(
    shown.map(({ status, description, content }) => [status, { description, content: renderContent(model, content) }]),
  )
}

function renderContent(model: Model, content: MediaType[]): Content {
  return Object.fromEntries(content.map(({ type, schema }) => [type, schema ? { schema: inline(model, schema) } : {}]))
}

/** The oauth2 schemes that the operations name, with only the scopes that they need. */
function renderSchemes(model: Model, operations: Operation[]): Record<string, OAuth2> {
  const requirements = operations.flatMap(({ security }) => security)
  const needed = new Set(requirements.flatMap((requirement) => Object.values(requirement).flat()))
  const schemes = Object.entries(model.securitySchemes).flatMap(([name, scheme]) => {
    const isNamed = requirements.some((requirement) => name in requirement)
    if (scheme.type !== 'oauth2' || !scheme.flows.authorizationCode || !isNamed) return []
    const scopes = Object.entries(scheme.flows.authorizationCode.scopes).filter(([scope]) => needed.has(scope))
    const authorizationCode = {
      authorizationUrl: 'https://${COGNITO_DOMAIN}/oauth2/authorize',
      tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token',
      scopes: Object.fromEntries(scopes),
    }
    return [[name, { type: 'oauth2' as const, flows: { authorizationCode } }] as const]
  })
  return Object.fromEntries(schemes)
}

const dropped = ['example', 'examples', 'externalDocs', 'xml', 'deprecated', 'discriminator', 'readOnly', 'writeOnly']
const isForm = (key: string) => key.startsWith('x-amzn-form-')
const formExtensions = (node: object) => Object.fromEntries(Object.entries(node).filter(([key]) => isForm(key)))

/** The schema in full, without the keywords that say nothing to Amazon Q. */
function inline(model: Model, schema: Schema, open: Schema[] = []): JsonObject {
  if (open.includes(schema)) {
    const name = model.nameOf(schema) ?? ''
    throw new Error(`#/components/schemas/${name} contains itself; Amazon Q takes no circular schemas`)
  }
  const below = (value: unknown) => inline(model, value as Schema, [...open, schema])
  const entries = Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => {
    if (dropped.includes(keyword) || (keyword.startsWith('x-') && !isForm(keyword))) return []
    return [[keyword, inlineKeyword(keyword, value, below)]]
  })
  return Object.fromEntries(entries) as JsonObject
}

function inlineKeyword(keyword: string, value: unknown, below: (value: unknown) => JsonObject): unknown {
  const isSchema = typeof value === 'object' && value !== null
  if (['items', 'not', 'additionalProperties'].includes(keyword)) return isSchema ? below(value) : value
  if (['allOf', 'oneOf', 'anyOf'].includes(keyword)) return (value as unknown[]).map(below)
  if (keyword !== 'properties') return value
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, member]) => [name, below(member)]))
}

// The operations that are offered to Amazon Q, as the one flat OpenAPI document that a custom plugin takes.
import type { OpenAPIV3 } from 'openapi-types'
import { operationsOf, resolve, securityOf } from '../contract.ts'
import type { Contract, Operation, Ref, Schema } from '../contract.ts'
import { amazonQViolations } from './amazon-q-rules.ts'
import type { Content, DefinedOperation, Definition, JsonObject } from './definition.ts'

/** The definition once the rules have passed it: what the manifest reads is there. */
export type AmazonQDefinition = Definition & {
  info: { title: string; version: string }
  components: { securitySchemes: Record<string, OAuth2> }
}
type OAuth2 = {
  type: 'oauth2'
  flows: { authorizationCode: OpenAPIV3.OAuth2SecurityScheme['flows']['authorizationCode'] & object }
}

/** Renders generated/agents/amazon-q.json, or throws each rule of Amazon Q that the offered operations break. */
export function renderAmazonQ(contract: Contract): AmazonQDefinition {
  const offered = operationsOf(contract).filter((operation) => operation['x-agents']?.includes('amazon-q'))
  const paths: NonNullable<Definition['paths']> = {}
  for (const operation of offered) {
    const item = (paths[operation.path] ??= {})
    item[operation.method] = renderOperation(contract, operation)
  }
  const definition = {
    openapi: contract.openapi,
    info: { title: contract.info.title, version: contract.info.version },
    servers: [{ url: '${SERVER_URL}' }],
    paths,
    components: { securitySchemes: renderSchemes(contract, offered) },
  }
  const violations = amazonQViolations(definition, { filled: false })
  if (violations.length > 0) throw new Error(`Amazon Q does not take these operations:\n${violations.join('\n')}`)
  return definition
}

function renderOperation(contract: Contract, operation: Operation): DefinedOperation {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  // Amazon Q sends no headers of the caller's: Idempotency-Key, If-Match and the like are left out, all are optional.
  const sent = parameters.filter((parameter) => parameter.in !== 'header' || parameter.required)
  return {
    operationId,
    ...(summary && { summary }),
    ...(description && { description }),
    security: securityOf(contract, operation),
    ...(sent.length > 0 && { parameters: sent.map((parameter) => renderParameter(contract, parameter)) }),
    ...(requestBody && { requestBody: renderBody(contract, resolve(contract, requestBody)) }),
    responses: renderResponses(contract, responses),
  }
}

function renderParameter(contract: Contract, parameter: OpenAPIV3.ParameterObject) {
  const { name, in: place, description, required, schema } = parameter
  return {
    name,
    in: place,
    ...(description && { description }),
    required: required ?? false,
    ...(schema && { schema: inline(contract, schema) }),
    ...formExtensions(parameter),
  }
}

function renderBody(contract: Contract, { description, required, content }: OpenAPIV3.RequestBodyObject) {
  return { ...(description && { description }), required: required ?? false, content: renderContent(contract, content) }
}

function renderResponses(contract: Contract, responses: OpenAPIV3.ResponsesObject) {
  const shown = Object.entries(responses).flatMap(([status, one]) => {
    const { description, content } = resolve(contract, one)
    return status.startsWith('2') && content
      ? [[status, { description, content: renderContent(contract, content) }]]
      : []
  })
  return Object.fromEntries(shown) as NonNullable<DefinedOperation['responses']>
}

function renderContent(contract: Contract, content: Record<string, OpenAPIV3.MediaTypeObject>): Content {
  const mediaTypes = Object.entries(content).map(([mediaType, { schema }]) => [
    mediaType,
    schema ? { schema: inline(contract, schema) } : {},
  ])
  return Object.fromEntries(mediaTypes) as Content
}

/** The oauth2 schemes that the operations name, with the scopes that they need and no others. */
function renderSchemes(contract: Contract, operations: Operation[]): Record<string, OAuth2> {
  const requirements = operations.flatMap((operation) => securityOf(contract, operation))
  const needed = new Set(requirements.flatMap((requirement) => Object.values(requirement).flat()))
  const schemes = Object.entries(contract.components?.securitySchemes ?? {}).flatMap(([name, one]) => {
    const scheme = resolve(contract, one)
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

/** The schema with every $ref replaced by what it names, and without the keywords that say nothing to Amazon Q. */
function inline(contract: Contract, schema: Schema | Ref, open: string[] = []): JsonObject {
  if ('$ref' in schema) {
    if (open.includes(schema.$ref))
      throw new Error(`${schema.$ref} contains itself; Amazon Q takes no circular schemas`)
    return inline(contract, resolve(contract, schema), [...open, schema.$ref])
  }
  const below = (value: unknown) => inline(contract, value as Schema | Ref, open)
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
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, one]) => [name, below(one)]))
}

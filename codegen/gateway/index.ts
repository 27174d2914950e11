// The contract as API Gateway's REST import takes it: routes, keys and error answers, without account details.
import type { MediaType, Model, Operation } from '../model.ts'
import { scopesOf } from '../model/scopes.ts'
import { accessToken, wantsAccessToken } from './access-token.ts'
import { isPublicRead, isStream, operationsWithRoutes, wantsKey } from './own-routes.ts'
import { hasProblems, renderGatewayResponses } from './responses.ts'
import type { GatewayResponse } from './responses.ts'

export { wantsAccessToken } from './access-token.ts'
export { refusalsOf, refuseUnimportable } from './refusals.ts'

export type ApiGatewayDocument = {
  openapi: '3.0.1'
  info: { title: string; version: string }
  paths: Record<string, Record<string, GatewayMethod>>
  components: { securitySchemes: { apiKey: typeof apiKey; accessToken?: typeof accessToken } }
  'x-amazon-apigateway-api-key-source': 'HEADER'
  'x-amazon-apigateway-binary-media-types'?: string[]
  /** Only where the contract has problem types: else API Gateway answers in its own words. */
  'x-amazon-apigateway-gateway-responses'?: Record<string, GatewayResponse>
}

type GatewayMethod = {
  operationId?: string
  parameters?: Parameter[]
  responses: Record<string, { description: string }>
  security?: [{ apiKey: [] } | { accessToken: string[] }]
  'x-amazon-apigateway-integration': typeof integration & {
    cacheKeyParameters?: string[]
    responseTransferMode?: 'STREAM'
  }
}

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: { type: 'string' } }

const integration = {
  type: 'aws_proxy',
  httpMethod: 'POST',
  uri: '${ApiFunctionIntegrationUri}',
  passthroughBehavior: 'when_no_match',
  payloadFormatVersion: '1.0',
  timeoutInMillis: 29000,
}

/** A stream has a function of its own, whose answer the gateway passes on as it comes. */
const streaming = {
  ...integration,
  uri: '${StreamFunctionIntegrationUri}',
  responseTransferMode: 'STREAM' as const,
}

const apiKey = { type: 'apiKey', name: 'x-api-key', in: 'header' } as const

/**
 * Renders generated/api-gateway.json. Its placeholder is `${ApiFunctionIntegrationUri}`, and `${StreamFunctionIntegrationUri}`
 * where an operation answers with a stream. With an operation that takes access
 * tokens alone there are two more: `${UserPoolArn}` and `${ResourceMetadata}`.
 */
export function renderApiGateway(model: Model): ApiGatewayDocument {
  const paths: ApiGatewayDocument['paths'] = {}
  for (const operation of operationsWithRoutes(model)) {
    const item = (paths[operation.path] ??= {})
    item[operation.method] = renderOperation(operation)
  }
  // Methods that the contract does not have reach the app too: the app knows CORS and answers 405.
  for (const [path, item] of Object.entries(paths)) Object.assign(item, { options: toLambda(path), ...anyMethod(path) })
  // `/{proxy+}` does not match `/`. With both, the app answers every unknown route.
  for (const path of ['/', '/{proxy+}']) paths[path] ??= anyMethod(path)
  return {
    openapi: '3.0.1',
    info: { title: model.names.title, version: model.version },
    paths,
    components: { securitySchemes: { apiKey, ...(model.operations.some(wantsAccessToken) && { accessToken }) } },
    'x-amazon-apigateway-api-key-source': 'HEADER',
    ...binaryTypes(model),
    ...(hasProblems(model) && { 'x-amazon-apigateway-gateway-responses': renderGatewayResponses(model) }),
  }
}

/** Bodies of these types reach the function in base64; the gateway would damage them as text. */
function binaryTypes({ operations }: Model): Partial<ApiGatewayDocument> {
  const isBinary = ({ kind }: MediaType) => kind === 'binary' || kind === 'multipart'
  const sent = operations.flatMap(({ body }) => body?.content.filter(isBinary) ?? [])
  const answered = operations.flatMap(({ answers, otherAnswers }) =>
    [...answers, ...otherAnswers].flatMap(({ content }) => content.filter(isBinary)),
  )
  // An answer is decoded when the request's `Accept` begins with one of these types, which callers seldom do.
  const needsAll = answered.length > 0 || sent.some(({ type }) => type.includes('*'))
  const types = needsAll ? ['*/*'] : [...new Set(sent.map(({ type }) => type))]
  return types.length === 0 ? {} : { 'x-amazon-apigateway-binary-media-types': types }
}

function renderOperation(operation: Operation): GatewayMethod {
  return {
    operationId: operation.operationId,
    ...(isPublicRead(operation) ? toCachedLambda(operation) : toLambda(operation.path)),
    ...(isStream(operation) && { 'x-amazon-apigateway-integration': streaming }),
    ...(wantsKey(operation) && { security: [{ apiKey: [] }] }),
    ...(wantsAccessToken(operation) && { security: [{ accessToken: scopesOf(operation) }] }),
  }
}

const anyMethod = (path: string) => ({ 'x-amazon-apigateway-any-method': toLambda(path) })

/** A stage that caches keeps one answer for each value of these parameters. A public answer depends on nothing else. */
function toCachedLambda({ path, parameters }: Operation): GatewayMethod {
  const method = toLambda(path)
  const asked = parameters.filter((parameter) => parameter.in === 'query' || parameter.in === 'header')
  const keyed: Parameter[] = [
    ...(method.parameters ?? []),
    ...asked.map(({ name, in: place }) => optional(name, place as 'query' | 'header')),
    optional('Origin', 'header'),
  ]
  const places = { path: 'path', query: 'querystring', header: 'header' }
  const cacheKeyParameters = keyed.map(({ name, in: place }) => `method.request.${places[place]}.${name}`)
  return { ...method, parameters: keyed, 'x-amazon-apigateway-integration': { ...integration, cacheKeyParameters } }
}

const optional = (name: string, place: 'query' | 'header'): Parameter => ({
  name,
  in: place,
  required: false,
  schema: { type: 'string' },
})

function toLambda(path: string): GatewayMethod {
  const parameters = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true as const,
    schema: { type: 'string' as const },
  }))
  return {
    ...(parameters.length > 0 && { parameters }),
    responses: { 200: { description: 'The answer of the service, whatever its status' } },
    'x-amazon-apigateway-integration': integration,
  }
}

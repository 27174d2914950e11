// API Gateway's own answers (no key, throttled, too large, …) as the contract's problem+json.
import type { Model } from '../model.ts'
import { wantsAccessToken } from './access-token.ts'

export type GatewayResponse = {
  statusCode: string
  responseParameters: Record<string, string>
  responseTemplates: Record<string, string>
}

/** `challenges`: the answer asks for a token. */
type Answer = { problem: string; detail: string; headers?: Record<string, string>; challenges?: true }

const internalError: Answer = {
  problem: 'internal-error',
  detail: 'The service failed. The request id leads to the cause in its log.',
}
const unauthenticated = (detail: string): Answer => ({
  problem: 'unauthenticated',
  detail,
  challenges: true,
})
const tooManyRequests = (detail: string, retryAfter: number): Answer => ({
  problem: 'too-many-requests',
  detail,
  headers: { 'Retry-After': String(retryAfter) },
})

/** Each response type of API Gateway → its problem. A 5xx does not show its cause. */
const answers: Record<string, Answer> = {
  ACCESS_DENIED: { problem: 'forbidden', detail: 'Access is denied.' },
  API_CONFIGURATION_ERROR: internalError,
  AUTHORIZER_CONFIGURATION_ERROR: internalError,
  AUTHORIZER_FAILURE: internalError,
  BAD_REQUEST_BODY: { problem: 'invalid-request', detail: 'The request body does not match the contract.' },
  BAD_REQUEST_PARAMETERS: { problem: 'invalid-request', detail: 'The parameters do not match the contract.' },
  // The two defaults are for answers without a type of their own. Their status is fixed: a template cannot compute it,
  // and the body's `status` has to agree with the status line.
  DEFAULT_4XX: { problem: 'invalid-request', detail: 'The request is not one that the gateway accepts.' },
  DEFAULT_5XX: internalError,
  EXPIRED_TOKEN: unauthenticated('The token has expired.'),
  INTEGRATION_FAILURE: { problem: 'bad-gateway', detail: 'The service could not be reached.' },
  INTEGRATION_TIMEOUT: { problem: 'gateway-timeout', detail: 'The service did not answer in time.' },
  INVALID_API_KEY: { problem: 'forbidden', detail: 'This operation needs an API key in x-api-key.' },
  INVALID_SIGNATURE: unauthenticated('The signature of the request is not accepted.'),
  // API Gateway gives this answer for a route that it does not have.
  MISSING_AUTHENTICATION_TOKEN: { problem: 'not-found', detail: 'There is no such route.' },
  QUOTA_EXCEEDED: tooManyRequests('The quota of this API key is used up.', 3600),
  REQUEST_TOO_LARGE: { problem: 'payload-too-large', detail: 'The body is larger than the gateway accepts.' },
  RESOURCE_NOT_FOUND: { problem: 'not-found', detail: 'There is no such route.' },
  THROTTLED: tooManyRequests('Too many requests at a time.', 1),
  // Cognito's authorizer gives this answer and EXPIRED_TOKEN. Only operations that take access tokens alone have it.
  UNAUTHORIZED: unauthenticated('The access token is missing or not accepted. An ID token is no access token.'),
  UNSUPPORTED_MEDIA_TYPE: { problem: 'unsupported-media-type', detail: 'The body must be sent as application/json.' },
  WAF_FILTERED: { problem: 'forbidden', detail: 'The firewall refused the request.' },
}

export function renderGatewayResponses(model: Model): Record<string, GatewayResponse> {
  return Object.fromEntries(
    Object.entries(answers).map(([responseType, answer]) => [responseType, renderResponse(model, answer)]),
  )
}

/** Without problem types API Gateway answers in its own words. */
export const hasProblems = ({ problemTypes, schemas }: Model) =>
  Object.keys(problemTypes).length > 0 && schemas.Problem?.type === 'object'

/** What the contract lacks for these answers. */
export function responseRefusals(model: Model): string[] {
  const lacking = [...new Set(Object.values(answers).map(({ problem }) => problem))].filter(
    (problem) => !(problem in model.problemTypes),
  )
  return lacking.map((problem) => `A gateway response is the problem ${problem}, which x-problem-types lacks`)
}

function renderResponse(model: Model, { problem, detail, headers = {}, challenges }: Answer): GatewayResponse {
  const problemType = model.problemTypes[problem]
  if (!problemType) throw new Error(`A gateway response is the problem ${problem}, which x-problem-types lacks`)
  const { status, title } = problemType
  const members: Record<string, unknown> = {
    type: `/docs/problems/${problem}`,
    title,
    status,
    detail,
    instance: '$context.path',
    requestId: '$context.requestId',
    error: title,
    message: detail,
  }
  const body = requiredMembers(model).map((member) => {
    if (!(member in members)) throw new Error(`Problem requires ${member}, which a gateway response cannot give`)
    return [member, members[member]]
  })
  const challenge = challenges && { 'WWW-Authenticate': challengeOf(model) }
  const fixed = { 'Content-Type': 'application/problem+json', ...model.responseHeaders, ...headers, ...challenge }
  return {
    statusCode: String(status),
    responseParameters: toParameters({
      ...mapFixed({ ...fixed, ...corsHeaders(model) }),
      'X-Request-Id': 'context.requestId',
    }),
    // API Gateway looks for the template of application/json, whatever the answer's Content-Type is.
    responseTemplates: { 'application/json': JSON.stringify(Object.fromEntries(body)) },
  }
}

/** Where a client without a token learns to sign in (RFC 9728). A Lambda's `WWW-Authenticate` would be renamed. */
function challengeOf({ names, operations, scopes }: Model): string {
  const realm = `Bearer realm="${names.name}"`
  if (!operations.some(wantsAccessToken)) return realm
  // A stage without a domain of its own has no metadata, and fills in nothing.
  return `${realm}, \${ResourceMetadata}scope="${scopes.join(' ')}"`
}

/**
 * Every origin may read these answers, because a gateway response cannot compare the request's origin with a list. That
 * gives nothing away: they contain nothing but the request's own path and id. A browser adds no credentials to a request,
 * because a page sends its token or key itself.
 */
const corsHeaders = ({ cors }: Model) => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': cors.exposeHeaders.join(','),
})

function requiredMembers({ schemas }: Model): string[] {
  if (!schemas.Problem) throw new Error('The contract has no schema named Problem')
  return schemas.Problem.required ?? []
}

const toParameters = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`gatewayresponse.header.${name}`, value]))

/**
 * A value in single quotes is fixed. API Gateway removes the first and the last quote; quotes between them, as in the
 * policy's 'none', need no escape. AWS does not document this. DataBiosphere/azul imports a policy in this form and found
 * that "API Gateway allows internal single quotes in the value" (its pull requests 6385 and 6624).
 */
const mapFixed = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]))

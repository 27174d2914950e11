// API Gateway's own answers, rendered from the templates of generated/api-gateway.json.
import { problems } from '../../../generated/problems.ts'
import { wantsAccessToken } from '../../../codegen/gateway/index.ts'
import { model } from '../../model.ts'
import { maxHeadBytes } from './head.ts'
import gateway from '../../../generated/api-gateway.json' with { type: 'json' }

const definitions = gateway['x-amazon-apigateway-gateway-responses']
type DefinedType = keyof typeof definitions
/** API Gateway answers a head that is too large before it knows the API, so that no template can change the answer. */
export type GatewayResponseType = DefinedType | 'HEAD_TOO_LARGE'

/** `host`: where the caller reached the gateway. In a stage it is the domain. */
type Values = { requestId: string; path: string; host?: string | undefined }

export function gatewayResponse(type: GatewayResponseType, values: Values) {
  return type === 'HEAD_TOO_LARGE' ? headTooLarge(values) : definedResponse(type, values)
}

/** The problem of the contract, in the form of the gateway's other answers. */
function headTooLarge(values: Values) {
  const { headers, body } = definedResponse('DEFAULT_4XX', values)
  const slug = 'request-header-fields-too-large'
  const { status, title } = problems[slug]
  const detail = `The request line and the header values have more than ${maxHeadBytes} bytes together.`
  const problem = { type: `/docs/problems/${slug}`, title, status, detail, error: title, message: detail }
  return { statusCode: status, headers, body: JSON.stringify({ ...(JSON.parse(body) as object), ...problem }) }
}

function definedResponse(type: DefinedType, { requestId, path, host }: Values) {
  const { statusCode, responseParameters, responseTemplates } = definitions[type]
  const context: Record<string, string> = { requestId, path }
  const fill = (text: string, escape = (value: string) => value) =>
    text.replace(/\$?context\.(\w+)/g, (_, name: string) => escape(context[name] ?? ''))
  const headers = Object.entries(responseParameters).map(([target, value]): [string, string] => [
    target.replace('gatewayresponse.header.', ''),
    value.startsWith("'") ? value.slice(1, -1).replace('${ResourceMetadata}', metadataAt(host)) : fill(value),
  ])
  return {
    statusCode: Number(statusCode),
    headers: Object.fromEntries(headers),
    // API Gateway puts the values into its template unescaped. The emulator escapes them, so that the JSON stays valid.
    body: fill(responseTemplates['application/json'], (value) => JSON.stringify(value).slice(1, -1)),
  }
}

const signedInTo = model.operations.find(wantsAccessToken)

/** What a stage with a domain has in this place. */
const metadataAt = (host: string | undefined) =>
  host === undefined || !signedInTo
    ? ''
    : `resource_metadata="http://${host}/.well-known/oauth-protected-resource${signedInTo.path}", `

// API Gateway's own answers, rendered from the templates of generated/api-gateway.json.
import gateway from '../../../generated/api-gateway.json' with { type: 'json' }

const definitions = gateway['x-amazon-apigateway-gateway-responses']
export type GatewayResponseType = keyof typeof definitions

type Values = { requestId: string; path: string }

export function gatewayResponse(type: GatewayResponseType, { requestId, path }: Values) {
  const { statusCode, responseParameters, responseTemplates } = definitions[type]
  const context: Record<string, string> = { requestId, path }
  const fill = (text: string, escape = (value: string) => value) =>
    text.replace(/\$?context\.(\w+)/g, (_, name: string) => escape(context[name] ?? ''))
  const headers = Object.entries(responseParameters).map(([target, value]): [string, string] => [
    target.replace('gatewayresponse.header.', ''),
    value.startsWith("'") ? value.slice(1, -1) : fill(value),
  ])
  return {
    statusCode: Number(statusCode),
    headers: Object.fromEntries(headers),
    // API Gateway puts the values into its template unescaped. The emulator escapes them, so that the JSON stays valid.
    body: fill(responseTemplates['application/json'], (value) => JSON.stringify(value).slice(1, -1)),
  }
}

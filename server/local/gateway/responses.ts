// API Gateway's own answers, rendered from the templates of generated/api-gateway.json.
import gateway from '../../../generated/api-gateway.json' with { type: 'json' }

const definitions = gateway['x-amazon-apigateway-gateway-responses']
export type GatewayResponseType = keyof typeof definitions

/** A deployed gateway has one fixed origin here; the stand-in can do what the app does. */
type Values = { requestId: string; path: string; cors: Record<string, string> }

export function gatewayResponse(type: GatewayResponseType, { requestId, path, cors }: Values) {
  const { statusCode, responseParameters, responseTemplates } = definitions[type]
  const context: Record<string, string> = { requestId, path }
  const fill = (text: string, escape = (value: string) => value) =>
    text.replace(/\$?context\.(\w+)/g, (_, name: string) => escape(context[name] ?? ''))
  const headers = Object.entries(responseParameters).map(([target, value]) => [
    target.replace('gatewayresponse.header.', ''),
    value.startsWith("'") ? value.slice(1, -1) : fill(value),
  ])
  const own = headers.filter(([name = '']) => !name.startsWith('Access-Control-'))
  return {
    statusCode: Number(statusCode),
    headers: { ...(Object.fromEntries(own) as Record<string, string>), ...cors },
    // API Gateway puts context values into a template as they are; the stand-in keeps the JSON whole.
    body: fill(responseTemplates['application/json'], (value) => JSON.stringify(value).slice(1, -1)),
  }
}

// Mistakes that somebody might make in a template with a domain and assistants, one at a time.
import { rewrite, set, unset, without, type Mistake } from './mistake.ts'

const challenge =
  'Body x-amazon-apigateway-gateway-responses UNAUTHORIZED responseParameters gatewayresponse.header.WWW-Authenticate'

/** The key describes the mistake. */
export const assistantMistakes: Record<string, Mistake> = {
  'the dashboard shows another API': rewrite(
    'Dashboard',
    'DashboardBody Fn::Join 1 2',
    'AWS/ApiGateway',
    'AWS/ApiGatewayV2',
  ),
  'the 401 leads to another path': rewrite('GatewayApi', challenge, '/mcp"', '"'),
  'the 401 leads to the default endpoint': rewrite('GatewayApi', challenge, 'api.example.com', 'execute-api.example'),
  'an assistant has no app client': without('IdentityUsersAssistantClaude'),
  'an assistant returns people elsewhere': set('IdentityUsersAssistantClaude', 'CallbackURLs', [
    'https://example.net/',
  ]),
  'a public client has a secret': set('IdentityUsersAssistantClaude', 'GenerateSecret', true),
  'a client with a secret is public': set('IdentityUsersAssistantCopilot', 'GenerateSecret', false),
  'an assistant gets tokens without a person': set('IdentityUsersAssistantClaude', 'AllowedOAuthFlows', [
    'client_credentials',
  ]),
  'an assistant gets every right of Cognito': set('IdentityUsersAssistantClaude', 'AllowedOAuthScopes', [
    'aws.cognito.signin.user.admin',
  ]),
  'an assistant takes passwords': unset('IdentityUsersAssistantClaude', 'ExplicitAuthFlows'),
  'the tokens of an assistant are refused': ({ Resources }) => {
    const variables = Object.values(Resources).flatMap(({ Properties }) => {
      const { Environment } = Properties as { Environment?: { Variables: Record<string, unknown> } }
      return Environment && 'ACCESS_CLIENT_IDS' in Environment.Variables ? [Environment.Variables] : []
    })
    for (const variable of variables) variable.ACCESS_CLIENT_IDS = { Ref: 'IdentityUsersUser' }
  },
  'the output of an assistant is missing': ({ Outputs }) =>
    void Reflect.deleteProperty(Outputs, 'AssistantClaudeClientId'),
  'the address of the endpoint is missing': ({ Outputs }) => void Reflect.deleteProperty(Outputs, 'McpUrl'),
  'the address of the sign-in is that of the pool': ({ Outputs }) =>
    void Object.assign(Outputs, { AuthorizationServer: { Value: 'https://cognito-idp.us-east-1.amazonaws.com' } }),
}

// Inputs of AWS operations and a manifest of Microsoft 365: a good one for each, and one that breaks exactly one rule.
import { change, type Place } from '../../testing/change.ts'
import { filled } from './amazon-q-cases.ts'
import { cases } from './case.ts'
import { agentcoreGood } from './openapi-cases.ts'

const custom: Place = ['customPluginConfiguration']
const login: Place = ['authConfiguration', 'oAuth2ClientCredentialConfiguration']
const { authorizationUrl, tokenUrl } = filled.components.securitySchemes.oauth.flows.authorizationCode

export const pluginGood = {
  applicationId: '${APPLICATION_ID}',
  displayName: 'Helpdesk',
  type: 'CUSTOM',
  customPluginConfiguration: {
    description: 'Helpdesk: list cases.',
    apiSchemaType: 'OPEN_API_V3',
    apiSchema: { payload: JSON.stringify(filled) },
  },
  authConfiguration: {
    oAuth2ClientCredentialConfiguration: {
      secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf',
      roleArn: 'arn:aws:iam::123456789012:role/amazon-q',
      authorizationUrl,
      tokenUrl,
    },
  },
}

const tag = { key: 'team', value: 'desk' }

export const pluginCases = cases([
  ['members', ['state'], 'ENABLED', 'state'],
  ['application-id', ['applicationId'], 'short', 'short'],
  ['application-id', ['applicationId'], undefined],
  ['display-name', ['displayName'], '-helpdesk'],
  ['display-name', ['displayName'], 'f'.repeat(101)],
  ['type', ['type'], 'JIRA'],
  ['description', [...custom, 'description'], ''],
  ['description', [...custom, 'description'], 'd'.repeat(201)],
  ['schema-type', [...custom, 'apiSchemaType'], 'OPEN_API_V2'],
  ['api-schema', [...custom, 'apiSchema', 's3'], { bucket: 'b', key: 'k' }],
  ['api-schema', [...custom, 'apiSchema'], {}],
  ['payload', [...custom, 'apiSchema', 'payload'], '{'],
  ['payload', [...custom, 'apiSchema', 'payload'], '[]'],
  ['payload', [...custom, 'apiSchema', 'payload'], 7],
  ['authentication', ['authConfiguration', 'noAuthConfiguration'], {}],
  ['authentication', ['authConfiguration'], {}],
  ['secret-arn', [...login, 'secretArn'], 'arn:aws:iam::123456789012:role/amazon-q'],
  ['role-arn', [...login, 'roleArn'], 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf'],
  ['role-arn', [...login, 'roleArn'], undefined],
  ['oauth-urls', [...login, 'tokenUrl'], 'http://auth.helpdesk.org/oauth2/token'],
  ['oauth-urls', [...login, 'tokenUrl'], `https://auth.helpdesk.org/${'x'.repeat(2048)}`],
  ['same-urls', [...login, 'tokenUrl'], 'https://auth.helpdesk.org/oauth2/token'],
  ['client-token', ['clientToken'], ''],
  ['client-token', ['clientToken'], 'x'.repeat(101)],
  ['tags', ['tags'], Array.from({ length: 201 }, () => tag)],
])

const mcp: Place = ['targetConfiguration', 'mcp']
const longId = (length: number) =>
  JSON.stringify(change(agentcoreGood, ['paths', '/cases', 'get', 'operationId'], 'x'.repeat(length)))

export const targetGood = {
  gatewayIdentifier: '${GATEWAY_ID}',
  name: 'helpdesk',
  description: 'The front desk.',
  targetConfiguration: { mcp: { openApiSchema: { inlinePayload: JSON.stringify(agentcoreGood) } } },
  credentialProviderConfigurations: [
    {
      credentialProviderType: 'OAUTH',
      credentialProvider: { oauthCredentialProvider: { providerArn: '${ARN}', scopes: [] } },
    },
  ],
}

export const targetCases = cases([
  ['target-name', ['name'], 'front--desk'],
  ['target-name', ['name'], ''],
  ['target-description', ['description'], ''],
  ['target-description', ['description'], 'x'.repeat(201)],
  ['client-token', ['clientToken'], 'x'.repeat(32)],
  ['credential-provider', ['credentialProviderConfigurations'], []],
  ['credential-provider', ['credentialProviderConfigurations', 1], {}],
  ['target-configuration', [...mcp, 'mcpServer'], { endpoint: 'https://mcp.helpdesk.org/mcp' }],
  ['target-configuration', mcp, {}],
  ['target-schema', [...mcp, 'openApiSchema'], {}],
  ['target-schema', [...mcp, 'openApiSchema', 's3'], { uri: 's3://bucket/key' }],
  ['target-payload', [...mcp, 'openApiSchema', 'inlinePayload'], 'hello'],
  ['target-endpoint', mcp, { mcpServer: { endpoint: 'http://mcp.helpdesk.org' } }],
])

export const targetNameCases = cases([
  ['target-tool-name', [...mcp, 'openApiSchema', 'inlinePayload'], longId(250)],
  ['target-short-tool-name', ['name'], 'x'.repeat(60)],
])

const functionAt: Place = ['functions', 0]
const runtime: Place = ['runtimes', 0]

export const m365Good = {
  $schema: 'https://aka.ms/json-schemas/copilot/plugin/v2.4/schema.json',
  schema_version: 'v2.4',
  name_for_human: 'Helpdesk',
  namespace: 'helpdesk',
  description_for_human: 'Cases of the front desk.',
  description_for_model: 'Reads and writes cases.',
  functions: [
    {
      name: 'deleteCase',
      description: 'Deletes a case.',
      capabilities: {
        confirmation: { type: 'AdaptiveCard', title: 'Delete?', body: 'It is gone then.' },
        security_info: { data_handling: ['ResourceStateUpdate'] },
      },
    },
    { name: 'getCase', capabilities: { security_info: { data_handling: ['GetPrivateData'] } } },
  ],
  runtimes: [
    {
      type: 'RemoteMCPServer',
      auth: { type: 'OAuthPluginVault', reference_id: '${OAUTH_REFERENCE_ID}' },
      run_for_functions: ['deleteCase', 'getCase'],
      spec: { url: '${MCP_URL}', mcp_tool_description: { file: 'mcp-tools.json' } },
    },
  ],
}

export const m365Cases = cases([
  ['version', ['schema_version'], 'v2.1'],
  ['required-members', ['namespace'], undefined],
  ['required-members', ['name_for_human'], ' '],
  ['namespace', ['namespace'], 'front desk'],
  ['known-members', ['auth'], { type: 'none' }, 'auth'],
  ['known-members', [...functionAt, 'capabilities', 'confirmation', 'text'], 'Sure?', 'text'],
  ['known-members', [...runtime, 'headers'], {}, 'headers'],
  ['text-length', [...functionAt, 'description'], 'x'.repeat(4001)],
  ['function-name', ['functions', 2], { name: 'getCase' }],
  ['function-name', ['functions', 2], { name: 'get case' }],
  ['function-name', ['functions', 2], {}],
  ['data-handling', ['functions', 1, 'capabilities', 'security_info', 'data_handling'], ['Read']],
  ['data-handling', ['functions', 1, 'capabilities', 'security_info'], {}],
  ['security-info', [...functionAt, 'capabilities', 'security_info'], undefined],
  ['runtime', [...runtime, 'type'], 'Http'],
  ['runtime', [...runtime, 'spec'], undefined],
  ['runtime', [...runtime, 'auth'], undefined],
  ['auth', [...runtime, 'auth', 'type'], 'OAuth'],
  ['auth', [...runtime, 'auth', 'reference_id'], undefined],
  ['mcp-runtime', [...runtime, 'spec', 'url'], 'http://helpdesk.org/mcp'],
  ['mcp-runtime', [...runtime, 'spec', 'mcp_tool_description'], {}],
  ['bound-functions', [...runtime, 'run_for_functions'], ['listCases'], 'listCases'],
  ['bound-functions', [...runtime, 'run_for_functions'], ['getCase', 'getCase'], 'getCase'],
  ['short-name', ['name_for_human'], 'x'.repeat(21)],
  ['short-description', ['description_for_human'], 'x'.repeat(101)],
  ['model-description', ['description_for_model'], 'x'.repeat(2049)],
  ['confirmation', [...functionAt, 'capabilities', 'confirmation'], undefined],
])

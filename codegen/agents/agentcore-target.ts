// The input of `aws bedrock-agentcore-control create-gateway-target --cli-input-json`, with the definition inside.
import type { Model } from '../model.ts'
import type { AgentCoreDefinition } from './agentcore.ts'
import { operationsIn } from './definition.ts'
import { describe } from './description.ts'
import { offeredTo } from './openapi.ts'

export type AgentCoreTarget = {
  gatewayIdentifier: string
  name: string
  description: string
  targetConfiguration: { mcp: { openApiSchema: { inlinePayload: string } } }
  credentialProviderConfigurations: {
    credentialProviderType: 'OAUTH'
    credentialProvider: {
      oauthCredentialProvider: { providerArn: string; scopes: string[]; grantType: 'CLIENT_CREDENTIALS' }
    }
  }[]
}

const maxDescription = 200
/** Converse takes no longer name of a tool, and the gateway puts the target's name and three underscores in front. */
const maxToolName = 64

export function renderAgentCoreTarget(model: Model, definition: AgentCoreDefinition): AgentCoreTarget {
  const offered = offeredTo(model, 'agentcore')
  const { name, title } = model.names
  for (const { name: operationId } of operationsIn(definition)) {
    const tool = `${name}___${operationId}`
    if (tool.length > maxToolName) {
      throw new Error(`AgentCore's tool ${tool} has ${tool.length} characters; Converse takes ${maxToolName}`)
    }
  }
  const requirements = offered.flatMap(({ security }) => security)
  const scopes = [...new Set(requirements.flatMap((requirement) => Object.values(requirement).flat()))]
  const summaries = offered.map(({ summary }) => summary)
  return {
    gatewayIdentifier: '${GATEWAY_ID}',
    name,
    description: describe(title, summaries, maxDescription),
    targetConfiguration: { mcp: { openApiSchema: { inlinePayload: JSON.stringify(definition) } } },
    credentialProviderConfigurations: [
      {
        credentialProviderType: 'OAUTH',
        credentialProvider: {
          oauthCredentialProvider: { providerArn: '${OAUTH_PROVIDER_ARN}', scopes, grantType: 'CLIENT_CREDENTIALS' },
        },
      },
    ],
  }
}

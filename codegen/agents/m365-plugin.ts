// generated/agents/m365-plugin.json: the plugin manifest (v2.4) of a declarative agent of Microsoft 365 Copilot.
import type { Model } from '../model.ts'
import { describe } from './description.ts'
import { mcpTool, type McpTool } from './mcp-tools.ts'
import type { Tool } from './tool.ts'

export type M365Plugin = {
  schema_version: 'v2.4'
  name_for_human: string
  namespace: string
  description_for_human: string
  description_for_model: string
  functions: M365Function[]
  runtimes: {
    type: 'RemoteMCPServer'
    auth: { type: 'OAuthPluginVault'; reference_id: string }
    run_for_functions: string[]
    spec: { url: string; mcp_tool_description: { tools: McpTool[] } }
  }[]
}

type M365Function = {
  name: string
  description: string
  capabilities: {
    confirmation?: { type: 'AdaptiveCard'; title: string; body: string }
    security_info: { data_handling: ('GetPrivateData' | 'ResourceStateUpdate')[] }
  }
}

/** Microsoft ignores what is longer. */
const max = { name: 20, humans: 100, model: 2048 }

export function renderM365Plugin(model: Model, tools: Tool[]): M365Plugin {
  const offered = tools.filter(({ platforms }) => platforms.includes('m365'))
  const unlisted = offered.find(({ platforms }) => !platforms.includes('mcp'))
  if (unlisted)
    throw new Error(`${unlisted.name} is offered to m365, which calls the tools of mcp: offer it to mcp too`)
  const { title, identifier } = model.names
  const titles = offered.map((tool) => tool.title)
  return {
    schema_version: 'v2.4',
    name_for_human: title.slice(0, max.name),
    namespace: identifier,
    description_for_human: describe(title, titles, max.humans).slice(0, max.humans),
    description_for_model: describe(title, titles, max.model),
    functions: offered.map(functionOf),
    runtimes: [
      {
        type: 'RemoteMCPServer',
        auth: { type: 'OAuthPluginVault', reference_id: '${OAUTH_REFERENCE_ID}' },
        run_for_functions: offered.map(({ name }) => name),
        // Microsoft's schema takes the tools themselves. It refuses the name of a file: that matches both its alternatives.
        spec: { url: '${MCP_URL}', mcp_tool_description: { tools: offered.map(mcpTool) } },
      },
    ],
  }
}

/** Copilot asks a person before each write. Without `security_info` it takes no other capability. */
function functionOf({ name, title, description, kind, confirm }: Tool): M365Function {
  const reads = kind === 'read'
  return {
    name,
    description,
    capabilities: {
      ...((!reads || confirm) && { confirmation: { type: 'AdaptiveCard', title, body: description } }),
      security_info: { data_handling: [reads ? 'GetPrivateData' : 'ResourceStateUpdate'] },
    },
  }
}

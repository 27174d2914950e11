// The files for each platform of assistants, by their name in generated/agents. No marking, no file.
import type { Model, Platform } from '../model.ts'
import { renderAgentCoreTarget } from './agentcore-target.ts'
import { renderAgentCore } from './agentcore.ts'
import { renderAmazonQManifest } from './amazon-q-manifest.ts'
import { renderAmazonQ } from './amazon-q.ts'
import { renderBedrockTools } from './bedrock-tools.ts'
import { renderM365Plugin } from './m365-plugin.ts'
import { renderMcpTools } from './mcp-tools.ts'
import { offeredTo } from './openapi.ts'
import { renderQuick } from './quick.ts'
import { toolsOf } from './tool.ts'

type Projection = (model: Model) => Record<string, object>

const projections: Record<Platform, Projection> = {
  'amazon-q': (model) => {
    const definition = renderAmazonQ(model)
    return { 'amazon-q.json': definition, 'amazon-q.create-plugin.json': renderAmazonQManifest(definition) }
  },
  quick: (model) => ({ 'quick.json': renderQuick(model) }),
  agentcore: (model) => {
    const definition = renderAgentCore(model)
    return {
      'agentcore.json': definition,
      'agentcore.create-gateway-target.json': renderAgentCoreTarget(model, definition),
    }
  },
  m365: (model) => ({ 'm365-plugin.json': renderM365Plugin(model, toolsOf(model)) }),
  mcp: (model) => ({ 'mcp-tools.json': renderMcpTools(toolsOf(model)) }),
  assistant: (model) => ({ 'bedrock-tools.json': renderBedrockTools(toolsOf(model)) }),
}

// Safe cast: Object.keys returns strings. The object is a literal, so these are its keys.
const all = Object.keys(projections) as Platform[]

/** File → its document, for these platforms. A platform that is offered no operation has no file. */
export function renderAgents(model: Model, platforms = all): Record<string, object> {
  const offered = platforms.filter((platform) => offeredTo(model, platform).length > 0)
  return Object.assign({}, ...offered.map((platform) => projections[platform](model))) as Record<string, object>
}

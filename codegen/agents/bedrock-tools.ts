// generated/agents/bedrock-tools.json: the assistant's tools, as the `toolConfig` of Bedrock's Converse.
import type { JsonObject } from './definition.ts'
import { inputSchemaOf, type Argument, type Tool } from './tool.ts'

export type BedrockTools = { tools: BedrockTool[]; toolChoice: { auto: Record<string, never> } }
type BedrockTool = { toolSpec: { name: string; description: string; inputSchema: { json: JsonObject } } }

/** The assistant reads by itself. A write is shown to the user, who runs it or leaves it. */
const proposal = 'Proposes this to the user, who decides; nothing has changed when the tool answers.'

export const renderBedrockTools = (tools: Tool[]): BedrockTools => ({
  tools: tools.filter(({ platforms }) => platforms.includes('assistant')).map(bedrockTool),
  toolChoice: { auto: {} },
})

/** A header is the client's: no answer shows a model the ETag, and it proposes a write without running it. */
export const modelArguments = (tool: Tool): Argument[] => tool.arguments.filter((argument) => argument.in !== 'header')

function bedrockTool(tool: Tool): BedrockTool {
  const { name, description, kind } = tool
  return {
    toolSpec: {
      name,
      description: kind === 'read' ? description : `${description} ${proposal}`,
      inputSchema: { json: inputSchemaOf(modelArguments(tool)) },
    },
  }
}

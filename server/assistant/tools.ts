// The tools of the assistant: those that the caller has the right to.
import definitions from '../../generated/agents/bedrock-tools.json' with { type: 'json' }
import { tools, type AssistantTool } from '../../generated/assistant-tools.ts'
import type { ToolConfiguration } from '../services/assistant.ts'

export type { AssistantTool }

/** @param scopes Of an access token. Undefined: a signed-in person, who may do all. */
export function toolConfigFor(scopes: readonly string[] | undefined): ToolConfiguration | undefined {
  const usable = definitions.tools.filter(({ toolSpec: { name } }) => {
    const needed = tools[name]?.scopes ?? []
    return scopes === undefined || needed.every((scope) => scopes.includes(scope))
  })
  // Converse takes no empty list of tools.
  if (usable.length === 0) return undefined
  return { tools: usable, toolChoice: { auto: {} } }
}

export const toolNamed = (name: string): AssistantTool | undefined =>
  Object.hasOwn(tools, name) ? tools[name] : undefined

export const toolNames = Object.keys(tools)

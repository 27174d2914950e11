// The tools of the service: those that a caller may use, and the one that a call names.
import { tools, type McpTool } from '../../generated/mcp-tools.ts'
import { shown } from '../tools/shown.ts'
import { invalidParams } from './errors.ts'
import { nearest } from '../tools/nearest.ts'

export type Scopes = readonly string[]

/** Access tokens of a caller: the scopes that the tool needs and that the caller lacks. */
export const missingScopes = (tool: McpTool, scopes: Scopes) => tool.scopes.filter((scope) => !scopes.includes(scope))

const isUsable = (name: string, scopes: Scopes) => {
  const tool = toolOf(name)
  return tool !== undefined && missingScopes(tool, scopes).length === 0
}

/** In a fixed order, whatever the scopes are. */
export async function listTools(scopes: Scopes) {
  const { tools: definitions } = await import('./texts.ts')
  return { tools: definitions.filter(({ name }) => isUsable(name, scopes)) }
}

/** Throws −32602 for another name, with the nearest name that the caller may use. */
export function toolNamed(name: unknown, scopes: Scopes): McpTool {
  if (typeof name !== 'string') throw invalidParams('params.name must be a string.')
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined
  if (tool) return tool
  const guess = nearest(
    name,
    Object.keys(tools).filter((other) => isUsable(other, scopes)),
  )
  throw invalidParams(
    shown(`There is no tool ${name}.${guess === undefined ? ' tools/list has them all.' : ` Did you mean ${guess}?`}`),
  )
}

/** The tool of a name that generated data has. */
export const toolOf = (name: string | undefined): McpTool | undefined => (name === undefined ? undefined : tools[name])

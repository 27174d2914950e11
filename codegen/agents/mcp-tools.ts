// generated/agents/mcp-tools.json: the tools of MCP, as a whole result of `tools/list` for a caller with all scopes.
import type { Tool } from './tool.ts'

export type McpTool = Pick<Tool, 'name' | 'title' | 'description' | 'inputSchema' | 'outputSchema' | 'annotations'>

/** Revision 2026-07-28 demands the members beside `tools`; older clients skip them. */
export type McpToolList = { resultType: 'complete'; tools: McpTool[]; ttlMs: number; cacheScope: 'private' }

/** How long a client may keep the list. */
const ttlMs = 5 * 60 * 1000

export const mcpTool = ({ name, title, description, inputSchema, outputSchema, annotations }: Tool): McpTool => ({
  name,
  title,
  description,
  inputSchema,
  ...(outputSchema && { outputSchema }),
  annotations,
})

export const renderMcpTools = (tools: Tool[]): McpToolList => ({
  resultType: 'complete',
  tools: tools.filter(({ platforms }) => platforms.includes('mcp')).map(mcpTool),
  ttlMs,
  cacheScope: 'private',
})

// The answer of an operation → the result of its tool, for a model: data, or an error that it can act on.
import type { McpTool } from '../../generated/mcp-tools.ts'
import type { HttpResponse } from '../http/message.ts'
import { isObject, type Members } from '../tools/members.ts'
import { nextStep, problemLines } from '../tools/problem-lines.ts'
import { maxFaults } from '../tools/request.ts'
import { shown } from '../tools/shown.ts'

type Block = { type: 'text'; text: string } | ({ type: 'resource_link'; uri: string; name: string } & Members)

export type ToolResult = { content: Block[]; structuredContent?: Members; isError?: true }

const text = (value: string): Block => ({ type: 'text', text: value })

export const toolError = (...lines: string[]): ToolResult => ({ content: [text(lines.join('\n'))], isError: true })

export const argumentErrors = (faults: string[], requestId: string): ToolResult =>
  toolError(
    'Invalid arguments. Nothing was changed.',
    ...faults.slice(0, maxFaults).map((fault) => shown(fault)),
    `Request id: ${requestId}`,
  )

export function resultOf(tool: McpTool, { status, headers, body }: HttpResponse): ToolResult {
  const value: unknown = body === undefined ? undefined : JSON.parse(body)
  if (status >= 400) return problemResult(tool, { status, headers, ...(body !== undefined && { body }) })
  const { ETag: etag } = headers
  const version = `ETag: ${etag ?? ''}. Pass it as ifMatch to change exactly this version.`
  return {
    content: [
      text(body ?? `${tool.title}: done.`),
      ...(etag === undefined ? [] : [text(version)]),
      ...(isObject(value) ? fileLinks(tool, value) : []),
    ],
    ...(isObject(value) && { structuredContent: value }),
  }
}

/** A link to each file of a list. */
function fileLinks({ files }: McpTool, value: Members): Block[] {
  const items: unknown = files && value[files.items]
  if (!files || !Array.isArray(items)) return []
  return items.filter(isObject).map((item) => {
    const member = (name: string | undefined) => (name === undefined ? undefined : item[name])
    const [uri, mimeType, size] = [files.uri, files.mimeType, files.size].map(member)
    return {
      type: 'resource_link' as const,
      uri: String(uri),
      name: String(member(files.name) ?? uri),
      ...(typeof mimeType === 'string' && { mimeType }),
      ...(typeof size === 'number' && { size }),
    }
  })
}

/** The answer to a call on another version than that of ifMatch. */
export const changed = (tool: McpTool): ToolResult =>
  toolError('The item has changed: ifMatch names another version.', ...nextStep(tool, 412, {}))

const problemResult = (tool: McpTool, response: HttpResponse): ToolResult => toolError(...problemLines(tool, response))

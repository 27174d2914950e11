// The answer of an operation → the result of its tool, for a model: data, or an error that it can act on.
import type { McpTool } from '../../generated/mcp-tools.ts'
import type { HttpResponse } from '../http/message.ts'
import { isObject, type Members } from '../tools/members.ts'
import { nextStep, problemLines } from '../tools/problem-lines.ts'
import { maxFaults } from '../tools/request.ts'
import { shown } from '../tools/shown.ts'

type Block = { type: 'text'; text: string } | ({ type: 'resource_link'; uri: string; name: string } & Members)

export type ToolResult = { content: Block[]; isError?: true }

/** @property structured The JSON of structuredContent. */
export type Answer = { result: object; structured?: string | undefined }

const text = (value: string): Block => ({ type: 'text', text: value })

export const toolError = (...lines: string[]): Answer => {
  const result: ToolResult = { content: [text(lines.join('\n'))], isError: true }
  return { result }
}

export const argumentErrors = (faults: string[], requestId: string): Answer =>
  toolError(
    'Invalid arguments. Nothing was changed.',
    ...faults.slice(0, maxFaults).map((fault) => shown(fault)),
    `Request id: ${requestId}`,
  )

export function resultOf(tool: McpTool, { status, headers, body }: HttpResponse): Answer {
  if (status >= 400) return problemResult(tool, { status, headers, body })
  const content = [text(body ?? `${tool.title}: done.`)]
  const { ETag: etag } = headers
  if (etag !== undefined) content.push(text(`ETag: ${etag}. Pass it as ifMatch to change exactly this version.`))
  if (tool.files && body !== undefined) content.push(...fileLinks(tool.files, body))
  const result: ToolResult = { content }
  const isJsonObject = body?.startsWith('{') && /json\b/i.test(headers['Content-Type'] ?? '')
  return isJsonObject ? { result, structured: body } : { result }
}

/** A link to each file of a list. */
function fileLinks(files: NonNullable<McpTool['files']>, body: string): Block[] {
  const value: unknown = JSON.parse(body)
  const items = isObject(value) ? value[files.items] : undefined
  if (!Array.isArray(items)) return []
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
export const changed = (tool: McpTool): Answer =>
  toolError('The item has changed: ifMatch names another version.', ...nextStep(tool, 412, {}))

const problemResult = (tool: McpTool, answer: Parameters<typeof problemLines>[1]): Answer =>
  toolError(...problemLines(tool, answer))

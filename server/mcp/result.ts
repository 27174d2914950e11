// The answer of an operation → the result of its tool, for a model: data, or an error that it can act on.
import type { McpTool } from '../../generated/mcp-tools.ts'
import type { HttpResponse } from '../http/message.ts'
import { shown } from './errors.ts'
import { isObject, type Members } from './message.ts'
import { maxFaults } from './request.ts'

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
  if (status >= 400) return problemResult(tool, status, headers, body)
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

type Fault = { pointer?: unknown; parameter?: unknown; detail?: unknown }

function problemResult(tool: McpTool, status: number, headers: HttpResponse['headers'], body = '{}'): Answer {
  const problem: unknown = JSON.parse(body)
  const { title, detail, errors, requestId } = isObject(problem) ? problem : {}
  const faults = (Array.isArray(errors) ? (errors as Fault[]) : []).map(
    (fault) => `${argumentOf(tool, fault)}: ${String(fault.detail)}${fault.pointer === '' ? ofBody(tool) : ''}`,
  )
  return toolError(
    faults.length > 0 ? `${String(title)}.` : `${String(title)}: ${String(detail)}`,
    ...faults.map((fault) => shown(fault)),
    ...nextStep(tool, status, headers),
    `Request id: ${String(requestId)}`,
  )
}

/** The members that a fault of the whole body is about. */
function ofBody({ arguments: known }: McpTool): string {
  const names = Object.keys(known).filter((argument) => known[argument]?.in === 'body')
  return ` (${names.join(', ')})`
}

/** A fault is of a parameter, or of a member of the body. */
function argumentOf({ arguments: known }: McpTool, { parameter, pointer }: Fault): string {
  const steps = typeof pointer === 'string' ? pointer.split('/').slice(1) : [String(parameter)]
  const [first = '', ...rest] = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const inBody = typeof pointer === 'string'
  const found = Object.entries(known).find(
    ([, place]) => (place.in === 'body') === inBody && place.name.toLowerCase() === first.toLowerCase(),
  )
  return [found?.[0] ?? (first || 'arguments'), ...rest].join('.')
}

/** What helps, where it is known. */
function nextStep({ lister, reader }: McpTool, status: number, headers: HttpResponse['headers']): string[] {
  const retryAfter = headers['Retry-After']
  if (retryAfter !== undefined) return [`Wait ${retryAfter} s, then call again.`]
  if (status === 404 && lister !== undefined) return [`${lister} lists the ids that exist.`]
  if (status === 409 && lister !== undefined) return [`${lister} lists the ids that are taken.`]
  if (status === 412) return [`Nothing was changed. Read it again${reader ? ` with ${reader}` : ''}, and decide again.`]
  if (status === 422) return ['Use another idempotencyKey for another creation.']
  return []
}

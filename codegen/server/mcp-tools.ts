// generated/mcp-tools.ts: how a call of each tool of the MCP endpoint becomes a request; mcp.json: what its clients are told.
import { mcpTool } from '../agents/mcp-tools.ts'
import { toolsOf, type Argument, type Tool } from '../agents/tool.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'

const toolType = `export type McpTool = {
  name: string
  title: string
  method: string
  path: string
  /** All of them are needed. */
  scopes: string[]
  hasBody: boolean
  /** Argument → its place in the request, and its name there. */
  arguments: Record<string, { in: 'path' | 'query' | 'header' | 'body'; name: string }>
  /** A person must agree to each call. */
  confirm: boolean
  /** The tool that reads the same item. */
  reader?: string
  /** The members of the item that name it for a person. */
  label?: string[]
  /** The tool that lists the ids of the items. */
  lister?: string
  /** The number of items of a list, if the caller names none, and the largest number. */
  page?: { size: number; maximum: number }
  /** The member with the items that are files, and their members. */
  files?: { items: string; uri: string; name?: string; mimeType?: string; size?: string }
}`

export function renderMcpTools(model: Model): string {
  const tools = offered(model)
  const rows = tools.map((tool) => member(tool.name, valueOf(entryOf(tool, tools))))
  return print([
    [toolType, hardline, hardline],
    [comment('The tools by their names, in the order of the contract.')],
    ['export const tools: Record<string, McpTool> = ', table(rows), hardline],
  ])
}

/** The texts are in a file of their own, which a call of a tool does not need. */
export const renderMcpTexts = (model: Model) => ({
  instructions: model.document['x-assistant-instructions']?.trim() ?? '',
  tools: offered(model).map(mcpTool),
})

const offered = (model: Model) => toolsOf(model).filter(({ platforms }) => platforms.includes('mcp'))

/** The entry of a tool among the tools that its caller has. */
export function entryOf(tool: Tool, tools: Tool[]) {
  const { name, title, operation, scopes, confirm } = tool
  const { method, path, body } = operation
  const reader = readerOf(tool, tools)
  const lister = readsOf(tools).find((other) => other.operation.path === listPath(path) && other !== tool)
  const label = confirm && reader ? labelOf(reader) : []
  return {
    name,
    title,
    method: method.toUpperCase(),
    path,
    scopes,
    hasBody: body !== undefined,
    arguments: Object.fromEntries(tool.arguments.map((argument) => [argument.name, placeOf(argument)])),
    confirm,
    ...(reader && { reader: reader.name }),
    ...(label.length > 0 && { label }),
    ...(lister && { lister: lister.name }),
    ...pageOf(tool),
    ...filesOf(tool),
  }
}

const readsOf = (tools: Tool[]) =>
  tools.filter(({ kind, operation: { method } }) => kind === 'read' && method === 'get')

/** The tool that reads the same item. */
export const readerOf = (tool: Tool, tools: Tool[]): Tool | undefined =>
  readsOf(tools).find((other) => other.operation.path === tool.operation.path && other !== tool)

const placeOf = ({ in: place, wireName }: Argument) => ({ in: place, name: wireName })

/** The path before the first parameter: the ids of /things/{id}/parts are those of /things. */
const listPath = (path: string) => (path.includes('/{') ? path.slice(0, path.indexOf('/{')) : undefined)

function pageOf({ arguments: taken, operation }: Tool) {
  const limit = operation.page && taken.find((argument) => argument.in === 'query' && argument.wireName === 'limit')
  if (!limit) return {}
  return { page: { size: Number(limit.schema.default), maximum: Number(limit.schema.maximum) } }
}

type JsonSchema = { type?: unknown; format?: unknown; properties?: Record<string, JsonSchema>; items?: JsonSchema }

const propertiesOf = (schema: unknown) => Object.entries((schema as JsonSchema | undefined)?.properties ?? {})

/** A title or a name, and a date, in the order of the schema. */
export function labelOf({ outputSchema }: Tool): string[] {
  const texts = propertiesOf(outputSchema).filter(([, { type }]) => type === 'string')
  const named = texts.find(([name]) => /^title$|name$/i.test(name))
  const dated = texts.find(([, { format }]) => format === 'date')
  return [named, dated].flatMap((found) => found?.[0] ?? [])
}

function filesOf({ operation, outputSchema }: Tool): { files?: Record<string, string> } {
  const items = operation.page?.member
  const list = propertiesOf(outputSchema).find(([name]) => name === items)?.[1]
  const members = propertiesOf(list?.items)
  const uri = members.find(([, { format }]) => format === 'uri')?.[0]
  if (items === undefined || uri === undefined) return {}
  const find = (pattern: RegExp) => members.find(([name]) => pattern.test(name))?.[0]
  const [name, mimeType, size] = [find(/name$/i), find(/^(content|mime)type$/i), find(/^size$/i)]
  return { files: { items, uri, ...(name && { name }), ...(mimeType && { mimeType }), ...(size && { size }) } }
}

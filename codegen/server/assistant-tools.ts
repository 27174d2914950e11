// generated/assistant-tools.ts: how a call of each tool of the assistant becomes a request, and whether it only proposes.
import { toolsOf } from '../agents/tool.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'
import { entryOf, labelOf, readerOf } from './mcp-tools.ts'

const toolType = `export type AssistantTool = {
  /** The operationId. */
  name: string
  title: string
  /** A read runs. Every other tool only proposes. */
  isRead: boolean
  method: string
  path: string
  /** All of them are needed. */
  scopes: string[]
  hasBody: boolean
  /** Argument → its place in the request, and its name there. */
  arguments: Record<string, { in: 'path' | 'query' | 'body'; name: string }>
  /** The tool that reads the same item. */
  reader?: string
  /** The members of the item that name it for a person. */
  label?: string[]
  /** The tool that lists the ids of the items. */
  lister?: string
  /** The number of items of a list, if the caller names none, and the largest number. */
  page?: { size: number; maximum: number }
}`

export function renderAssistantTools(model: Model): string {
  const tools = toolsOf(model).filter(({ platforms }) => platforms.includes('assistant'))
  const rows = tools.map((tool) => {
    const { confirm: _confirm, files: _files, label: _label, name, title, ...entry } = entryOf(tool, tools)
    // A header is the client's, as in the model's schemas (codegen/agents/bedrock-tools.ts).
    const taken = Object.entries(entry.arguments).filter(([, place]) => place.in !== 'header')
    const reader = readerOf(tool, tools)
    const label = reader ? labelOf(reader) : []
    const isRead = tool.kind === 'read'
    const row = { name, title, isRead, ...entry, arguments: Object.fromEntries(taken) }
    return member(name, valueOf({ ...row, ...(label.length > 0 && { label }) }))
  })
  return print([
    [toolType, hardline, hardline],
    [comment('The tools by their names, in the order of the contract.')],
    ['export const tools: Record<string, AssistantTool> = ', table(rows), hardline],
  ])
}

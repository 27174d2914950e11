// generated/client-sdk/mcp.ts: what the bridge from stdin to the MCP endpoint knows of the service.
import { toolsOf, type Tool } from '../agents/tool.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { member, quote, table } from '../typescript/syntax.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'

export function renderMcp(model: Model): string {
  const path = model.operations.find(({ protocol }) => protocol)?.path ?? '/mcp'
  const rows = toolsOf(model)
    .filter(({ platforms }) => platforms.includes('mcp'))
    .flatMap((tool) => rowOf(tool))
  return print([
    [comment('The path of the MCP endpoint.'), `export const path = ${quote(path)}`, hardline, hardline],
    comment(
      'The tools whose calls may be repeated, as the SDK repeats them. `true`: every call. A name: the argument that makes a call repeatable.',
    ),
    ['export const repeatable: Record<string, true | string> = ', table(rows), hardline],
  ])
}

function rowOf({ name, operation, arguments: taken }: Tool): Doc[] {
  if (operation.method !== 'post' || operation.sdk.repeat === 'content') return [member(name, 'true')]
  const key = taken.find(
    ({ in: place, wireName }) => place === 'header' && wireName.toLowerCase() === 'idempotency-key',
  )
  return key ? [member(name, quote(key.name))] : []
}

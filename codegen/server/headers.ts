// generated/headers.ts: the headers that every answer carries, and those that CORS names.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, join, print, type Doc } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'

export function renderHeaders({ responseHeaders, cors }: Model): string {
  const constant = (doc: string, name: string, type: string, value: Doc): Doc => [
    comment(doc),
    `export const ${name}: ${type} = `,
    value,
    hardline,
  ]
  const rows = Object.entries(responseHeaders).map(([name, value]) => member(name, valueOf(value)))
  const constants = [
    constant(
      'Every answer carries these headers, whether the app or API Gateway gives it.',
      'securityHeaders',
      'Record<string, string>',
      table(rows),
    ),
    constant(
      'Headers that a page of another origin may send.',
      'corsAllowHeaders',
      'string[]',
      valueOf(cors.allowHeaders),
    ),
    constant(
      'Headers that a page of another origin may read.',
      'corsExposeHeaders',
      'string[]',
      valueOf(cors.exposeHeaders),
    ),
  ]
  return print(join(hardline, constants))
}

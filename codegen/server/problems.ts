// generated/problems.ts: the problem types as a typed table.
import type { Model } from '../model.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'

export function renderProblems({ problemTypes }: Model): string {
  const rows = Object.entries(problemTypes).map(([slug, { status, title }]) => member(slug, valueOf({ status, title })))
  return print([
    ['export const problems = ', table(rows), ' as const', hardline, hardline],
    ['export type ProblemSlug = keyof typeof problems', hardline],
  ])
}

// generated/problems.ts: the problem types as a typed table, from x-problem-types.
import type { Contract } from '../contract.ts'

export function renderProblems(contract: Contract): string {
  const rows = Object.entries(contract['x-problem-types']).map(
    ([slug, { status, title }]) => `  ${JSON.stringify(slug)}: { status: ${status}, title: ${JSON.stringify(title)} },`,
  )
  return [
    'export const problems = {',
    ...rows,
    '} as const',
    '',
    'export type ProblemSlug = keyof typeof problems',
    '',
  ].join('\n')
}

import { expect, test } from 'vitest'
import { allRules } from '../agents/rules/index.ts'
import { template } from '../agents/rules/testing/amazon-q-cases.ts'
import { change } from '../agents/testing/change.ts'
import { renderAgentRules } from './agent-rules-table.ts'

/** The rows, without the spaces that align their cells. */
const rowsOf = (agents: Record<string, object>) => renderAgentRules(agents).replaceAll(/ +/g, ' ').split('\n').slice(2)
const rowOf = (rows: string[], platform: string, rule: string) =>
  rows.find((line) => line.startsWith(`| ${platform} | \`${rule}\` |`))

test('the table has a row for each rule, with its source', () => {
  const rows = rowsOf({})
  expect(rows).toHaveLength(allRules.length)
  for (const row of rows) expect(row).toMatch(/\| not asked \| \[[^\]]+\]\(https:\/\/[^)]+\) \|$/)
})

test('it says which rules our documents keep', () => {
  const table = rowsOf({ 'amazon-q.json': change(template, ['openapi'], '2.0') })
  expect(rowOf(table, 'amazon-q', 'openapi-version')).toContain('| broken |')
  expect(rowOf(table, 'amazon-q', 'size')).toContain('| kept |')
  expect(rowOf(table, 'document', 'references')).toContain('| kept |')
  expect(rowOf(table, 'quick', 'info')).toContain('| not asked |')
})

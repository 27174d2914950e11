// What the hand-written tables say about each operation: the calls and units that it costs, and what it needs.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Heading → cell, in Markdown. */
export type Row = Record<string, string>

/** Operation → its row of each page's table. */
export type Facts = { costs: Map<string, Row>; needs: Map<string, Row> }

export async function readFacts(root: string): Promise<Facts> {
  const [costs, needs] = await Promise.all(['docs/costs.md', 'docs/failures.md'].map((file) => read(join(root, file))))
  return { costs: rowsOf(costs ?? ''), needs: rowsOf(needs ?? '') }
}

const read = async (file: string) => (existsSync(file) ? readFile(file, 'utf8') : '')

const cellsOf = (line: string) =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/** The table whose first heading is `operation`. */
export function rowsOf(markdown: string): Map<string, Row> {
  const lines = markdown.split('\n')
  const start = lines.findIndex((line) => /^\|\s*operation\s*\|/.test(line))
  if (start < 0) return new Map()
  const [, ...headings] = cellsOf(lines[start] ?? '')
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return new Map(
    lines.slice(start + 2, end < 0 ? undefined : end).map((line) => {
      const [name = '', ...cells] = cellsOf(line)
      const row = Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']))
      return [name.replaceAll('`', ''), row]
    }),
  )
}

// A table of Markdown, aligned as prettier aligns it.

/** @param rows The cells of each row, in the order of the columns. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((_, at) => Math.max(narrowest, ...[columns, ...rows].map((row) => row[at]?.length ?? 0)))
  const lineOf = (cells: readonly string[], filler = ' ') =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width, filler)).join(' | ')} |`
  return [lineOf(columns), lineOf([], '-'), ...rows.map((row) => lineOf(row))].join('\n')
}

/** The dashes below the head of a column. */
const narrowest = 3

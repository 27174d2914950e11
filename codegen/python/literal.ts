// A JSON value as Python writes it.

const width = 80

/** On one line where it has room, else each item on a line of its own. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  // JSON has the escapes of Python's strings, and writes numbers as Python reads them.
  if (typeof value !== 'object') return JSON.stringify(value)
  const items = Array.isArray(value)
    ? value.map(literal)
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${literal(item)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const flat = `${open}${items.join(', ')}${close}`
  if (flat.length <= width && !flat.includes('\n')) return flat
  return `${open}\n${items.map((item) => `    ${item.replaceAll('\n', '\n    ')},`).join('\n')}\n${close}`
}

// A JSON value as the TypeScript that one would write for it.

/** On one line while it is short, else one member a line. */
export function literal(value: unknown, indent = ''): string {
  const line = onOneLine(value)
  if (line.length + indent.length <= 70 || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const members = Array.isArray(value)
    ? value.map((one) => literal(one, inner))
    : Object.entries(value).map(([key, one]) => `${name(key)}: ${literal(one, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  const members = Object.entries(value).map(([key, one]) => `${name(key)}: ${onOneLine(one)}`)
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}'
}

const name = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key))

/** JSON's escapes are JavaScript's too; only the quotation mark is another. */
const quote = (text: string) =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`)}'`

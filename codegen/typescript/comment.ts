// A text as a TSDoc comment whose lines are at most 120 characters long.
import { hardline, maxWidth, type Doc } from './print.ts'

/** The comment, and the new line after it. `depth` is the number of columns before it. */
export function comment(text: string, depth = 0): Doc {
  const written = text.replaceAll('*/', '*\\/').trim()
  if (isShort(written, depth)) return [`/** ${written} */`, hardline]
  const lines = wrapped(written, depth)
  return ['/**', lines.map((line) => [hardline, line ? ` * ${line}` : ' *']), hardline, ' */', hardline]
}

/** Whether the comment has one line. */
export const isShort = (text: string, depth: number) => !text.includes('\n') && text.length + depth + 7 <= maxWidth

/** The lines of a comment. Prose is wrapped at its spaces; code between fences and indented data stay as they are. */
export function wrapped(text: string, depth: number): string[] {
  // Most texts are one short line.
  if (text.length <= maxWidth - depth - 3 && !text.includes('\n')) return [text]
  let isCode = false
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('```')) isCode = !isCode
    return isCode || line.startsWith(' ') ? [line] : wrappedLine(line, maxWidth - depth - 3)
  })
}

/** The later lines of a tag are indented. */
function wrappedLine(line: string, width: number): string[] {
  const indentation = line.startsWith('@') ? '  ' : ''
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = indentation + word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current]
}

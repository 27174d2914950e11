// A text as a TSDoc comment.

export function comment(text: string, indent = ''): string {
  const lines = text.replaceAll('*/', '*\\/').trim().split('\n')
  if (lines.length === 1) return `${indent}/** ${lines[0] ?? ''} */\n${indent}`
  return `${indent}/**\n${lines.map((line) => `${indent} *${line ? ` ${line}` : ''}`).join('\n')}\n${indent} */\n${indent}`
}

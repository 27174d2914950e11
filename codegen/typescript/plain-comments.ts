// The comments of openapi-typescript as an editor shows them best: the description first, and then what else there is.
import ts from 'typescript'

/** The nodes, in which each comment begins with its description. It is no tag, which an editor would name. */
export function withPlainComments(nodes: readonly ts.Node[]): ts.Node[] {
  const visit = (node: ts.Node): void => {
    const comments = ts.getSyntheticLeadingComments(node)
    if (comments) {
      const plain = comments.map((comment) => ({ ...comment, text: plainText(comment.text) }))
      ts.setSyntheticLeadingComments(node, plain)
    }
    ts.forEachChild(node, visit)
  }
  for (const node of nodes) visit(node)
  return [...nodes]
}

/** A value of several lines as a block of JSON, which an editor shows as code. */
function fenced(block: string): string {
  const [, tag = '', value = ''] = /^(@(?:example|default)) ([{[]\n[^]*)$/.exec(block) ?? []
  if (tag === '') return block
  // A value can hold the end of a comment. JSON may write its slash with a backslash.
  const json = JSON.stringify(JSON.parse(value), undefined, 2).replaceAll('*/', '*\\/')
  return `${tag}\n\`\`\`json\n${json}\n\`\`\``
}

function plainText(text: string): string {
  const lines = text
    .replace(/^\*/, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
  const blocks = lines
    .join('\n')
    .trim()
    .split(/\n(?=@)/)
  const isTag = (block: string) => block.startsWith('@')
  const head = blocks.filter((block) => !isTag(block)).join('\n')
  const notes = head.split('\n').filter((line) => line.startsWith('Format: '))
  const title = head.split('\n').filter((line) => line !== '' && !notes.includes(line))
  const description = blocks.find((block) => block.startsWith('@description '))?.slice('@description '.length)
  const tags = blocks.filter((block) => isTag(block) && !block.startsWith('@description ')).map(fenced)
  const paragraphs = [title.join('\n'), description ?? '', notes.join('\n')].filter(Boolean)
  const all = [paragraphs.join('\n\n'), ...(paragraphs.length > 0 && tags.length > 0 ? ['', ...tags] : tags)].filter(
    (line, at) => at > 0 || line !== '',
  )
  const [only = ''] = all
  if (all.length === 1 && !only.includes('\n')) return `* ${only} `
  return `*\n${all
    .join('\n')
    .split('\n')
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n')}\n `
}

// The blocks of a page, and what is left of one without the parts that are about something.

export type Block = { kind: 'heading' | 'code' | 'table' | 'list' | 'text' | 'space'; text: string }

export function blocksOf(page: string): Block[] {
  const parts =
    page.match(
      /^(`{3,})[^]*?^\1[^\n]*\n|^\|.*\n(?:\|.*\n)*|^\s*[-*] .*\n(?:[ \t]+\S.*\n|\s*[-*] .*\n)*|^#+ .*\n|^\s*\n|^(?:[^\n]+\n)/gm,
    ) ?? []
  const blocks = parts.map((text): Block => ({ kind: kindOf(text), text }))
  // Lines of one paragraph belong together.
  return blocks.reduce<Block[]>((done, block) => {
    const last = done.at(-1)
    if (last?.kind === 'text' && block.kind === 'text') last.text += block.text
    else done.push(block)
    return done
  }, [])
}

function kindOf(text: string): Block['kind'] {
  if (/^`{3}/.test(text)) return 'code'
  if (text.startsWith('|')) return 'table'
  if (/^\s*[-*] /.test(text)) return 'list'
  if (text.startsWith('#')) return 'heading'
  return text.trim() === '' ? 'space' : 'text'
}

/** Undefined when nothing is left. */
export function shortened({ kind, text }: Block, isAbout: (text: string) => boolean): string | undefined {
  if (!isAbout(text)) return text
  if (kind === 'table') return rowsWithout(text, isAbout)
  if (kind === 'list') {
    const items = text.match(/^\s*[-*] .*\n(?:[ \t]+(?![-*] )\S.*\n)*/gm) ?? []
    return items.filter((item) => !isAbout(item)).join('') || undefined
  }
  if (kind !== 'text') return undefined
  const sentences = text.split(/(?<=[.:!?]) +|(?<=[.:!?])\n/)
  const rest = sentences.filter((sentence) => !isAbout(sentence))
  return rest.length === 0 ? undefined : `${rest.join(' ').trimEnd()}\n`
}

function rowsWithout(table: string, isAbout: (text: string) => boolean): string | undefined {
  const [head = '', rule = '', ...rows] = table.match(/^.*\n/gm) ?? []
  const rest = rows.filter((row) => !isAbout(row))
  return rest.length === 0 ? undefined : head + rule + rest.join('')
}

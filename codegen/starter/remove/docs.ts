// The pages without a resource: sections, blocks, rows and items that are about it, and its word in lists of resources.
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escaped } from '../../escape.ts'
import { examplesOf } from './examples.ts'
import type { Resource } from '../resources.ts'

const pages = ['*.md', 'docs/**/*.md', 'client-sdk/README.md', 'spec/guides/*.md', 'spec/openapi.yaml']

export async function removeFromDocs(root: string, removed: Resource[], all: Resource[]): Promise<void> {
  const isAbout = namesIn(removed)
  const headings = new RegExp(`^#+ (${removed.map(({ name }) => escaped(name.replace('-', ' '))).join('|')})$`, 'i')
  for await (const page of glob(pages, { cwd: root, exclude: ['**/node_modules/**'] })) {
    const file = join(root, page)
    const text = await readFile(file, 'utf8')
    const rest = page.endsWith('.md') ? joined(blocksOf(text), isAbout, headings) : text
    const after = withoutWords(rest, removed, all)
    if (after !== text) await writeFile(file, after)
  }
}

/** Whether a text names an operation, a path or a method of the SDK that is gone. */
function namesIn(removed: Resource[]): (text: string) => boolean {
  const ids = removed.flatMap(({ operationIds }) => operationIds)
  const bases = removed.flatMap(({ paths }) => paths.map((path) => path.replace(/\/\{.*/, '')))
  const properties = removed.map(({ property }) => property)
  const pattern = new RegExp(
    [
      `\\b(${ids.join('|')})\\b`,
      `(^|[^\\w.-])(localhost:\\d+)?(${[...new Set(bases)].map(escaped).join('|')})(?![\\w.-])`,
      `\\.(${properties.join('|')})\\.\\w+\\(`,
    ].join('|'),
    'm',
  )
  const names = removed.map(({ name }) => name)
  const files = new RegExp(
    `\\b(spec|server/(operations|repositories|sample-data))/(${names.map(escaped).join('|')})\\b`,
  )
  const patterns = [pattern, files, ...examplesOf(names).map(({ named }) => named)]
  return (text) => patterns.some((each) => each.test(text))
}

type Block = { kind: 'heading' | 'code' | 'table' | 'list' | 'text' | 'space'; text: string }

function blocksOf(page: string): Block[] {
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

function joined(blocks: Block[], isAbout: (text: string) => boolean, heading: RegExp): string {
  const kept: Block[] = []
  let skipped = 0
  for (const block of blocks) {
    const level = block.kind === 'heading' ? (/^#+/.exec(block.text)?.[0].length ?? 0) : 0
    if (level > 0 && level <= skipped) skipped = 0
    if (skipped > 0) continue
    if (level > 0 && heading.test(block.text.trim())) {
      skipped = level
      continue
    }
    const rest = shortened(block, isAbout)
    if (rest !== undefined) kept.push({ ...block, text: rest })
    // An answer below a call that is gone.
    else if (block.kind === 'code') dropIntroduction(kept)
  }
  return withoutStrayAnswers(kept)
    .map(({ text }) => text)
    .join('')
    .replace(/\n{3,}/g, '\n\n')
}

/** A paragraph that ends with a colon introduced the block that is gone. */
function dropIntroduction(kept: Block[]) {
  const at = kept.findLastIndex(({ kind }) => kind !== 'space')
  const block = kept[at]
  if (block?.kind === 'text' && /:\s*$/.test(block.text)) kept.splice(at, 1)
}

/** A block of JSON shows the answer to the block above it. */
function withoutStrayAnswers(blocks: Block[]): Block[] {
  const solid = blocks.filter(({ kind }) => kind !== 'space')
  return blocks.filter((block) => {
    if (block.kind !== 'code' || !block.text.startsWith('```json')) return true
    const before = solid[solid.indexOf(block) - 1]
    return before !== undefined && before.kind !== 'heading'
  })
}

function shortened({ kind, text }: Block, isAbout: (text: string) => boolean): string | undefined {
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

/** `cases, events and products` → `cases and products`. A word alone stays: it may mean something else. */
function withoutWords(text: string, removed: Resource[], all: Resource[]): string {
  const words = (resources: Resource[]) => resources.map(({ name }) => escaped(name.replace('-', ' '))).join('|')
  const known = `(?:made-up |the )?(?:${words(all)}|users|orders|files)`
  const gone = new RegExp(
    `^(made-up |the )?(${words(removed)}${removed.some(({ name }) => name === 'sample-data') ? '|users|orders' : ''})$`,
    'i',
  )
  return text.replace(new RegExp(`${known}(?:, ${known})*,? and ${known}\\b`, 'gi'), (list) => {
    const items = list.split(/,? and |, /)
    const rest = items.filter((item) => !gone.test(item))
    if (rest.length === 0 || rest.length === items.length) return list
    const [last = ''] = rest.slice(-1)
    return rest.length === 1 ? last : `${rest.slice(0, -1).join(', ')} and ${last}`
  })
}

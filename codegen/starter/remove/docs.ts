// The pages without a resource: sections, blocks, rows and items that are about it, and its word in lists of resources.
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escaped } from '../../escape.ts'
import { blocksOf, shortened, type Block } from './blocks.ts'
import { examplesOf } from './examples.ts'
import { isOfStarter } from './of-starter.ts'
import type { Past } from './past.ts'
import { basesOf, type Resource } from '../resources.ts'

const pages = ['*.md', 'docs/**/*.md', 'client-sdk/README.md', 'spec/guides/*.md', 'spec/openapi.yaml']

/** A resource that goes, and what the tree was before it came. */
export type Removed = { resource: Resource; past: Past }

export async function removeFromDocs(root: string, removed: Removed[], all: Resource[]): Promise<void> {
  for await (const page of glob(pages, { cwd: root, exclude: ['**/node_modules/**'] })) {
    if (isOfStarter(page)) continue
    const file = join(root, page)
    const text = await readFile(file, 'utf8')
    const after = without(page, text, removed, all)
    if (after !== text) await writeFile(file, after)
  }
}

/** Pages name tests that hold their promises. Some of these had only a removed resource as their example. */
export async function removeMentions(root: string, files: string[]): Promise<void> {
  const isAbout = (text: string) => files.some((file) => text.includes(file))
  for await (const page of glob(pages, { cwd: root, exclude: ['**/node_modules/**'] })) {
    if (isOfStarter(page) || !page.endsWith('.md')) continue
    const path = join(root, page)
    const text = await readFile(path, 'utf8')
    if (isAbout(text)) await writeFile(path, joined(blocksOf(text), isAbout, /(?!)/))
  }
}

function without(page: string, text: string, removed: Removed[], all: Resource[]): string {
  const named = removed.filter(({ past }) => !past.named.has(page)).map(({ resource }) => resource)
  if (named.length === 0) return text
  // In a page that is older, a word alone means something else.
  const own = removed.filter(({ past }) => !past.files.has(page)).map(({ resource }) => resource)
  const headings = new RegExp(`^#+ (${own.map(({ name }) => escaped(name.replace('-', ' '))).join('|')})$`, 'i')
  const rest = page.endsWith('.md') ? joined(blocksOf(text), namesIn(named), headings) : text
  return own.length > 0 ? withoutWords(rest, own, all) : rest
}

/** Whether a text names an operation, a path or a method of the SDK that is gone. */
function namesIn(removed: Resource[]): (text: string) => boolean {
  const ids = removed.flatMap(({ operationIds }) => operationIds)
  const bases = removed.flatMap(basesOf)
  const properties = removed.map(({ property }) => property)
  const pattern = new RegExp(
    [
      `\\b(${ids.join('|')})\\b`,
      `(^|[^\\w.-])(localhost:\\d+)?(${bases.map(escaped).join('|')})(?![\\w.-])`,
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

function joined(blocks: Block[], isAbout: (text: string) => boolean, heading: RegExp): string {
  const kept: Block[] = []
  let skipped = 0
  let isCallGone = false
  for (const block of blocks) {
    const level = block.kind === 'heading' ? (/^#+/.exec(block.text)?.[0].length ?? 0) : 0
    if (level > 0 && level <= skipped) skipped = 0
    if (skipped > 0) continue
    if (level > 0 && heading.test(block.text.trim())) {
      skipped = level
      continue
    }
    // A block of JSON shows the answer to the call above it.
    const rest: string | undefined =
      isCallGone && block.text.startsWith('```json') ? undefined : shortened(block, isAbout)
    if (block.kind !== 'space') isCallGone = block.kind === 'code' && rest === undefined
    if (rest !== undefined) kept.push({ ...block, text: rest })
    else if (block.kind === 'code') dropIntroduction(kept)
  }
  return kept
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

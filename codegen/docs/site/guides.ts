// The hand-written pages of docs/ as pages of the site. docs/guides/README.md lists the guides, in their order.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { addressOf, base } from './addresses.ts'
import { renderMarkdown, type Rendered } from './markdown.ts'

/** @property file Relative to the project. @property isListed It is one of the guides, and not only one of all pages. */
export type Guide = { file: string; address: string; title: string; about: string; isListed: boolean; page: Rendered }

const list = 'docs/guides/README.md'
/** Pages outside docs/ that pages in it link to. */
const others = ['client-sdk/README.md', 'CONTRIBUTING.md', 'README.md', 'bench/README.md', 'local-cloud/README.md']

export async function readGuides(root: string): Promise<Guide[]> {
  const inDocs = existsSync(join(root, 'docs')) ? await readdir(join(root, 'docs'), { recursive: true }) : []
  const own = inDocs.map((file) => `docs/${file.replaceAll('\\', '/')}`).filter((file) => file.endsWith('.md'))
  const files = [
    ...own.filter((file) => file !== list).sort(),
    ...others.filter((file) => existsSync(join(root, file))),
  ]
  const listed = existsSync(join(root, list)) ? listedIn(await readFile(join(root, list), 'utf8')) : []
  const guides = await Promise.all(
    files.map(async (file): Promise<Guide> => {
      const links = linksOf(file, files)
      const page = renderMarkdown(await readFile(join(root, file), 'utf8'), links)
      const entry = listed.find((one) => one.file === file)
      const title = entry?.title ?? (page.title || file)
      return {
        file,
        address: addressOfFile(file),
        title,
        about: entry?.about ?? '',
        isListed: entry !== undefined,
        page,
      }
    }),
  )
  const place = ({ file }: Guide) => listed.findIndex((one) => one.file === file) + 1 || listed.length + 1
  return guides.sort((a, b) => place(a) - place(b))
}

/** `- [Title](file.md): what it is about` */
function listedIn(markdown: string) {
  const items = markdown.matchAll(/^- \[([^\]]+)\]\(([^)#]+)[^)]*\): (.+(?:\n {2}.+)*)/gm)
  return [...items].map(([, title = '', href = '', about = '']) => ({
    title,
    file: posix.join(posix.dirname(list), href),
    about: about.replace(/\s+/g, ' '),
  }))
}

/** docs/guides/upload.md → guides/upload/; docs/mcp.md → guides/mcp/. A README has the address of its folder. */
function addressOfFile(file: string): string {
  const name = file
    .replace(/^docs\/(guides\/)?/, '')
    .replace(/\.md$/, '')
    .replace(/\/README$/, '')
    .replace(/^README$/, file.startsWith('docs/') ? 'pages' : 'project')
  return addressOf.guide(name.toLowerCase())
}

const linksOf = (file: string, files: string[]) => ({
  to(href: string): string | undefined {
    if (/^https?:\/\/localhost\b/.test(href)) return undefined
    if (/^(https?|mailto):/.test(href)) return href
    if (href.startsWith('#')) return href
    if (href.startsWith(base)) return href
    const [path = '', anchor] = href.split('#')
    const target = posix.join(posix.dirname(file), path)
    if (target === list) return addressOf.guides
    if (target.startsWith('docs/pictures/')) return `${base}${target.slice('docs/'.length)}`
    if (!files.includes(target)) return undefined
    return addressOfFile(target) + (anchor === undefined ? '' : `#${anchor}`)
  },
})

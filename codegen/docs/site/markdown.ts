// The hand-written pages: Markdown → HTML, with headings that have an id and links that lead to pages of the site.
import { Marked, type Tokens } from 'marked'
import { codeBlock, escape, scrolling } from './markup.ts'

/** @property to Returns the address of a link; undefined where it leads nowhere on the site. */
type Links = { to: (href: string) => string | undefined }

/** For texts of the contract: only addresses of the web are links. */
export const webLinks: Links = { to: (href) => (/^https?:/.test(href) ? href : undefined) }

export type Section = { id: string; title: string }
export type Rendered = { title: string; html: string; sections: Section[]; text: string }

/** The first heading is the title of the page, which the layout shows. */
export function renderMarkdown(markdown: string, { to }: Links): Rendered {
  const ids = new Map<string, number>()
  const sections: Section[] = []
  const plain: string[] = []
  let title = ''
  let examples = 0
  const marked = new Marked({ gfm: true })
  marked.use({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        if (depth === 1 && title === '') {
          title = withoutMarks(text)
          return ''
        }
        const id = distinct(idOf(text), ids)
        const level = Math.max(depth, 2)
        if (level === 2) sections.push({ id, title: withoutMarks(text) })
        return `<h${level} id="${id}">${this.parser.parseInline(tokens)}</h${level}>\n`
      },
      code({ text, lang }: Tokens.Code) {
        return `${codeBlock(`Example ${++examples}${lang ? ` in ${lang}` : ''}`, text)}\n`
      },
      table(token: Tokens.Table) {
        const cell = ({ tokens }: Tokens.TableCell, tag: string) =>
          `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(tokens)}</${tag}>`
        // An empty heading tells a screen reader nothing: its column names the rows.
        const head = token.header.map((one) => (one.text === '' ? '<td></td>' : cell(one, 'th'))).join('')
        const rows = token.rows.map((row) => `<tr>${row.map((one) => cell(one, 'td')).join('')}</tr>`).join('\n')
        const name = withoutMarks(
          token.header
            .map(({ text }) => text)
            .filter(Boolean)
            .join(', '),
        )
        return scrolling(name, `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`)
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens)
        const address = to(href)
        return address === undefined ? inner : `<a href="${escape(address)}">${inner}</a>`
      },
      image({ href, text }: Tokens.Image) {
        const address = to(href)
        return address === undefined
          ? escape(text)
          : `<img src="${escape(address)}" alt="${escape(text)}" loading="lazy">`
      },
      // Comments mark generated sections. No page has other HTML that must be kept.
      html: () => '',
      text(token: Tokens.Text | Tokens.Escape) {
        plain.push(token.text)
        return 'tokens' in token ? this.parser.parseInline(token.tokens) : escapeOnce(token.text)
      },
    },
  })
  const html = marked.parse(markdown, { async: false })
  return { title, html, sections, text: plain.join(' ').replace(/\s+/g, ' ') }
}

/** The texts of `marked` have some entities already. */
const escapeOnce = (text: string) =>
  escape(text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity))
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

const withoutMarks = (text: string) => text.replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')

/** The id that GitHub gives to the heading, so that links work in both places. */
export const idOf = (heading: string): string =>
  withoutMarks(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

function distinct(id: string, ids: Map<string, number>): string {
  const times = ids.get(id) ?? 0
  ids.set(id, times + 1)
  return times === 0 ? id : `${id}-${times}`
}

// Pieces of HTML that the pages of the docs site share.

/** The text in HTML, in an element or in a quoted attribute. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

export const link = (href: string, text: string): string => `<a href="${escape(href)}">${escape(text)}</a>`

/** A text with `code` in backticks, and no other Markdown. */
export const prose = (text: string): string =>
  text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escape(part)}</code>` : escape(part)))
    .join('')

/** @param rows Cells of HTML. A table that is too wide scrolls in its frame, which the keyboard reaches. */
export function table(name: string, headings: string[], rows: string[][]): string {
  const head = headings.map((heading) => `<th scope="col">${escape(heading)}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  return scrolling(name, `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`)
}

export const scrolling = (name: string, content: string): string =>
  `<div class="scroll" role="region" aria-label="${escape(name)}" tabindex="0">${content}</div>`

/** A block of code with a button that copies it. */
export const codeBlock = (name: string, code: string, id?: string): string =>
  `<div class="code"><button type="button" class="copy" aria-label="Copy: ${escape(name)}">Copy</button>` +
  `<pre tabindex="0" role="region" aria-label="${escape(name)}"${id ? ` id="${escape(id)}"` : ''}><code>${escape(code)}</code></pre></div>`

/** Data for a script of the page. It is no script, so the policy allows it. */
export const dataBlock = (id: string, value: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`

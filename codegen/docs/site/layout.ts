// The frame of every page: its head with the policy, the bar, the menu and the main part.
import type { Model } from '../../model.ts'
import { addressOf, base } from './addresses.ts'
import type { Guide } from './guides.ts'
import { escape, link } from './markup.ts'

/** @property main HTML without the h1. @property isPanel The page sends requests to servers that its reader names. */
export type Page = { address: string; title: string; main: string; lead?: string; isPanel?: boolean }

export type Site = { model: Model; guides: Guide[]; hasSdkPages: boolean }

/** Requests of the panel go to a server of the reader's choice: this one, one on this machine, or one with https. */
const anyServer = 'https: http://localhost:* http://127.0.0.1:*'

/** @param styles Where styles may come from: Redoc makes them while it renders. */
export function policyOf({ isPanel = false, styles = "'self'" }: { isPanel?: boolean; styles?: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${isPanel ? ` ${anyServer}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

export function render(site: Site, page: Page): string {
  const { model } = site
  const { title, main, lead } = page
  const whole = page.address === base ? `${model.names.title} docs` : `${title} · ${model.names.title}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(whole)}</title>
<link rel="icon" type="image/svg+xml" href="${base}icon.svg">
<link rel="stylesheet" href="${base}site.css">
<script src="${base}theme.js"></script>
<script src="${base}site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${bar(model)}
<div class="columns">
<nav class="menu" aria-label="Pages"><details open><summary>Menu</summary>${menu(site, page.address)}</details></nav>
<main id="main" tabindex="-1">
<h1>${escape(title)}</h1>
${lead ? `<p class="lead">${lead}</p>` : ''}
${main}
</main>
</div>
<footer><p>${escape(model.names.title)} ${escape(model.version)} · made from the contract</p></footer>
</body>
</html>
`
}

const bar = ({ names }: Model) => `<header class="bar">
<a class="home" href="${base}" aria-label="${escape(names.title)}: start of the docs"><img src="${base}icon.svg" alt="" width="28" height="28"><span>${escape(names.title)}</span></a>
<search><form role="search" action="${base}"><label for="search" class="hidden">Search operations, guides and problems</label>
<input id="search" type="search" placeholder="Search  ( / )" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list">
<div id="found" role="listbox" aria-label="Found" hidden></div><p class="hidden" id="found-count" role="status"></p></form></search>
<button type="button" id="theme" aria-label="Dark or light" title="Dark or light"><span aria-hidden="true">◐</span></button>
</header>`

function menu({ model, guides, hasSdkPages }: Site, current: string): string {
  const item = (href: string, text: string, before = '') =>
    `<li><a href="${href}"${href === current ? ' aria-current="page"' : ''}>${before}${escape(text)}</a></li>`
  const group = (name: string, items: string[], isOpen: boolean) =>
    `<details class="group"${isOpen || items.some((html) => html.includes('aria-current')) ? ' open' : ''}><summary>${escape(name)}</summary><ul>${items.join('')}</ul></details>`
  const operations = model.tags.flatMap(({ name, title }) => {
    const own = model.operations.filter(({ tag }) => tag === name)
    const items = own.map(({ operationId, method, summary }) =>
      item(addressOf.operation(operationId), summary || operationId, methodLabel(method)),
    )
    return own.length > 0 ? [group(title, items, false)] : []
  })
  const problems = Object.entries(model.problemTypes).map(([slug, { title, status }]) =>
    item(addressOf.problem(slug), `${String(status)} ${title}`),
  )
  const main = guides.filter(({ isListed }) => isListed)
  return [
    `<ul>${item(base, 'Start')}${item(addressOf.reference, 'API reference')}${item(addressOf.operations, 'Who may call what')}${item(addressOf.downloads, 'OpenAPI files')}${item(addressOf.changelog, 'Changelog')}${hasSdkPages ? item(`${base}sdk/`, 'SDK reference') : ''}</ul>`,
    main.length > 0
      ? group(
          'Guides',
          [...main.map(({ address, title }) => item(address, title)), item(addressOf.guides, 'All pages')],
          true,
        )
      : '',
    '<h2>Operations</h2>',
    ...operations,
    problems.length > 0
      ? `<h2>Problems</h2>${group('All problems', [...problems, item(addressOf.problems, 'List of problems')], false)}`
      : '',
  ].join('\n')
}

export const methodLabel = (method: string): string =>
  `<span class="method ${method}">${escape(method.toUpperCase())}</span> `

/** A list of links with a sentence for each. */
export const linkList = (items: { href: string; text: string; about?: string }[]): string =>
  `<ul class="links">${items.map(({ href, text, about }) => `<li>${link(href, text)}${about ? ` <span>${about}</span>` : ''}</li>`).join('\n')}</ul>`

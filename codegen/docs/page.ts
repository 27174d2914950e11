// Makes Redocly's page self-contained: the page sends no request to another server.
import { icon } from './icon.ts'

const inline = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

// This blue is legible in the light and the dark theme. An image cannot take the colour of the text around it.
const makersName = inline(
  '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="14"><text x="0" y="11" font-family="system-ui,sans-serif" font-size="11" fill="#3b7ddd">Redoc</text></svg>',
)

const pictures = {
  'https://cdn.redoc.ly/redoc/logo-mini-full.svg': makersName,
  'https://cdn.redoc.ly/redoc/logo-mini.svg': inline(icon),
}

// The browser refuses any other request that a later Redoc may send, and the test sees the refusal.
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const head = [
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  `<link rel="icon" type="image/svg+xml" href="${inline(icon)}">`,
  // Redoc's search prefers workers, which the policy refuses. Without workers it runs on the page itself.
  '<script>delete window.Worker</script>',
  // On a phone the copy button would cover half of every heading's line.
  '<style>@media (max-width: 50em) { [data-testid="page-actions"] { display: none } }</style>',
].join('\n  ')

export function selfContained(html: string): string {
  const [prerendered, scripts] = splitAt(html, '<script type="module">')
  // The prerendered links are paths, but the page runs on hashes. A path opened in a new tab would leave the docs.
  const linked = prerendered.replaceAll('href="/', 'href="#/')
  const complete = linked.replace('<head>', () => `<head>\n  ${head}`) + scripts
  return Object.entries(pictures).reduce((page, [url, picture]) => {
    if (!page.includes(url)) throw new Error(`The docs page no longer asks for ${url}: see what it asks for instead.`)
    return page.replaceAll(url, picture)
  }, complete)
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`The docs page has no ${mark}`)
  return [text.slice(0, at), text.slice(at)]
}

// The addresses of the docs site's pages. The `type` of a problem is one of them.

/** The site is served here by the local cloud and by a deployed stage. */
export const base = '/docs/'

/** A name as a step of an address, and as the name of a folder. */
const stepOf = (name: string) => name.replace(/[^A-Za-z0-9_-]/g, (sign) => `.${sign.charCodeAt(0).toString(16)}`)

export const addressOf = {
  front: base,
  reference: `${base}reference/`,
  operations: `${base}operations/`,
  operation: (operationId: string) => `${base}operations/${stepOf(operationId)}/`,
  guides: `${base}guides/`,
  guide: (name: string) => `${base}guides/${name}/`,
  problems: `${base}problems/`,
  problem: (slug: string) => `${base}problems/${stepOf(slug)}/`,
  changelog: `${base}changelog/`,
  downloads: `${base}downloads/`,
}

/** The path of a page's file in the site's folder. */
export const fileAt = (address: string): string => `${address.slice(base.length)}index.html`

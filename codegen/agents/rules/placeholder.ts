// Placeholders of templates, such as ${SERVER_URL}: they pass until the document is filled in.
import type { AgentDocument } from './rule.ts'

/** The length is bounded: the search would take long in a text of many beginnings. */
const placeholder = /\$\{[^}"]{0,200}\}/

export const placeholderIn = (text: string): string | undefined => placeholder.exec(text)?.[0]

/** The first placeholder in the texts and names of a value. */
export function placeholderWithin(root: unknown): string | undefined {
  const seen = new Set<unknown>()
  const pending = [root]
  while (pending.length > 0) {
    const value = pending.pop()
    const found = typeof value === 'string' ? placeholderIn(value) : undefined
    if (found !== undefined) return found
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    for (const [key, member] of Object.entries(value)) pending.push(key, member)
  }
  return undefined
}

/** Whether the text satisfies the check. In a template, a text with a placeholder does. */
export const accepts = (document: AgentDocument, text: string, check: (text: string) => boolean): boolean =>
  check(text) || (!document.filled && placeholderIn(text) !== undefined)

/** As `accepts`, for a URL: a placeholder stands for a host or for a whole URL, and the rest is checked. */
export function acceptsUrl({ filled }: AgentDocument, url: string, check: (url: string) => boolean): boolean {
  if (filled) return check(url)
  const whole = placeholderIn(url) === url ? 'https://host.example' : url
  return check(whole.replaceAll(new RegExp(placeholder, 'g'), 'host.example'))
}

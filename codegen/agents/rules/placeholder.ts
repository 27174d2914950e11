// Placeholders of templates, such as ${SERVER_URL}: they pass until the document is filled in.
import type { AgentDocument } from './rule.ts'

/** The length is bounded: the search would take long in a text of many beginnings. */
const placeholder = /\$\{[^}"]{0,200}\}/

export const placeholderIn = (text: string): string | undefined => placeholder.exec(text)?.[0]

/** Whether the text satisfies the check. In a template, a text with a placeholder does. */
export const accepts = (document: AgentDocument, text: string, check: (text: string) => boolean): boolean =>
  check(text) || (!document.filled && placeholderIn(text) !== undefined)

/** As `accepts`, for a URL: a placeholder stands for a host or for a whole URL, and the rest is checked. */
export function acceptsUrl({ filled }: AgentDocument, url: string, check: (url: string) => boolean): boolean {
  if (filled) return check(url)
  const whole = placeholderIn(url) === url ? 'https://host.example' : url
  return check(whole.replaceAll(new RegExp(placeholder, 'g'), 'host.example'))
}

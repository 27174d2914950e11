// Parameters that are lists, objects or JSON, and those of headers and cookies. Only contracts that have them import it.
import type { SendOptions } from './send.ts'

/**
 * How a value is written as text. `comma`, `space` and `pipe` put a sign between its parts. `pairs` writes members as
 * `name=value`. `members` makes each member a parameter, and `each` each item; an item that is no text is JSON. `deep` puts
 * names in brackets, and `json` writes the whole value as JSON.
 */
export type Style = 'comma' | 'space' | 'pipe' | 'pairs' | 'members' | 'each' | 'deep' | 'json'

const signs = { comma: ',', space: '%20', pipe: '%7C' }
const encode = (value: unknown) => encodeURIComponent(plain(value))
function plain(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const isGiven = (value: unknown) => value !== undefined && value !== null
/** The members of an object, or the items of a list, that are there. */
const membersOf = (value: object) => Object.entries(value).filter(([, member]) => isGiven(member))

/** A query as text, with the parameters that are not simply repeated. Signs between values stay as they are. */
export function queryOf(query: object | undefined, styles: Record<string, Style>): string {
  return membersOf(query ?? {})
    .flatMap(([name, value]): string[] => {
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined
      if (style === 'deep') return deep(encode(name), value)
      if (style === 'members')
        return membersOf(Object(value) as object).flatMap(([member, item]) => repeated(encode(member), item))
      if (style === 'json') return [`${encode(name)}=${encodeURIComponent(JSON.stringify(value))}`]
      if (style === 'comma' || style === 'space' || style === 'pipe') {
        return [`${encode(name)}=${partsOf(value).map(encode).join(signs[style])}`]
      }
      return repeated(encode(name), value)
    })
    .join('&')
}

const repeated = (name: string, value: unknown): string[] =>
  [value]
    .flat()
    .filter(isGiven)
    .map((item) => `${name}=${encode(item)}`)

/** `filter[a][b]=1`; the items of a list share one name. */
function deep(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
    return repeated(name, value)
  return membersOf(value).flatMap(([member, item]) => deep(`${name}%5B${encode(member)}%5D`, item))
}

/** The items of a list, or the names and values of an object in turn. */
function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter(isGiven)
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? membersOf(value).flat() : [value]
}

/** The text of a value in a path or a header. */
export function textOf(value: unknown, style: Style = 'comma'): string {
  if (style === 'json') return JSON.stringify(value)
  if (style === 'pairs')
    return membersOf(Object(value) as object)
      .map(([name, member]) => `${name}=${plain(member)}`)
      .join(',')
  return partsOf(value).map(plain).join(',')
}

/**
 * The options of a call with headers of the operation. Those that the caller adds overrule them.
 *
 * @param styles - By names in lower case.
 */
export function withHeaders(
  options: SendOptions | undefined,
  headers: Record<string, unknown> | object,
  styles: Record<string, Style> = {},
): SendOptions {
  const own = Object.entries(headers).map(([name, value]) => [
    name,
    isGiven(value) ? headerText(value, styles[name.toLowerCase()]) : undefined,
  ])
  // Safe cast: a header that is undefined is not sent. It takes the place of the one that would be sent.
  return { ...options, headers: { ...Object.fromEntries(own), ...options?.headers } as Record<string, string> }
}

/** A header has characters of ASCII alone. JSON can write all others as escapes. */
const headerText = (value: unknown, style: Style | undefined) =>
  style === 'json'
    ? JSON.stringify(value).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : textOf(value, style)

/** The header of cookies. Browsers do not let programs write it: there, the page has to have the cookies. */
export function cookieOf(cookies: object | undefined, styles: Record<string, Style> = {}): string | undefined {
  const pairs = membersOf(cookies ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(textOf(value, styles[name]))}`,
  )
  return pairs.length > 0 ? pairs.join('; ') : undefined
}

// What the mock handlers make of an example: the ids of the request, and pages that end.

/** The headers and the body of an answer. */
export type Example = { headers?: Record<string, string> | undefined; body?: unknown }
export type Given = Example & { status: number }

/** Makes the answer to one request from the operation's example. */
export type Adapt = (example: Given, request: Request, params: Record<string, string>) => Given

/** A UUID (RFC 9562, version 4), also where pages have no `crypto.randomUUID`. */
export function madeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}

type Item = Record<string, unknown>

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The item has the ids of the path. */
export function withIds(item: unknown, params: Record<string, string>): unknown {
  if (!isItem(item)) return item
  const known = Object.entries(params).filter(([name]) => typeof item[name] === 'string')
  return { ...item, ...Object.fromEntries(known) }
}

const cursor = /^mock-(\d+)$/

/**
 * One page of the items, as `limit` and `cursor` of the request ask for it. Cursors of another service lead to the end.
 * @param size The items of a page without `limit`; 0: all.
 */
export function pageOf(items: unknown[], request: Request, member: string, size: number): Item {
  const query = new URL(request.url).searchParams
  const [, position] = cursor.exec(query.get('cursor') ?? 'mock-0') ?? []
  const start = position === undefined ? items.length : Number(position)
  const end = start + (Number(query.get('limit') ?? size) || items.length)
  return { [member]: items.slice(start, end), ...(end < items.length && { nextCursor: `mock-${end}` }) }
}

/** For operations that list: the example's items by pages. */
export const paged =
  (member: string, size: number): Adapt =>
  ({ body, ...given }, request) => {
    const { [member]: items, nextCursor: _, ...rest } = isItem(body) ? body : {}
    return { ...given, body: { ...rest, ...pageOf(Array.isArray(items) ? items : [], request, member, size) } }
  }

// The items of one collection in the mock that remembers, and what its operations answer.
import { isItem, madeId, pageOf, type Given } from './mock-answers.ts'

type Item = Record<string, unknown>
type Called = { request: Request; params: Record<string, string> }
export type Resolver = (called: Called) => Given | Promise<Given>

/**
 * The operations of one collection, by their operationIds.
 * @property items The member of a page with the items. @property size The items of a page without `limit`; 0: all.
 * @property id The parameter of the path, and the member of an item, that names it.
 * @property examples The items that are there at the beginning.
 * @property made Members of a new item that a request need not have. `now`: the time.
 * @property conflicts The status for another item that is there already, where the client chooses ids.
 */
export type Collection = {
  path: string
  list: string
  items: string
  size: number
  id: string
  create?: string
  get?: string
  update?: string
  remove?: string
  examples: Item[]
  made: Item
  conflicts?: number
}

/** `content`: the request that created the item. */
type Stored = { item: Item; version: number; content?: string }

const timeOfChange = /^(updated|modified|changed)/i
const notFilters = new Set(['limit', 'cursor'])
const now = () => new Date().toISOString()
const stamped = (made: Item): Item =>
  Object.fromEntries(Object.entries(made).map(([name, value]) => [name, value === 'now' ? now() : value]))
const bodyOf = async ({ request }: Called): Promise<Item> => {
  const body: unknown = await request.clone().json()
  return isItem(body) ? body : {}
}

function openItems({ id, examples }: Collection) {
  let stored = new Map<string, Stored>()
  const reset = () => {
    stored = new Map(examples.map((item) => [String(item[id]), { item, version: 1 }]))
  }
  reset()
  const etagOf = (name: string, version: number) => `"${encodeURIComponent(name)}-${version}"`
  return {
    reset,
    all: () => [...stored.values()].map(({ item }) => item),
    find: (name: string) => stored.get(name),
    /** The newest first. */
    add: (name: string, item: Item, content: string) => {
      stored = new Map([[name, { item, version: 1, content }], ...stored])
    },
    change: (name: string, item: Item) => {
      const found = stored.get(name)
      if (found) stored.set(name, { ...found, item, version: found.version + 1 })
    },
    remove: (name: string) => stored.delete(name),
    answer: (status: number, name: string): Given => {
      const found = stored.get(name)
      return found ? { status, headers: { ETag: etagOf(name, found.version) }, body: found.item } : { status: 404 }
    },
    /** 404 and 412; undefined when the item is there, in the version that the request names. */
    refused: ({ request }: Called, name: string): Given | undefined => {
      const found = stored.get(name)
      if (!found) return { status: 404 }
      const expected = request.headers.get('if-match')
      const isFree = expected === null || expected === '*' || expected.includes(etagOf(name, found.version))
      return isFree ? undefined : { status: 412 }
    },
  }
}

type Items = ReturnType<typeof openItems>

export type Store = Record<'create' | 'get' | 'list' | 'update' | 'remove', Resolver> & { reset: () => void }

export function createStore(collection: Collection): Store {
  const { items: member, size, id } = collection
  const items = openItems(collection)
  const creation = creating(collection, items)
  const idOf = ({ params }: Called) => params[id] ?? ''
  return {
    create: creation.create,
    get: (called) => {
      const { headers = {}, ...given } = items.answer(200, idOf(called))
      const isSame = given.status === 200 && called.request.headers.get('if-none-match') === headers.ETag
      return isSame ? { status: 304, headers } : { ...given, headers }
    },
    list: ({ request }) => {
      const filters = [...new URL(request.url).searchParams].filter(([name]) => !notFilters.has(name))
      const fitting = items.all().filter((item) => filters.every(([name, value]) => String(item[name]) === value))
      return { status: 200, body: pageOf(fitting, request, member, size) }
    },
    update: async (called) => {
      const refusal = items.refused(called, idOf(called))
      if (refusal) return refusal
      const item = items.find(idOf(called))?.item ?? {}
      const times = Object.keys(item).filter((name) => timeOfChange.test(name))
      const changed = { ...(await bodyOf(called)), ...Object.fromEntries(times.map((name) => [name, now()])) }
      items.change(idOf(called), { ...item, ...changed })
      return items.answer(200, idOf(called))
    },
    remove: (called) => {
      const refusal = items.refused(called, idOf(called))
      if (!refusal) items.remove(idOf(called))
      return refusal ?? { status: 204 }
    },
    reset: () => {
      items.reset()
      creation.forget()
    },
  }
}

/** A repeated creation gives the same item: by its Idempotency-Key, or by the id that the client has chosen. */
function creating({ path, id, made, conflicts }: Collection, items: Items) {
  const replies = new Map<string, { content: string; answer: Given }>()
  const created = (name: string): Given => {
    const { headers, ...answer } = items.answer(201, name)
    return { ...answer, headers: { ...headers, Location: `${path}/${encodeURIComponent(name)}` } }
  }
  const create: Resolver = async (called) => {
    const body = await bodyOf(called)
    const content = JSON.stringify(body)
    const key = called.request.headers.get('idempotency-key')
    const before = key === null ? undefined : replies.get(key)
    if (before && before.content !== content) return { status: 422 }
    if (before) return { ...before.answer, headers: { ...before.answer.headers, 'Idempotent-Replayed': 'true' } }
    const name = typeof body[id] === 'string' ? body[id] : madeId()
    const found = items.find(name)
    if (found && found.content !== content) return { status: conflicts ?? 409 }
    if (!found) items.add(name, { [id]: name, ...stamped(made), ...body }, content)
    const answer = created(name)
    if (key !== null) replies.set(key, { content, answer })
    return answer
  }
  return { create, forget: () => replies.clear() }
}

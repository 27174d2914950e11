// The collections that a mock can remember: operations that list, create, get, update and delete the same items.
import type { Model, Operation } from '../model.ts'
import { exampleOf } from '../model/sample.ts'
import { fits } from '../model/fits.ts'
import { valueOf } from '../typescript/literal.ts'
import type { Doc } from '../typescript/print.ts'
import { array, member, object } from '../typescript/syntax.ts'

type Item = Record<string, unknown>

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

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
const conflict = 409

/** Collections below one item are left out: the mock would mix those of all items. */
export function collectionsOf({ operations }: Pick<Model, 'operations'>): Collection[] {
  return operations.flatMap((list) => {
    const { page, path, operationId } = list
    if (!page || path.includes('{')) return []
    const inside = operations.filter(
      (other) => other.path.startsWith(`${path}/{`) && /^[^{}]*\{[^{}]+\}$/.test(other.path),
    )
    const [, id] = /\{([^{}]+)\}$/.exec(inside[0]?.path ?? '') ?? []
    if (id === undefined) return []
    const by = (...methods: string[]) => inside.find(({ method }) => methods.includes(method))?.operationId
    const create = operations.find((other) => other.path === path && other.method === 'post' && hasStatus(other, 201))
    const named = { create: create?.operationId, get: by('get'), update: by('put', 'patch'), remove: by('delete') }
    const known = Object.fromEntries(Object.entries(named).filter(([, operation]) => operation !== undefined))
    return [
      {
        ...{ path, list: operationId, items: page.member, size: page.size, id, ...known },
        examples: examplesOf(list, page.member, id),
        made: create ? madeBy(create, id) : {},
        ...(create && hasStatus(create, conflict) && { conflicts: conflict }),
      },
    ]
  })
}

const hasStatus = ({ answers }: Operation, status: number) => answers.some((answer) => answer.status === status)

function examplesOf({ successes: [success] }: Operation, items: string, id: string): Item[] {
  const body = success?.json && exampleOf(success.json, 'answer')
  const shown = isItem(body) ? body[items] : undefined
  return Array.isArray(shown) ? shown.filter((item): item is Item => isItem(item) && typeof item[id] === 'string') : []
}

/** The members that every item has and a request need not have: times, defaults, and what the example shows. */
function madeBy({ body, successes: [success] }: Operation, id: string): Item {
  const { properties = {}, required = [] } = success?.json?.schema ?? {}
  const sent = body?.json?.schema
  const example = success?.json && exampleOf(success.json, 'answer')
  const made = required.flatMap((name): [string, unknown][] => {
    if (name === id || sent?.required?.includes(name)) return []
    const schema = properties[name]
    if (schema?.format === 'date-time') return [[name, 'now']]
    const usual: unknown = sent?.properties?.[name]?.default ?? (isItem(example) ? example[name] : undefined)
    return usual === undefined || (schema && !fits(schema, usual)) ? [] : [[name, usual]]
  })
  return Object.fromEntries(made)
}

export function renderCollections(collections: Collection[]): Doc {
  return array(
    collections.map((collection) =>
      object(Object.entries(collection).map(([name, value]) => member(name, valueOf(value)))),
    ),
  )
}

/** The operations that the mock remembers, for its documentation. */
export const rememberedBy = (collections: Collection[]): string =>
  collections.map(({ path }) => `\`${path}\``).join(', ')

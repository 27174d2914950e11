// A migration: what becomes of one stored item. It is a module of its own, whose default export is of this type.
import type { NativeAttributeValue } from '@aws-sdk/util-dynamodb'

export type Item = Record<string, NativeAttributeValue>

export type Change = {
  /** Attributes with their new values, also new attributes. */
  set?: Item
  /** Attributes that the item has no more. */
  remove?: string[]
}

/**
 * Returns the change of an item; undefined when the item is as it should be. It must be that for each item that it has changed:
 * a migration that was interrupted meets such items again.
 */
export type Migration = { change: (item: Item) => Change | undefined }

/** What names an item, and what the repositories write themselves. */
const own = ['version', 'incarnation', 'lastWrite', 'requestHash', 'createdAt']

/** Throws a sentence when the module is no migration. */
export function migrationIn(module: unknown, file: string): Migration {
  const { default: migration } = (module ?? {}) as { default?: Partial<Migration> }
  if (typeof migration?.change !== 'function')
    throw new Error(`${file} has no migration: export default { change: (item) => … }`)
  return { change: migration.change }
}

/** The change, checked. Throws a sentence when it touches what is not its own, or would never end. */
export function changeOf({ change }: Migration, item: Item, partitionKey: string): Change | undefined {
  const wanted = change(structuredClone(item))
  if (!wanted) return undefined
  const { set = {}, remove = [] } = wanted
  const touched = [...Object.keys(set), ...remove]
  if (touched.length === 0) return undefined
  const forbidden = touched.find((attribute) => attribute === partitionKey || own.includes(attribute))
  if (forbidden !== undefined) throw new Error(`The migration changes ${forbidden}, which names or dates an item.`)
  if (remove.some((attribute) => attribute in set)) throw new Error('The migration sets and removes one attribute.')
  const after = { ...item, ...set }
  for (const attribute of remove) Reflect.deleteProperty(after, attribute)
  if (change(after) !== undefined)
    throw new Error(`The migration would change ${String(item[partitionKey])} again after its own change.`)
  return wanted
}

// The names of the items that the assistant has read, so that a proposal can name its item to a person.
import { isObject, type Members } from '../tools/members.ts'
import type { AssistantTool } from './tools.ts'

export type Names = ReturnType<typeof createNames>

/** Results are small, and few. */
export function createNames() {
  const read: unknown[] = []
  return {
    /** Remembers the items of a result. */
    add: (result: Members) => void read.push(result),
    /** The name of the item that the arguments refer to, by the last parameter of the tool's path. */
    of: ({ arguments: known, label = [] }: AssistantTool, given: Members): string[] => {
      const id = Object.entries(known).findLast(([, place]) => place.in === 'path')
      if (!id || label.length === 0) return []
      const [argument, { name }] = id
      const item = itemIn(read, name, given[argument])
      return label.flatMap((member) => (typeof item?.[member] === 'string' ? [item[member]] : []))
    },
  }
}

/** The newest object whose member of this name has this value. */
function itemIn(value: unknown, name: string, id: unknown): Members | undefined {
  if (Array.isArray(value)) {
    for (const item of value.toReversed()) {
      const found = itemIn(item, name, id)
      if (found) return found
    }
    return undefined
  }
  if (!isObject(value)) return undefined
  if (Object.hasOwn(value, name) && value[name] === id) return value
  return itemIn(Object.values(value), name, id)
}

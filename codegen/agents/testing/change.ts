// A copy of a JSON document with one place changed; `undefined` removes the place.

export type Place = (string | number)[]

export function change<T>(document: T, place: Place, value: unknown): T {
  const copy: unknown = structuredClone(document)
  let parent = copy
  for (const key of place.slice(0, -1)) parent = childOf(parent, key)
  const key = place.at(-1) ?? ''
  if (typeof parent !== 'object' || parent === null) throw new Error(`${place.join('.')} is not in the document`)
  if (value === undefined && !(key in parent)) throw new Error(`${place.join('.')} is not in the document`)
  if (value === undefined) Reflect.deleteProperty(parent, key)
  else Reflect.set(parent, key, value)
  // Safe cast: the copy breaks the type on purpose. The tests see whether the rules notice.
  return copy as T
}

const childOf = (parent: unknown, key: string | number) =>
  (parent as Record<string | number, unknown> | undefined)?.[key]

// A new resource, as its texts are made of it.
import type { Field } from './fields.ts'
import type { Words } from './words.ts'

export const accesses = ['user', 'api-key', 'anyone'] as const
/** Who may call it. With `anyone` reading is free, and writing needs a user. */
export type Access = (typeof accesses)[number]

export type NewResource = {
  words: Words
  fields: Field[]
  filter: Field
  access: Access
  scopes: { read: string; write: string }
  /** Constants that the contract's enums have already. */
  takenConstants: Set<string>
}

/** A new item has the first value of the filter's enum, unless the body says otherwise. */
export const hasDefault = ({ filter }: NewResource) => filter.type === 'enum'

/** The fields that a creation must have. */
export const requiredFields = (resource: NewResource) =>
  resource.fields.filter((field) => !field.isOptional && !(field === resource.filter && hasDefault(resource)))

/** A value of the field for examples and tests; another one with `other`. */
export function valueOf({ name, type, values }: Field, other = false): string | number | boolean {
  const label = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  if (type === 'enum') return values[other ? 1 : 0] ?? ''
  if (type === 'integer') return other ? 5 : 3
  if (type === 'number') return other ? 7.25 : 2.5
  if (type === 'boolean') return !other
  if (type === 'date') return other ? '2027-05-15' : '2027-05-08'
  return other ? `Another ${label}` : `A ${label}`
}

export const isPublic = ({ access }: NewResource) => access === 'anyone'

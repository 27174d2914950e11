// Defaults that generators of contracts write as texts: "1" for an integer, "true" for a boolean, null for none.

type Written = { type?: unknown; nullable?: unknown; default?: unknown; enum?: unknown }

/** What the default stands for; undefined when it is a value already, or stands for nothing of the schema's type. */
export function meantBy({ type, nullable, default: value, enum: values }: Written): { value: unknown } | undefined {
  const takesNull = nullable === true || (Array.isArray(values) && values.includes(null))
  if (value === null && typeof type === 'string' && type !== 'null' && !takesNull) return { value: undefined }
  if (typeof value !== 'string') return undefined
  if (type === 'boolean' && (value === 'true' || value === 'false')) return { value: value === 'true' }
  const isNumber = type === 'number' ? /^-?\d+(\.\d+)?$/.test(value) : type === 'integer' && /^-?\d+$/.test(value)
  return isNumber ? { value: Number(value) } : undefined
}

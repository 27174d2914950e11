// The consumer of an API key. Its name is the beginning of the key's value, so that nobody has to look it up.

/** A name is short, because it is in every line of the log. */
export const consumerPattern = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*'
export const longestConsumer = 40
/** The letters and digits after the name, which Secrets Manager makes. */
export const secretLength = 40

const valuePattern = new RegExp(`^(${consumerPattern})-[A-Za-z0-9]{${secretLength}}$`)

/** Undefined for a value of another form, as of a key that was made by hand. */
export function consumerOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const [, name] = valuePattern.exec(value) ?? []
  return name !== undefined && name.length <= longestConsumer ? name : undefined
}

// The ports of the local cloud, as the variables give them.

/** Throws an error that names the variable when its value is no port. 0 means a free one. */
export function portIn(name: string, otherwise: number): number {
  const { [name]: text = String(otherwise) } = process.env
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`${name} must be a number from 0 to 65535.`)
  return port
}

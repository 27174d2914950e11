// The project's own names, made from the contract's title.

export type Names = {
  /** For people: `Acme Desk`. */
  title: string
  /** Of services, tables, buckets and stacks: `acme-desk`. */
  name: string
  /** Of types, classes and metrics: `AcmeDesk`. */
  identifier: string
  /** Of variables: `acmeDesk`. */
  variable: string
}

/** Every name is made from the contract's title. */
export function namesOf(title: string): Names {
  const words = title.match(/[A-Za-z0-9]+/g) ?? []
  const [first = ''] = words
  if (!/^[A-Za-z]/.test(first))
    throw new Error(`info.title: "${title}" must begin with a letter: names are made of it.`)
  const capitalized = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return {
    title,
    name: words.join('-').toLowerCase(),
    identifier: capitalized.join(''),
    variable: first.toLowerCase() + capitalized.slice(1).join(''),
  }
}

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

/** Words that no variable and no type may be called: of the language, and those that the SDK exports itself. */
const taken = new Set(
  [
    'abstract any as async await boolean break case catch class const continue debugger declare default delete do else',
    'enum export extends false finally for function if implements import in instanceof interface let new null number',
    'object package private protected public return static string super switch symbol this throw true try type typeof',
    'undefined unknown var void while with yield client options request resource error',
  ].flatMap((line) => line.split(' ')),
)

/** The types that every client exports. */
const ownTypes = new Set(['Answer', 'Call', 'Client', 'List', 'Requester', 'Sdk'])

/** Every name is made from the contract's title, or from the name that is given instead. */
export function namesOf(title: string, given = title): Names {
  const found =
    given
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  const [only = ''] = found
  const isTaken = found.length === 1 && (taken.has(only.toLowerCase()) || isGlobal(only))
  // A name begins with a letter, and is free. "3D" becomes Api3D, and "Export" becomes ExportApi.
  const words = /^[A-Za-z]/.test(found[0] ?? '') ? [...found, ...(isTaken ? ['api'] : [])] : ['api', ...found]
  const [first = ''] = words
  const capitalized = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return {
    title,
    name: words.join('-').toLowerCase(),
    identifier: capitalized.join(''),
    variable: first.toLowerCase() + capitalized.slice(1).join(''),
  }
}

const isGlobal = (word: string) => {
  const name = word.charAt(0).toUpperCase() + word.slice(1)
  return name in globalThis || ownTypes.has(name)
}

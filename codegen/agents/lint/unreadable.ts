// Why the linter cannot read what it was given, in one line.

export class Unreadable extends Error {
  override name = 'Unreadable'
}

/** More is not read: no platform takes a document of this size. */
export const maxBytes = 10_000_000

export const tooLarge = (name: string) => new Unreadable(`${name} is larger than ${maxBytes / 1_000_000} MB`)

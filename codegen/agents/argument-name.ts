// The name of a tool's argument, from the place and the name of the request's part. All arguments share one object.

/** Undefined: assistants never send this part. */
export function argumentName(place: string, wireName: string): string | undefined {
  if (place === 'path' || place === 'query' || place === 'body') return wireName
  // A model holds no copy of an earlier answer: a 304 would tell it nothing.
  if (place !== 'header' || wireName.toLowerCase() === 'if-none-match') return undefined
  return wireName.toLowerCase().replaceAll(/[^a-z0-9]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

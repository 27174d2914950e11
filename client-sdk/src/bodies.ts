// Bodies that are not JSON: forms, files and plain bytes. Only contracts that have them import it.

/** A body whose members of these names are files. */
export type WithFiles<Body, Names extends string> = {
  [Name in keyof Body]: Name extends Names ? Files<Body[Name]> : Body[Name]
}
type Files<Value> = Value extends null | undefined ? Value : Value extends readonly unknown[] ? Blob[] : Blob

/** The values of a member; an absent one has none. */
const valuesOf = (value: unknown): unknown[] => [value].flat().filter((item) => item !== undefined && item !== null)

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** `application/x-www-form-urlencoded`: a list is a member for each of its values. */
export function formOf(body: object): URLSearchParams {
  if (body instanceof URLSearchParams) return body
  const pairs = Object.entries(body).flatMap(([name, value]) => valuesOf(value).map((item) => [name, textOf(item)]))
  return new URLSearchParams(pairs)
}

/** `multipart/form-data`: files stay files, and objects become JSON. */
export function multipartOf(body: object): FormData {
  if (body instanceof FormData) return body
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) {
    for (const item of valuesOf(value)) {
      if (item instanceof Blob) form.append(name, item)
      else form.append(name, textOf(item))
    }
  }
  return form
}

export const asIs = <Body extends NonNullable<RequestInit['body']>>(body: Body): Body => body

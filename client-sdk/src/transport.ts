// The address of a request, and the forms of what is not JSON.
import { fail } from './errors.ts'
import type { Secrets } from './secrets.ts'

type Plain = string | number | boolean

export type Arguments = {
  path?: Record<string, Plain | readonly Plain[]> | undefined
  /** Plain values, and lists of them. Generated code writes other forms of a query itself. */
  query?: object | string | undefined
  body?: unknown
}

/** How a body is written, an answer is read, and credentials are sent, where that is not as usual. */
export type Forms = {
  // The types of Node have no BodyInit.
  write?: (body: never) => NonNullable<RequestInit['body']>
  read?: (response: Response) => Promise<unknown>
  sign?: Sign
}
/** Adds to the secrets what it makes of the credentials. */
export type Sign = (request: Signed, secrets: Secrets) => Signed
export type Signed = { url: string; headers: Record<string, string | undefined> }

/** The address, with the ids in the path and the query behind it. */
export function urlOf(base: string, template: string, { path = {}, query = {} }: Arguments): string {
  // Without it the text would be a part of the host, and another service would get the credentials.
  if (!template.startsWith('/')) fail('path must begin with /')
  const address = template.replace(/{([^}]+)}/g, (_, name: string) => {
    const id = String(path[name] ?? '')
    // The id '..' would lead to another path, and '' to the list.
    if (/^\.{0,2}$/.test(id)) fail(`${name} must be an id, not '${id}'`)
    return encodeURIComponent(id)
  })
  // An absent value is written as nothing, a list as a parameter for each of its values, and a date as RFC 3339.
  const search =
    typeof query === 'string'
      ? query
      : Object.entries(query)
          .flatMap(([name, value]) =>
            // Safe cast: any value may be tested, and only a date has this method. The rest is written as text.
            ([value].flat() as (Partial<Date> | null | undefined)[]).flatMap((item) =>
              item === undefined || item === null
                ? []
                : [name, item.toISOString?.() ?? (item as unknown as string)].map(encodeURIComponent).join('='),
            ),
          )
          .join('&')
  return base + address + (search && `?${search}`)
}

// The values of examples: those of the contract where they are valid, else made from the schemas.
import { fits } from '../model/fits.ts'
import { exampleOf as mediaExample, sampleOf } from '../model/sample.ts'
import type { MediaType, Parameter } from '../model.ts'
import { literal } from '../typescript/literal.ts'
import { isFile } from './media-types.ts'

/** The value of a parameter in an example; undefined for one that may be left out and has no example. */
export function parameterExample({ example, schema, required, deprecated, shape }: Parameter): unknown {
  const isUsable = shape === 'scalar' ? typeof example !== 'object' : !schema || fits(schema, example)
  if (example !== undefined && isUsable && (required || !deprecated)) return example
  return required ? sampleOf(schema ?? { type: 'string' }, 'request') : undefined
}

/** The value that is sent as a body. */
export const bodyExample = (media: MediaType): unknown => mediaExample(media, 'request') ?? {}

/** The body of an example as code. Files are short. */
export function bodyCode(media: MediaType): string {
  const { kind, type, schema } = media
  if (kind === 'binary') return `new Blob(['…'], ${literal({ type })})`
  if (kind !== 'multipart') {
    const value = bodyExample(media)
    return literal(kind === 'text' && typeof value !== 'string' ? JSON.stringify(value) : value)
  }
  if (!schema) return 'new FormData()'
  const value = Object(bodyExample(media)) as Record<string, unknown>
  const files = Object.entries(schema.properties ?? {}).filter(([name, member]) => isFile(member) && name in value)
  const marks = new Map(files.map(([name, { items }]) => [name, items ? "[new Blob(['…'])]" : "new Blob(['…'])"]))
  const marked = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, marks.has(name) ? `\0${name}\0` : item]),
  )
  return literal(marked).replace(/'(?:\\u0000)(.*?)(?:\\u0000)'/g, (_, name: string) => marks.get(name) ?? name)
}

/** The address that examples use where the contract has none, or only a path. */
const exampleServer = 'http://localhost:3000'

/** An address that a program can call. */
export function addressOf(url = ''): string {
  if (/^https?:\/\//.test(url)) return url
  return url.startsWith('//') ? `https:${url}` : `${exampleServer}${url.replace(/^\/?/, '/').replace(/\/$/, '')}`
}

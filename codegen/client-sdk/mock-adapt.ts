// What a mock handler makes of an example: a page of its items, a URL for an upload, or the ids of the request.
import type { Answer, Operation } from '../model.ts'
import type { Schema } from '../model/references.ts'
import { quote } from '../typescript/syntax.ts'

export const takesFiles = ({ sdk, page, successes: [success] }: Operation) =>
  sdk.upload === true || (page !== undefined && showsFiles(success, page.member))

/** The items of the list can be downloaded. */
function showsFiles(success: Answer | undefined, items: string): boolean {
  const list = success?.json?.schema?.properties?.[items]
  const { properties = {} }: Schema = list?.type === 'array' ? (list.items ?? {}) : {}
  return 'downloadUrl' in properties
}

/** What the handler makes of the example, in TypeScript. */
export function adaptOf({ page, path, sdk, parameters, successes }: Operation): string | undefined {
  if (sdk.upload) return `files.upload(${quote(path)})`
  if (page) {
    const [success] = successes
    if (showsFiles(success, page.member)) return `files.list(${quote(path)}, ${quote(page.member)}, ${page.size})`
    return `paged(${quote(page.member)}, ${page.size})`
  }
  const { properties = {} } = successes[0]?.json?.schema ?? {}
  const isSame = ({ name, in: place, schema }: Operation['parameters'][number]) =>
    place === 'path' && schema?.type === 'string' && JSON.stringify(properties[name]) === JSON.stringify(schema)
  return parameters.some(isSame) ? 'sameIds' : undefined
}

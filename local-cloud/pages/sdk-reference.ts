// The reference of the SDK: the files of the docs folder that are under sdk/, by their addresses.
import { unframed, type Page } from './site.ts'

/** Of the files, by their endings. */
const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/** A file of the folder itself, or of a folder in it. */
const address = /^\/docs\/(sdk\/(?:[\w-]+\/)?(?:[\w.-]+\.(\w+))?)$/

/**
 * Gives what answers an address under `/docs/sdk/`, and undefined for any other address.
 *
 * @param read Reads a file of the docs by its path in their folder.
 */
export const sdkReference =
  (read: (file: string) => Promise<Buffer>) =>
  (path: string): (() => Promise<Page>) | undefined => {
    const [, file, ending = 'html'] = address.exec(path) ?? []
    const contentType = Object.hasOwn(contentTypes, ending) ? contentTypes[ending] : undefined
    if (file === undefined || contentType === undefined) return undefined
    return async () => {
      const body = await read(file.endsWith('/') ? `${file}index.html` : file).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      })
      if (!body)
        return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'No such page\n' }
      return { headers: { 'Content-Type': contentType, 'Content-Security-Policy': unframed }, body }
    }
  }

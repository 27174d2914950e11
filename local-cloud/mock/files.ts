// The files of the mock, in memory: what upload URLs have promised, and what has arrived.
import { randomUUID } from 'node:crypto'

/** Of all files together. A new file then takes the place of the oldest. */
export const maxBytes = 256 * 1024 * 1024
export const filesPath = '/__mock/files/'

/** What the upload URL has promised. */
export type Promised = { folder: string; key: string; fileName: string; contentType: string; length?: number }
type Stored = Promised & { token: string; bytes: Buffer; lastModified: string }

type ShownFile = { fileName: string; contentType: string; size: number; downloadUrl: string }

function isFile(item: unknown): item is ShownFile {
  const { downloadUrl, fileName, contentType, size } = (item ?? {}) as Partial<Record<keyof ShownFile, unknown>>
  const areTexts = [downloadUrl, fileName, contentType].every((value) => typeof value === 'string')
  return areTexts && typeof size === 'number'
}

export type MockFiles = ReturnType<typeof createFiles>

/** @param url Where the mock is reached. */
export function createFiles(url: () => string) {
  const promised = new Map<string, Promised>()
  const stored = new Map<string, Stored>()
  const examples = new Map<string, Pick<Stored, 'contentType' | 'bytes'>>()

  function keep(token: string, promise: Promised, bytes: Buffer) {
    stored.set(token, { ...promise, token, bytes, lastModified: new Date().toISOString() })
    let total = [...stored.values()].reduce((sum, file) => sum + file.bytes.length, 0)
    for (const [oldest, file] of stored) {
      if (total <= maxBytes) break
      stored.delete(oldest)
      total -= file.bytes.length
    }
  }

  return {
    /** A URL that takes the file. */
    promise(file: Promised): string {
      const token = randomUUID()
      promised.set(token, file)
      return `${url()}${filesPath}${token}/${encodeURIComponent(file.fileName)}`
    },

    /** The files of a folder, as a list shows them, the newest first. */
    in: (folder: string) =>
      [...stored.values()]
        .filter((file) => file.folder === folder)
        .reverse()
        .map(({ token, key, fileName, contentType, bytes, lastModified }) => ({
          ...{ key, fileName, contentType, lastModified, size: bytes.length },
          downloadUrl: `${url()}${filesPath}${token}/${encodeURIComponent(fileName)}`,
        })),

    /** The file of an example is on this machine too, with the length that the example says. */
    example(item: unknown): unknown {
      if (!isFile(item)) return item
      const { fileName, contentType, size } = item
      const token = `example-${fileName}`
      if (!examples.has(token)) {
        examples.set(token, { contentType, bytes: Buffer.alloc(Math.min(size, maxBytes), ' ') })
      }
      return {
        ...item,
        downloadUrl: `${url()}${filesPath}${encodeURIComponent(token)}/${encodeURIComponent(fileName)}`,
      }
    },

    promised: (token: string) => promised.get(token),
    stored: (token: string) => stored.get(token) ?? examples.get(decodeURIComponent(token)),
    keep,
  }
}

// The files of a case, page by page, each with a presigned URL to download it.
import type { PageRequest } from '../repositories/indexed-list.ts'
import type { CaseBucket } from './case-bucket.ts'
import { largestFile, prefixOf } from './case-files.ts'

type ListOptions = {
  caseBucket: CaseBucket
  /** Returns a URL to download the file of this key. */
  presignDownload: (key: string) => Promise<string>
}

export function createFileList({ caseBucket, presignDownload }: ListOptions) {
  /** A file is left out when it is gone since it was listed, or when a larger one has taken its place. */
  const describe = async (key: string) => {
    const head = await caseBucket.head(key)
    if (!head) return []
    const { ContentLength: size = 0, ContentType, LastModified } = head
    if (size > largestFile) return []
    return {
      key,
      fileName: key.slice(key.lastIndexOf('/') + 1),
      size,
      contentType: ContentType ?? 'application/octet-stream',
      lastModified: (LastModified ?? new Date(0)).toISOString(),
      downloadUrl: await presignDownload(key),
    }
  }

  /**
   * Returns a page of a case's files, sorted by key. A position is a key without the case's prefix. Files that are too
   * large count for the page, but are not in it.
   */
  return async (caseId: string, { limit, after }: PageRequest) => {
    const prefix = prefixOf(caseId)
    const { Contents = [], IsTruncated } = await caseBucket.list({
      Prefix: prefix,
      MaxKeys: limit,
      ...(after !== undefined && { StartAfter: prefix + after }),
    })
    const next = IsTruncated === true ? Contents.at(-1)?.Key?.slice(prefix.length) : undefined
    const keys = Contents.flatMap(({ Key, Size = 0 }) => (Size > largestFile ? [] : (Key ?? [])))
    return { files: (await Promise.all(keys.map(describe))).flat(), next }
  }
}

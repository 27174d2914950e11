// One page of a bucket's keys. Keys that share a delimiter are one common prefix.
import type { Bucket } from './bucket.ts'

export type PageRequest = { prefix: string; delimiter: string; marker: string; size: number }

/** `last` is the marker of the next page, if there is one. */
export type Page = { keys: string[]; commonPrefixes: string[]; last?: string }

export function listPage(bucket: Bucket, { prefix, delimiter, marker, size }: PageRequest): Page {
  const keys: string[] = []
  const commonPrefixes: string[] = []
  let last = marker
  if (size === 0) return { keys, commonPrefixes }
  for (const key of bucket.list(prefix, marker)) {
    const common = commonPrefix(key, prefix, delimiter)
    // All keys of a prefix that is already on the page belong to it, also those beyond the page's end.
    if (common === undefined || common !== commonPrefixes.at(-1)) {
      if (keys.length + commonPrefixes.length === size) return { keys, commonPrefixes, last }
      if (common === undefined) keys.push(key)
      else commonPrefixes.push(common)
    }
    last = key
  }
  return { keys, commonPrefixes }
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
  return end < 0 ? undefined : key.slice(0, end + delimiter.length)
}

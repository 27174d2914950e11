// Which bytes a Range header asks for.
import { S3Error } from './error.ts'

/** Both ends included. Undefined means the whole object, also for a malformed header or one with several ranges. */
export function byteRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (header === undefined || first === undefined || last === undefined || first + last === '') return undefined
  if (first !== '' && last !== '' && Number(first) > Number(last)) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end)
    throw new S3Error('InvalidRange', { RangeRequested: header, ActualObjectSize: size }, undefined, {
      'content-range': `bytes */${size}`,
    })
  return { start, end }
}

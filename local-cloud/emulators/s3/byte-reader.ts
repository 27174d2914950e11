// Reads a stream of buffers by lines and by counts. It holds at most one buffer and one line in memory.
import { S3Error } from './error.ts'

const longestLine = 1024

export type ByteReader = ReturnType<typeof byteReader>

export function byteReader(source: AsyncIterable<Buffer>) {
  const buffers = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  async function more(): Promise<Buffer> {
    const next = await buffers.next()
    if (next.done) throw new S3Error('IncompleteBody')
    return next.value
  }

  return {
    /** The text up to CRLF. */
    async line(): Promise<string> {
      let end = rest.indexOf('\r\n')
      while (end < 0) {
        if (rest.length > longestLine) throw new S3Error('IncompleteBody')
        rest = Buffer.concat([rest, await more()])
        end = rest.indexOf('\r\n')
      }
      const line = rest.toString('latin1', 0, end)
      rest = rest.subarray(end + 2)
      return line
    },

    /** The next `count` bytes, in pieces as they arrive. */
    async *take(count: number): AsyncGenerator<Buffer, void, undefined> {
      for (let left = count; left > 0;) {
        if (rest.length === 0) rest = await more()
        const piece = rest.subarray(0, left)
        rest = rest.subarray(piece.length)
        left -= piece.length
        if (piece.length > 0) yield piece
      }
    },

    /** Releases the source. The unread rest stays in it. */
    async close() {
      await buffers.return?.()
    },

    async ended(): Promise<boolean> {
      while (rest.length === 0) {
        const next = await buffers.next()
        if (next.done) return true
        rest = next.value
      }
      return false
    },
  }
}

// Uploads a large file of zeros to a presigned URL.
import { request } from 'node:http'
import { Readable } from 'node:stream'

/** Sends zeros, one MiB at a time: a buffer of them all would take too much memory. */
export function putZeros(url: string, headers: Record<string, string>, size: number): Promise<number | undefined> {
  const block = Buffer.alloc(1024 * 1024)
  function* blocks() {
    for (let left = size; left > 0; left -= block.length) yield left < block.length ? block.subarray(0, left) : block
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PUT', headers: { ...headers, 'content-length': size } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    Readable.from(blocks()).pipe(sent.on('error', reject))
  })
}

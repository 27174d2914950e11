// Reads the body of an answer of AWS. The SDK's own way makes a stream to write into, for each answer.
import type { Readable } from 'node:stream'

/** Rejects when the connection breaks before the end. */
export const collect = (stream: Readable): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    stream
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(Buffer.concat(chunks)))
      .once('error', reject)
      .once('close', () => stream.readableEnded || reject(new Error('The body broke off.')))
  })

// The lines of a stream.

const newline = 0x0a

/**
 * Yields each line without its end. `node:readline` would also split at U+2028 and U+2029, which JSON may contain.
 * An empty line is skipped.
 */
export async function* readLines(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      yield* textIn([...begun, chunk.subarray(start, end)])
      begun = []
      start = end + 1
    }
    if (start < chunk.length) begun.push(chunk.subarray(start))
  }
  yield* textIn(begun)
}

function textIn(parts: Buffer[]): string[] {
  const line = Buffer.concat(parts).toString('utf8').trim()
  return line === '' ? [] : [line]
}

// Shows each text that this process writes to its terminal or log to a listener as well.

/** @returns A function that ends it. */
export function tapLog(listen: (text: string) => void): () => void {
  let isOn = true
  for (const stream of [process.stdout, process.stderr]) {
    // Safe cast: the arguments go on to the stream's own function unchanged.
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean
    stream.write = (chunk: unknown, ...rest: unknown[]) => {
      if (isOn && typeof chunk === 'string') listen(chunk)
      return write(chunk, ...rest)
    }
  }
  return () => {
    isOn = false
  }
}

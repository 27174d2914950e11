// The events of a stream as a mock sends them: one after the other, at the pace at which they come.

type Events = Iterable<unknown> | AsyncIterable<unknown>

export function streamed(events: Events): ReadableStream<Uint8Array> {
  // Safe cast: either has an iterator.
  const { [Symbol.asyncIterator]: asynchronous, [Symbol.iterator]: plain } = events as Partial<
    Iterable<unknown> & AsyncIterable<unknown>
  >
  const iterator = asynchronous?.call(events) ?? plain?.call(events)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator?.next()
      if (!next || next.done) controller.close()
      else controller.enqueue(encoder.encode(frameOf(next.value)))
    },
    async cancel() {
      await iterator?.return?.()
    },
  })
}

function frameOf(event: unknown): string {
  // Safe cast: the member of any value may be tested.
  const { type } = Object(event) as { type?: unknown }
  return `event: ${String(type)}\ndata: ${JSON.stringify(event)}\n\n`
}

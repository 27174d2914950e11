// The emulator of an EventBridge pipe: from a table's stream, through a filter and a template, to the bus.
import type { BusEntry } from './bus.ts'
import { matches, type Pattern } from './pattern.ts'
import type { TableStream } from '../dynamodb/stream.ts'
import { fillPipeTemplate } from './template.ts'
import { afterSeconds } from '../timer.ts'

export type Pipe = {
  filter: Pattern
  target: { source: string; detailType: string; inputTemplate: string }
}

type PipeOptions = {
  stream: TableStream
  pipe: Pipe
  put: (entry: BusEntry) => void
  /** Seconds for which the pipe gathers records (MaximumBatchingWindowInSeconds); 0 delivers them at once. */
  windowSeconds: number
}

const retrySeconds = 1

/**
 * Delivers in the stream's order, and at least once. It acknowledges a record after the bus has taken it. A kill in
 * between delivers the record again.
 */
export function startPipe({ stream, pipe: { filter, target }, put, windowSeconds }: PipeOptions) {
  let timer: ReturnType<typeof afterSeconds> | undefined
  let isFailing = false

  const deliverAll = () => {
    timer = undefined
    try {
      for (let record = stream.oldest(); record; record = stream.oldest()) {
        if (matches(filter, record)) {
          const { source, detailType, inputTemplate } = target
          put({ source, detailType, detail: fillPipeTemplate(inputTemplate, record) })
        }
        stream.acknowledge(record)
        isFailing = false
      }
    } catch (error) {
      if (!isFailing) console.error(`The pipe could not deliver a record and tries again. ${String(error)}`)
      isFailing = true
      timer = afterSeconds(retrySeconds, deliverAll)
    }
  }
  const wake = () => {
    timer ??= afterSeconds(windowSeconds, deliverAll)
  }

  stream.onRecord(wake)
  wake()
  return { close: () => timer?.cancel() }
}

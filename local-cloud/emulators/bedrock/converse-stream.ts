// ConverseStream of the emulator: the same answers as Converse, in event frames, piece by piece.
import { once } from 'node:events'
import type { Http2ServerResponse } from 'node:http2'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventFrame, exceptionFrame } from './event-frames.ts'
import type { AnswerBlock } from './models/model.ts'

export type WholeAnswer = {
  output: { message: { content: AnswerBlock[] } }
  stopReason: string
  usage: object
  metrics: object
}

/** How a model writes: the time between two pieces, and the number of pieces after which it fails. */
type Pace = { milliseconds?: number; failsAfter?: number }

const paces: Record<string, Pace> = {
  'local.slow-writer': { milliseconds: 60 },
  'local.breaks': { failsAfter: 4 },
}

const piecesOf = (text: string) => text.match(/\s*\S+\s*$|\s*\S+/g) ?? [text]
const inPieces = (json: string) => json.match(/[^]{1,12}/g) ?? []

function* framesOf({ output, stopReason, usage, metrics }: WholeAnswer): Generator<Buffer> {
  yield eventFrame('messageStart', { role: 'assistant' })
  for (const [contentBlockIndex, block] of output.message.content.entries()) {
    if ('text' in block) {
      // A block of text has no start.
      for (const text of piecesOf(block.text))
        yield eventFrame('contentBlockDelta', { contentBlockIndex, delta: { text } })
    } else {
      const { input, ...start } = block.toolUse
      yield eventFrame('contentBlockStart', { contentBlockIndex, start: { toolUse: start } })
      for (const piece of inPieces(JSON.stringify(input ?? {})))
        yield eventFrame('contentBlockDelta', { contentBlockIndex, delta: { toolUse: { input: piece } } })
    }
    yield eventFrame('contentBlockStop', { contentBlockIndex })
  }
  yield eventFrame('messageStop', { stopReason })
  yield eventFrame('metadata', { usage, metrics })
}

/** Writes at the reader's pace. Ends when the client leaves. */
export async function stream(modelId: string, answer: WholeAnswer, response: Http2ServerResponse): Promise<void> {
  const { milliseconds = 0, failsAfter = Infinity } = paces[modelId] ?? {}
  let count = 0
  for (const frame of framesOf(answer)) {
    if (response.stream.destroyed) return
    count += 1
    const isBroken = count > failsAfter
    const part = isBroken
      ? exceptionFrame('modelStreamErrorException', 'The model failed while it was writing.')
      : frame
    if (!response.write(part)) await Promise.race([once(response, 'drain'), once(response, 'close')])
    if (isBroken) break
    if (milliseconds > 0) await sleep(milliseconds)
  }
  response.end()
}

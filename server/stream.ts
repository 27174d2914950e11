// A stream of API Gateway ↔ the app: the function of the operations that answer while they work.
import { once } from 'node:events'
import type { App } from './app.ts'
import { written } from './http/event-stream.ts'
import type { HttpResponse } from './http/message.ts'
import { app, requestOf } from './lambda.ts'

/** What the runtime of Lambda writes an answer to. */
type Output = NodeJS.WritableStream & { readonly writableFinished: boolean; readonly destroyed: boolean }
type Prelude = { statusCode: number; headers: Record<string, string> }

/** The runtime's own global, in functions that answer by streams. The local cloud has one of its own. */
declare const awslambda: {
  streamifyResponse: (handler: (event: unknown, output: Output) => Promise<void>) => unknown
  HttpResponseStream: { from: (output: Output, prelude: Prelude) => Output }
}

export const createStreamHandler = (answer: App) =>
  awslambda.streamifyResponse(async (event, output) => {
    const left = new AbortController()
    output.once('close', () => left.abort())
    const { status, headers, ...content } = await answer({ ...requestOf(event), signal: left.signal })
    const sent = awslambda.HttpResponseStream.from(output, { statusCode: status, headers })
    sent.on('error', () => left.abort())
    for await (const text of textsOf(content)) {
      if (left.signal.aborted) return
      // A slow reader holds up the model, not the memory.
      if (!sent.write(text)) await drained(sent, left.signal)
    }
    sent.end()
  })

export const handler = createStreamHandler(app)

async function* textsOf({ body = '', bytes, events }: Omit<HttpResponse, 'status' | 'headers'>) {
  if (events) yield* written(events)
  else if (bytes) yield bytes
  else if (body !== '') yield body
}

/** Resolves when the output takes more, or when nobody reads it any more. */
const drained = (sent: Output, signal: AbortSignal) => once(sent, 'drain', { signal }).catch(() => undefined)

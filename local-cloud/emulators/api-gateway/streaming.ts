// Streams through the API Gateway emulator: a function's prelude, its delimiter and its payload, passed on as they come.
import type { ServerResponse } from 'node:http'
import { PassThrough, type Readable, type Writable } from 'node:stream'

/** What `responseTransferMode: STREAM` calls: it writes its answer to the stream. */
export type StreamHandler = (event: unknown, output: Writable) => Promise<void>

export type Prelude = { statusCode: number; headers: Record<string, string> }

/** API Gateway's rules: the prelude ends within 16 KB, with 8 NUL bytes, and a stream may be silent for 5 minutes. */
const delimiter = Buffer.alloc(8)
const maxPreludeBytes = 16 * 1024
const idleMilliseconds = 5 * 60_000

/** Functions hand over small pieces: what a slow reader has not taken must not pile up. */
const buffered = 16 * 1024

const asText = (value: unknown) => String(value)

/** The global of Lambda's runtime, for functions of this process. */
export const awslambda = {
  streamifyResponse: <T>(handler: T): T => handler,
  HttpResponseStream: {
    from: (output: Writable, prelude: Prelude): Writable => {
      output.write(Buffer.concat([Buffer.from(JSON.stringify(prelude)), delimiter]))
      return output
    },
  },
}

/** A stream on its way: its prelude, and its payload, which ends when the caller leaves. */
export type Streamed = Prelude & { payload: Readable }

/** Undefined when the function fails before its prelude is complete. */
export async function openStream(handler: StreamHandler, event: unknown): Promise<Streamed | undefined> {
  const output = new PassThrough({ highWaterMark: buffered })
  const failed = handler(event, output).then(
    () => undefined,
    (error: unknown) => void output.destroy(error as Error),
  )
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of output.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(delimiter)
      if (end === -1 && head.length > maxPreludeBytes) break
      if (end === -1) continue
      output.unshift(head.subarray(end + delimiter.length))
      const { statusCode, headers } = JSON.parse(head.subarray(0, end).toString('utf8')) as Prelude
      const texts = Object.entries(headers).map(([name, value]) => [name, asText(value)] as const)
      return { statusCode, headers: Object.fromEntries(texts), payload: output }
    }
  } catch {
    // The function has failed, or its prelude is no JSON.
  }
  output.destroy()
  await failed
  return undefined
}

/** Passes the payload on at the caller's pace. A caller who leaves ends the function's stream. */
export function pass({ statusCode, headers, payload }: Streamed, response: ServerResponse): Promise<void> {
  response.writeHead(statusCode, headers)
  return new Promise((resolve) => {
    let idle: NodeJS.Timeout | undefined
    const end = () => {
      clearTimeout(idle)
      payload.destroy()
      resolve()
    }
    const wait = () => {
      clearTimeout(idle)
      idle = setTimeout(() => response.destroy(), idleMilliseconds)
    }
    wait()
    payload.on('data', wait)
    payload.once('error', () => response.destroy())
    response.once('close', end)
    payload.pipe(response)
  })
}

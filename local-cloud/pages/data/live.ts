// Tells the open start pages what has changed, by server-sent events.
import type { ServerResponse } from 'node:http'
import type { Change } from './answers.ts'

type LiveOptions = {
  /** Time between two signs of life. A proxy closes a connection that is silent for long. */
  heartbeatMilliseconds?: number
  /** Changes within this time become one event. */
  pauseMilliseconds?: number
  /** A page that is hidden has no stream, so that a few are enough. */
  maxStreams?: number
}

/** A reader that is this far behind has stopped reading. */
const maxUnreadBytes = 64 * 1024

export type Live = ReturnType<typeof createLive>

export function createLive({
  heartbeatMilliseconds = 15_000,
  pauseMilliseconds = 150,
  maxStreams = 32,
}: LiveOptions = {}) {
  const streams = new Set<ServerResponse>()
  const changes = new Set<Change>()
  let isClosed = false
  let pause: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined

  const send = (text: string) => {
    for (const stream of streams) {
      if (stream.writableLength > maxUnreadBytes) stream.destroy()
      else stream.write(text)
    }
  }
  const flush = () => {
    pause = undefined
    send([...changes].map((change) => `event: ${change}\ndata: \n\n`).join(''))
    changes.clear()
  }
  const leave = (stream: ServerResponse) => {
    streams.delete(stream)
    if (streams.size === 0) clearInterval(heartbeat)
  }

  return {
    /** Makes the response a stream. Returns false when there are too many, or when the local cloud ends. */
    open: (response: ServerResponse, headers: Record<string, string>): boolean => {
      if (isClosed || streams.size >= maxStreams) return false
      response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' }).write('retry: 2000\n\n')
      if (streams.size === 0) heartbeat = setInterval(() => send(': alive\n\n'), heartbeatMilliseconds).unref()
      streams.add(response)
      response.once('close', () => leave(response))
      return true
    },
    tell: (change: Change) => {
      if (streams.size === 0) return
      changes.add(change)
      pause ??= setTimeout(flush, pauseMilliseconds).unref()
    },
    /** Ends the streams, which the server in front would wait for. */
    close: () => {
      isClosed = true
      clearTimeout(pause)
      for (const stream of streams) stream.end()
    },
    /** The number of open streams. */
    readers: () => streams.size,
  }
}

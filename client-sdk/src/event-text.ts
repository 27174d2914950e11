// Server-sent events (HTML, section 9.2): the text of a stream, read event by event.
import type { Core } from './later.ts'

/** The `type` of an event tells its other members. */
export type Received = { type: string; data: unknown }

export type Events = {
  /** Undefined: the stream has ended, perhaps in the middle of an event. */
  next: () => Promise<Received | undefined>
  /** Ends the request. */
  cancel: () => Promise<unknown>
}

const blankLine = /(?:\r\n|\n|\r(?!\n)){2}/
const lineEnd = /\r\n|\n|\r/

/** Without a limit, a text that never ends would fill the memory. */
const longest = 2 ** 22

type Chunk = ReadableStreamReadResult<Uint8Array>

export function eventsIn({ fail }: Core, response: Response): Events {
  // The fetch of React Native, and of other libraries, can give the whole text alone.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
  const reader = response.body?.getReader?.()
  const decoder = reader && new TextDecoder()
  let text = ''
  let isWhole = false
  const more = async () => {
    const { value, done = true }: Partial<Chunk> = (await reader?.read()) ?? {}
    text += decoder ? decoder.decode(value, { stream: !done }) : await response.text()
    isWhole = done
    if (text.length > longest) fail('an event is too long')
  }
  const next: Events['next'] = async () => {
    for (;;) {
      const end = blankLine.exec(text)
      if (end) {
        const event = eventIn(text.slice(0, end.index))
        text = text.slice(end.index + end[0].length)
        if (event) return event
      } else if (isWhole) return undefined
      else await more()
    }
  }
  return { next, cancel: async () => reader?.cancel() }
}

/** A comment is no event. */
function eventIn(block: string): Received | undefined {
  let name = ''
  const lines: string[] = []
  for (const line of block.split(lineEnd)) {
    // A text may have signs that end a line elsewhere, such as U+2028. JSON does not escape them.
    const [, field, value = ''] = /^(event|data): ?(.*)/s.exec(line) ?? []
    if (field === 'event') name = value
    else if (field) lines.push(value)
  }
  if (lines.length === 0) return undefined
  const data: unknown = JSON.parse(lines.join('\n'))
  // Safe cast: the member of any value may be tested.
  const type = String((Object(data) as { type?: unknown }).type)
  return { type: name && name !== type ? `${name} of ${type}` : type, data }
}

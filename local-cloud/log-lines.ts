// The log as a person reads it: each line of JSON becomes readable text on its way to the terminal.
import { styleText } from 'node:util'

/** A line as Powertools' Logger writes it. */
type Entry = Record<string, unknown> & { level: string; message: string; timestamp: string }

/** An error in such a line. */
type LoggedError = { name?: string; message?: string; stack?: string; cause?: unknown }

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

/** Members that every line has, or that the text shows in another way. */
const shownElsewhere = new Set(['level', 'message', 'timestamp', 'service', 'error', 'sampling_rate', 'xray_trace_id'])

/** `LOG_FORMAT`; without it, readable text for a terminal and JSON for everything else. */
export function logFormat({ LOG_FORMAT: wanted = '' } = process.env, isTerminal = process.stdout.isTTY): string {
  if (wanted === '') return isTerminal ? 'pretty' : 'json'
  if (wanted !== 'json' && wanted !== 'pretty') throw new Error('LOG_FORMAT must be json or pretty.')
  return wanted
}

/** From now on this process writes its log as readable text. Whatever is no line of the log stays as it is. */
export function writeReadableLog() {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean
    // styleText leaves the colours out when the stream is no terminal, or NO_COLOR is set.
    const paint: Paint = (style, text) => styleText(style, text, { stream })
    // Safe cast: the arguments go on to the stream's own function, and only the text of the first is replaced.
    stream.write = (chunk: unknown, ...rest: unknown[]) =>
      write(typeof chunk === 'string' ? readable(chunk, paint) : chunk, ...rest)
  }
}

/** One write of the logger as text; any other text as it is. */
export function readable(text: string, paint: Paint): string {
  const entry = parse(text)
  if (!entry) return text
  const time = paint('dim', new Date(entry.timestamp).toLocaleTimeString('en-GB'))
  return `${time} ${entry.message === 'request' ? request(entry, paint) : other(entry, paint)}\n`
}

/** A write as the start page shows it: without colours, and without what the row of its request has. */
export type PlainLine = { level: string; text: string }

const shownInRow = ['method', 'path', 'status', 'durationMs', 'requestId']

export function plainLine(text: string): PlainLine {
  const entry = parse(text)
  if (!entry) return { level: '', text: text.trimEnd() }
  const members = Object.entries(entry).filter(([name]) => !shownInRow.includes(name))
  // Safe cast: the members that every entry has are not among those that are left out.
  return { level: entry.level, text: other(Object.fromEntries(members) as Entry, (_, part) => part) }
}

function parse(text: string): Entry | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const entry = JSON.parse(text) as Partial<Entry>
    return [entry.level, entry.message, entry.timestamp].every((member) => typeof member === 'string')
      ? (entry as Entry)
      : undefined
  } catch {
    return undefined
  }
}

const colours = ['white', 'white', 'green', 'cyan', 'yellow', 'red'] as const

function request({ method, path, status, durationMs, caller }: Entry, paint: Paint): string {
  const { kind, id } = caller as { kind: string; id: string }
  return [
    paint('bold', String(method).padEnd(6)),
    String(path),
    paint(colours[Math.floor(Number(status) / 100)] ?? 'white', String(status)),
    `${String(durationMs)} ms`,
    paint('dim', kind === id ? kind : `${kind} ${id}`),
  ].join(' ')
}

function other({ level, message, error, ...members }: Entry, paint: Paint): string {
  const style = level === 'ERROR' || level === 'CRITICAL' ? 'red' : level === 'WARN' ? 'yellow' : 'cyan'
  const details = Object.entries(members)
    .filter(([name]) => !shownElsewhere.has(name))
    .map(([name, value]) => paint('dim', `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`))
  return [[paint(style, level), message, ...details].join(' '), ...stackOf(error)].join('\n')
}

/** The error's stack, and those of its causes. */
function stackOf(error: unknown, intro = ''): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { name = 'Error', message = '', stack, cause } = error as LoggedError
  const text = intro + (stack ?? `${name}: ${message}`)
  return [...text.split('\n').map((line) => `  ${line}`), ...stackOf(cause, 'Caused by: ')]
}

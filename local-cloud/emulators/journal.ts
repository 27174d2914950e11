// An append-only file of JSON lines. Entries that were appended before a kill are there at the next start.
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { atFile, storageProblem } from '../storage-problem.ts'
import { createOutageLog } from '../storage-report.ts'

type JournalOptions<Entry> = {
  file: string
  /** Whether a line that is a JSON object is an entry. */
  isEntry: (value: Record<string, unknown>) => boolean
  /** Reduces the entries of the file to those that still matter, and only these stay in the file. */
  keep: (entries: Iterable<Entry>) => Entry[]
}

const retryMilliseconds = 500
const partBytes = 16 * 1024

/**
 * Written bytes survive a kill of the process. A power cut may lose the last of them, which is acceptable on a
 * developer's machine. A damaged line costs its own entry alone.
 */
export function openJournal<Entry>({ file, isEntry, keep }: JournalOptions<Entry>) {
  const places = compact(file, keep(existsSync(file) ? read<Entry>(file, isEntry) : []))
  const append = appender(file)
  const outage = createOutageLog('Journal')
  /** Lines that did not fit on the disk. They come before every other line. */
  let backlog = ''
  let retry: NodeJS.Timeout | undefined
  let open = true

  /** Returns where the text stands in the file, in bytes from its beginning. */
  const write = (text: string): number => {
    const { length } = backlog + text
    try {
      const at = append.write(backlog + text) + Buffer.byteLength(backlog)
      backlog = ''
      outage.worked(length)
      return at
    } catch (error) {
      outage.failed(error, length)
      throw error
    }
  }
  const writeBacklog = () => {
    retry = undefined
    if (open && backlog !== '') writeLater('')
  }
  const writeLater = (text: string): number | undefined => {
    try {
      return write(text)
    } catch {
      backlog += text
      retry ??= setTimeout(writeBacklog, retryMilliseconds).unref()
    }
    return undefined
  }

  return {
    /** Where the kept entries stand in the file, in their order. None on a full disk, where the file stays as it is. */
    places,
    /** Throws when the entry cannot be stored. */
    append: (entry: Entry) => {
      // Entries that arrive while the local cloud stops are dropped, as if it had stopped before.
      if (open) write(line(entry))
    },
    /** Stores the entry as soon as there is room. A kill before that loses it. Returns its place in the file if it has one. */
    appendLater: (entry: Entry): number | undefined => (open ? writeLater(line(entry)) : undefined),
    /** The entry at this place. */
    // Safe cast: an entry was written there.
    at: (place: number) => JSON.parse(append.lineAt(place)) as Entry,
    close: () => {
      if (!open) return
      writeBacklog()
      open = false
      clearTimeout(retry)
      append.close()
    },
  }
}

const line = (entry: unknown) => `${JSON.stringify(entry)}\n`

/** Appends a text whole or not at all. */
function appender(file: string) {
  const descriptor = openSync(file, 'a+')
  let { size } = fstatSync(descriptor)
  return {
    /** Returns the size that the file had before. */
    write: (text: string): number => {
      const bytes = Buffer.from(text)
      try {
        // A disk that becomes full takes a part of the bytes.
        for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written)
        size += bytes.length
        return size - bytes.length
      } catch (error) {
        ftruncateSync(descriptor, size)
        throw atFile(file, error)
      }
    },
    lineAt: (place: number): string => linesOf(descriptor, place).next().value ?? '',
    close: () => closeSync(descriptor),
  }
}

/** Returns where each entry stands. */
function compact(file: string, entries: unknown[]): number[] {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.new`
  try {
    const lines = entries.map(line)
    writeFileSync(fresh, lines.join(''))
    renameSync(fresh, file)
    let size = 0
    return lines.map((text) => (size += Buffer.byteLength(text)) - Buffer.byteLength(text))
  } catch (error) {
    // On a full disk the journal stays as long as it is.
    console.error(`Journal: ${storageProblem(error) ?? String(error)} ${file} stays as it is.`)
    rmSync(fresh, { force: true })
    const whole = existsSync(file) ? readFileSync(file).lastIndexOf('\n') + 1 : 0
    const descriptor = openSync(file, 'a')
    ftruncateSync(descriptor, whole)
    closeSync(descriptor)
    return []
  }
}

/** The entries of the file, one after the other. Damaged lines are set aside; the last one may have been cut off by a kill. */
function* read<Entry>(file: string, isEntry: JournalOptions<Entry>['isEntry']): Generator<Entry, void, undefined> {
  const damaged: [number: number, text: string][] = []
  const descriptor = openSync(file, 'r')
  try {
    let number = 0
    for (const text of linesOf(descriptor)) {
      number += 1
      const value = parse(text)
      // Safe cast: the caller has said that it is an entry.
      if (text.endsWith('\n') && value && isEntry(value)) yield value as Entry
      else damaged.push([number, text.replace(/\n$/, '')])
    }
  } finally {
    closeSync(descriptor)
  }
  if (damaged.length > 0) setAside(file, damaged)
}

/** The lines from a place on, each with its end. A journal can be larger than the memory, so it is read in parts. */
function* linesOf(descriptor: number, from = 0): Generator<string, void, undefined> {
  const part = Buffer.allocUnsafeSlow(partBytes)
  let begun: Buffer[] = []
  for (let place = from, read = 1; read > 0; place += read) {
    read = readSync(descriptor, part, 0, partBytes, place)
    let start = 0
    for (let end = part.indexOf('\n') + 1; end > 0 && end <= read; end = part.indexOf('\n', start) + 1) {
      yield Buffer.concat([...begun, part.subarray(start, end)]).toString()
      begun = []
      start = end
    }
    if (start < read) begun.push(Buffer.from(part.subarray(start, read)))
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString()
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // Safe cast: every member of an object is unknown.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function setAside(file: string, damaged: [number: number, text: string][]) {
  const aside = `${file}.damaged`
  const numbers = damaged.map(([number]) => number).sort((a, b) => a - b)
  try {
    appendFileSync(aside, damaged.map(([, text]) => `${text}\n`).join(''))
  } catch {
    // The message tells the same without the copy.
  }
  const many = numbers.length === 1 ? 'a damaged line' : 'damaged lines'
  const shown = numbers.length > 5 ? `${numbers.slice(0, 5).join(', ')} and others` : numbers.join(', ')
  console.error(
    `${file} has ${many}: ${shown}. The local cloud goes on without; repair what is in ${aside}, or remove that file.`,
  )
}

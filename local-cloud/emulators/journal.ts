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
  keep: (entries: Entry[]) => Entry[]
}

const retryMilliseconds = 500

/**
 * Written bytes survive a kill of the process. A power cut may lose the last of them, which is acceptable on a
 * developer's machine. A damaged line costs its own entry alone.
 */
export function openJournal<Entry>({ file, isEntry, keep }: JournalOptions<Entry>) {
  mkdirSync(dirname(file), { recursive: true })
  const kept = keep(existsSync(file) ? read<Entry>(file, isEntry) : [])
  compact(file, kept)
  const append = appender(file)
  const outage = createOutageLog('Journal')
  /** Lines that did not fit on the disk. They come before every other line. */
  let backlog = ''
  let retry: NodeJS.Timeout | undefined
  let open = true

  const write = (text: string) => {
    const { length } = backlog + text
    try {
      append.write(backlog + text)
      backlog = ''
      outage.worked(length)
    } catch (error) {
      outage.failed(error, length)
      throw error
    }
  }
  const writeBacklog = () => {
    retry = undefined
    if (open && backlog !== '') writeLater('')
  }
  const writeLater = (text: string) => {
    try {
      write(text)
    } catch {
      backlog += text
      retry ??= setTimeout(writeBacklog, retryMilliseconds).unref()
    }
  }

  return {
    /** Throws when the entry cannot be stored. */
    append: (entry: Entry) => {
      // Entries that arrive while the local cloud stops are dropped, as if it had stopped before.
      if (open) write(line(entry))
    },
    /** Stores the entry as soon as there is room. A kill before that loses it. */
    appendLater: (entry: Entry) => {
      if (open) writeLater(line(entry))
    },
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
  const descriptor = openSync(file, 'a')
  let { size } = fstatSync(descriptor)
  return {
    write: (text: string) => {
      const bytes = Buffer.from(text)
      try {
        // A disk that becomes full takes a part of the bytes.
        for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written)
        size += bytes.length
      } catch (error) {
        ftruncateSync(descriptor, size)
        throw atFile(file, error)
      }
    },
    close: () => closeSync(descriptor),
  }
}

function compact(file: string, entries: unknown[]) {
  const fresh = `${file}.new`
  try {
    writeFileSync(fresh, entries.map(line).join(''))
    renameSync(fresh, file)
  } catch (error) {
    // On a full disk the journal stays as long as it is.
    console.error(`Journal: ${storageProblem(error) ?? String(error)} ${file} stays as it is.`)
    rmSync(fresh, { force: true })
    const whole = existsSync(file) ? readFileSync(file).lastIndexOf('\n') + 1 : 0
    const descriptor = openSync(file, 'a')
    ftruncateSync(descriptor, whole)
    closeSync(descriptor)
  }
}

/** The entries of the file. Damaged lines are set aside; the last one may have been cut off by a kill. */
function read<Entry>(file: string, isEntry: JournalOptions<Entry>['isEntry']): Entry[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const cutOff = lines.pop() ?? ''
  const entries: Entry[] = []
  const damaged: [number: number, text: string][] = cutOff === '' ? [] : [[lines.length + 1, cutOff]]
  for (const [index, text] of lines.entries()) {
    const value = parse(text)
    // Safe cast: the caller has said that it is an entry.
    if (value && isEntry(value)) entries.push(value as Entry)
    else damaged.push([index + 1, text])
  }
  if (damaged.length > 0) setAside(file, damaged)
  return entries
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

// An append-only file of JSON lines. Entries that were appended before a kill are there at the next start.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * `keep` reduces the entries of the file to those that still matter, and only these stay in the file. Written bytes
 * survive a kill of the process. A power cut may lose the last of them, which is acceptable on a developer's machine.
 */
export function openJournal<Entry>(file: string, keep: (entries: Entry[]) => Entry[]) {
  mkdirSync(dirname(file), { recursive: true })
  const kept = keep(existsSync(file) ? parse<Entry>(readFileSync(file, 'utf8')) : [])
  writeFileSync(`${file}.new`, kept.map(line).join(''))
  renameSync(`${file}.new`, file)
  const descriptor = openSync(file, 'a')
  let open = true
  return {
    append: (entry: Entry) => {
      // Entries that arrive while the local cloud stops are dropped, as if it had stopped before.
      if (open) writeSync(descriptor, line(entry))
    },
    close: () => {
      open = false
      closeSync(descriptor)
    },
  }
}

const line = (entry: unknown) => `${JSON.stringify(entry)}\n`

/** The last line counts only when it is whole, because a kill may have cut it off. */
function parse<Entry>(text: string): Entry[] {
  const lines = text.split('\n').slice(0, -1)
  // Safe cast: only this module writes the file.
  return lines.map((text) => JSON.parse(text) as Entry)
}

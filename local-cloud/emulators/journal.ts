// An append-only file of JSON lines: what was appended when the process was killed is there at the next start.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Entries of the file so far are folded by `keep` into those that still matter, and only these stay in it. Written
 * bytes outlive the process at once; a power cut may take the last of them, which is fine on a developer's machine.
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
      // What still comes while the local cloud stops is as if it had stopped before.
      if (open) writeSync(descriptor, line(entry))
    },
    close: () => {
      open = false
      closeSync(descriptor)
    },
  }
}

const line = (entry: unknown) => `${JSON.stringify(entry)}\n`

/** The last line counts only when it is whole: a kill may have come in the middle of it. */
function parse<Entry>(text: string): Entry[] {
  const lines = text.split('\n').slice(0, -1)
  // Sound: nothing but this module writes the file.
  return lines.map((one) => JSON.parse(one) as Entry)
}

// What recheck has said of patterns before, kept beside the installed packages: it takes longer than all else of a lint.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../contract.ts'

const folder = join(projectRoot, 'node_modules/.cache/frontdesk')
/** Another version of recheck may judge otherwise. */
const file = join(folder, 'recheck-4.5.0.json')

/** Pattern → its time, empty where it is linear. */
type Times = Record<string, string>

let times: Times | undefined

function read(): Times {
  try {
    // Safe cast: only this module writes the file.
    return JSON.parse(readFileSync(file, 'utf8')) as Times
  } catch {
    return {}
  }
}

/** What was said of the pattern; else what `judge` says now. Undefined: it came to no end, and may another time. */
export function knownTime(pattern: string, judge: (pattern: string) => string | undefined): string | undefined {
  times ??= read()
  const known = Object.hasOwn(times, pattern) ? times[pattern] : undefined
  if (known !== undefined) return known
  const time = judge(pattern)
  if (time === undefined) return undefined
  times = { ...read(), ...times, [pattern]: time }
  try {
    mkdirSync(folder, { recursive: true })
    const partial = `${file}.${process.pid}`
    writeFileSync(partial, JSON.stringify(times))
    renameSync(partial, file)
  } catch {
    // A folder that cannot be written costs only time.
  }
  return time
}

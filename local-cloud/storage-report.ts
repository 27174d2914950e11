// What the emulators say of their storage: each outage in one line. During a start the failed start says it instead.
import { storageProblem } from './storage-problem.ts'

type Report = { line: string; problem: string }

let held: Report[] | undefined

/** Keeps the lines back, until it is known whether the start succeeds. */
export function holdReports() {
  held = []
}

export function releaseReports() {
  const reports = held ?? []
  held = undefined
  for (const { line } of reports) console.error(line)
}

/** What went wrong first during a start. What fails after it is often a consequence. */
export const firstProblem = () => held?.[0]?.problem

/** @param consequence What the line says besides. */
export function reportFailure(name: string, error: unknown, consequence = '') {
  const problem = storageProblem(error)
  if (problem === undefined) {
    console.error(`${name}:`, error)
    return
  }
  const line = [`${name}: ${problem}`, consequence].filter(Boolean).join(' ')
  if (held) held.push({ line, problem })
  else console.error(line)
}

/**
 * Reports the first of several failures of the same storage, and its end. A disk that is nearly full still takes less than
 * what failed: that is no end.
 */
export function createOutageLog(name: string) {
  let isDown = false
  let failedLength = 0
  return {
    /** @param length How much should have been stored. */
    failed: (error: unknown, length = 0) => {
      failedLength = Math.max(failedLength, length)
      if (isDown) return
      isDown = true
      reportFailure(name, error, 'Until then the local cloud refuses what it cannot store.')
    },
    worked: (length = Infinity) => {
      if (!isDown || length < failedLength) return
      console.log(`${name}: what is written is stored again.`)
      isDown = false
      failedLength = 0
    },
  }
}

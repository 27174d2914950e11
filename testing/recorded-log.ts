// A log for tests, whose lines of requests go to a list.
import { createLog } from '../server/log.ts'

export const recording = (lines: Record<string, unknown>[]) =>
  createLog({ POWERTOOLS_METRICS_DISABLED: 'true' }, (line) => {
    // Safe cast: each line is a JSON object.
    lines.push(JSON.parse(line) as Record<string, unknown>)
  })

// The report of a load test, as text.
import type { Measured } from './load.ts'

const labels: Record<keyof Measured['percentiles'], string> = {
  p50: 'median',
  p90: '90 %',
  p97_5: '97.5 %',
  p99: '99 %',
  p99_9: '99.9 %',
  max: 'slowest',
}

export function reportOf({ sent, seconds, statuses, errors, percentiles }: Measured): string {
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0)
  const unanswered = Object.entries(errors).reduce((sum, [type, count]) => sum + (isStatus(type) ? 0 : count), 0)
  // autocannon begins another second with its requests, and does not wait for their answers.
  const underWay = Math.max(0, sent - answered - unanswered)
  return [
    `${answered} requests answered in ${seconds.toFixed(1)} s, ${(answered / seconds).toFixed(1)} a second`,
    ...(underWay > 0 ? [`${underWay} more were under way at the end, and are not counted`] : []),
    '',
    'answered within milliseconds',
    ...table(Object.entries(labels).map(([name, label]) => [label, percentiles[name as keyof typeof labels]])),
    '',
    'answers by status',
    ...table(Object.entries(statuses)),
    '',
    ...(failed === 0 ? ['no errors'] : [`${failed} errors by type`, ...table(mostFirst(errors))]),
  ].join('\n')
}

/** The others are errors of the connection. */
const isStatus = (type: string) => /^\d{3}\b/.test(type)

const mostFirst = (counts: Record<string, number>) => Object.entries(counts).sort(([, a], [, b]) => b - a)

function table(rows: [string, number][]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length), 0)
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`)
}

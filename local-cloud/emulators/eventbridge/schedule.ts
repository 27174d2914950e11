// The emulator of an EventBridge schedule.

const unitSeconds: Partial<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 }

/** The interval of `rate(5 minutes)`, in seconds. */
export function secondsOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const seconds = Number(count) * (unitSeconds[unit] ?? NaN)
  if (Number.isNaN(seconds)) throw new Error(`The local cloud cannot read the schedule ${expression}.`)
  return seconds
}

/** @param seconds Interval; 0 turns the schedule off. */
export function startSchedule({ seconds, target }: { seconds: number; target: () => void }) {
  const timer = seconds > 0 ? setInterval(target, seconds * 1000) : undefined
  return { close: () => clearInterval(timer) }
}

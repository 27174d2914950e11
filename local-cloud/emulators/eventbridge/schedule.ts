// The emulator of an EventBridge schedule.
import { afterSeconds } from '../timer.ts'

const unitSeconds: Partial<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 }

/** The interval of `rate(5 minutes)`, in seconds. */
export function secondsOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const seconds = Number(count) * (unitSeconds[unit] ?? NaN)
  if (Number.isNaN(seconds)) throw new Error(`The local cloud cannot read the schedule ${expression}.`)
  return seconds
}

/** @param seconds Interval; 0 turns the schedule off. A target that throws is called again after the next interval. */
export function startSchedule({ seconds, target }: { seconds: number; target: () => void }) {
  const fire = () => {
    timer = afterSeconds(seconds, fire)
    try {
      target()
    } catch (error) {
      console.error(`The schedule could not call its target. ${String(error)}`)
    }
  }
  let timer = seconds > 0 ? afterSeconds(seconds, fire) : undefined
  return { close: () => timer?.cancel() }
}

import { expect, test, vi } from 'vitest'
import { schedule } from '../../../server/workflow/customer-created.ts'
import { secondsOf, startSchedule } from './schedule.ts'

test('the deployed schedule starts the workflow every five minutes', () => {
  vi.useFakeTimers()
  try {
    const target = vi.fn()
    const { close } = startSchedule({ seconds: secondsOf(schedule.expression), target })
    vi.advanceTimersByTime(15 * 60 * 1000)
    expect(target).toHaveBeenCalledTimes(3)
    close()
    vi.advanceTimersByTime(15 * 60 * 1000)
    expect(target).toHaveBeenCalledTimes(3)
  } finally {
    vi.useRealTimers()
  }
})

test('a schedule of 0 seconds is off', () => {
  vi.useFakeTimers()
  try {
    const target = vi.fn()
    startSchedule({ seconds: 0, target })
    vi.advanceTimersByTime(24 * 3600 * 1000)
    expect(target).not.toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})

test('a rate in minutes, hours or days is seconds; a cron is not read', () => {
  expect(['rate(1 minute)', 'rate(2 hours)', 'rate(1 day)'].map(secondsOf)).toEqual([60, 7200, 86_400])
  expect(() => secondsOf('cron(0 12 * * ? *)')).toThrow('cannot read')
})

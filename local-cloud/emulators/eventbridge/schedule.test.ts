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

test.each([
  ['rate(24 days)', 24],
  ['rate(25 days)', 25],
  ['rate(30 days)', 30],
  ['rate(50 days)', 50],
  ['rate(365 days)', 365],
])('%s fires after that time and not before: a timer of Node overflows after 24 days', (expression, days) => {
  vi.useFakeTimers()
  try {
    const target = vi.fn()
    const { close } = startSchedule({ seconds: secondsOf(expression), target })
    const day = 24 * 3600 * 1000
    vi.advanceTimersByTime(days * day - 1)
    expect(target).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(target).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(days * day)
    expect(target).toHaveBeenCalledTimes(2)
    close()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('an interval without an end never fires', () => {
  vi.useFakeTimers()
  try {
    const target = vi.fn()
    const { close } = startSchedule({ seconds: Infinity, target })
    vi.advanceTimersByTime(100 * 24 * 3600 * 1000)
    expect(target).not.toHaveBeenCalled()
    close()
  } finally {
    vi.useRealTimers()
  }
})

test('a target that throws is called again, and one line says why', () => {
  vi.useFakeTimers()
  const said = vi.spyOn(console, 'error').mockReturnValue()
  try {
    const target = vi.fn(() => {
      throw new Error('The disk is full.')
    })
    const { close } = startSchedule({ seconds: 60, target })
    vi.advanceTimersByTime(120_000)
    expect(target).toHaveBeenCalledTimes(2)
    expect(said).toHaveBeenLastCalledWith('The schedule could not call its target. Error: The disk is full.')
    close()
  } finally {
    said.mockRestore()
    vi.useRealTimers()
  }
})

test('a rate in minutes, hours or days is seconds; a cron is not read', () => {
  expect(['rate(1 minute)', 'rate(2 hours)', 'rate(1 day)'].map(secondsOf)).toEqual([60, 7200, 86_400])
  expect(() => secondsOf('cron(0 12 * * ? *)')).toThrow('cannot read')
})

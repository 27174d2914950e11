import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { calendarDate } from './validators.ts'

const format = addFormats.default.get('date')
if (typeof format !== 'object' || !('validate' in format) || typeof format.validate !== 'function') {
  throw new Error('ajv-formats has another kind of date.')
}
const isDate = format.validate as (text: string) => boolean

const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

test('a calendar date is what ajv-formats takes for one, on every day of every year', () => {
  let dates = 0
  const unlike: string[] = []
  for (let year = 0; year <= 9999; year += 1) {
    for (const month of twoDigits.slice(0, 20)) {
      for (const day of twoDigits.slice(0, 40)) {
        const text = `${String(year).padStart(4, '0')}-${month}-${day}`
        const expected = isDate(text)
        if (calendarDate.test(text) !== expected) unlike.push(text)
        if (expected) dates += 1
      }
    }
  }
  expect(unlike).toEqual([])
  // Ten thousand years of the Gregorian calendar.
  expect(dates).toBe(3_652_425)
})

const others = [
  '',
  '2027-1-01',
  '2027-01-1',
  ' 2027-01-01',
  '2027-01-01\n',
  '2027-01-01T00:00:00Z',
  '٢٠٢٧-٠١-٠١',
  '20270101',
]
test.each(others)('%j is no calendar date', (text) => {
  expect(isDate(text)).toBe(false)
  expect(calendarDate.test(text)).toBe(false)
})

// Event patterns: texts, prefixes and ranges of numbers, compared as EventBridge compares them.
import { expect, test } from 'vitest'
import { largestFile } from '../../../server/services/case-files.ts'
import { tooLarge } from '../../../server/uploads/object-created.ts'
import { matches } from './pattern.ts'

const size = (...numeric: ['>' | '<' | '>=' | '<=' | '=', number]) => ({ size: [{ numeric }] })

test('a range of numbers', () => {
  expect([9, 10, 11].map((value) => matches(size('>', 10), { size: value }))).toEqual([false, false, true])
  expect([9, 10, 11].map((value) => matches(size('>=', 10), { size: value }))).toEqual([false, true, true])
  expect([9, 10, 11].map((value) => matches(size('<', 10), { size: value }))).toEqual([true, false, false])
  expect([9, 10, 11].map((value) => matches(size('<=', 10), { size: value }))).toEqual([true, true, false])
  expect([9, 10, 11].map((value) => matches(size('=', 10), { size: value }))).toEqual([false, true, false])
  const between = { size: [{ numeric: ['>', 5, '<=', 10] as const }] }
  expect([5, 6, 10, 11].map((value) => matches(between, { size: value }))).toEqual([false, true, true, false])
})

test('a number as text, no number and a number beyond 5,000,000,000 are in no range', () => {
  for (const value of ['11', undefined, null, NaN, 5_000_000_001])
    expect(matches(size('>', 10), { size: value })).toBe(false)
  expect(matches(size('>', 10), { size: 5_000_000_000 })).toBe(true)
})

test('a prefix, and several filters of which one is enough', () => {
  const pattern = { key: ['exactly', { prefix: 'cases/' }] }
  expect(['cases/1', 'cases/', 'exactly'].map((key) => matches(pattern, { key }))).toEqual([true, true, true])
  expect(['case', 'x/cases/', 5, undefined].map((key) => matches(pattern, { key }))).toEqual(Array(4).fill(false))
})

test('the rule of the upload guard takes files of its bucket that are larger than the limit, and no others', () => {
  const event = (object: object, bucket = 'files', source = 'aws.s3') => ({
    source,
    'detail-type': 'Object Created',
    detail: { bucket: { name: bucket }, object: { key: 'cases/1/a/b.txt', size: largestFile + 1, ...object } },
  })
  const matching = (value: unknown) => matches(tooLarge('files'), value)
  expect(largestFile).toBe(100 * 1024 * 1024)
  expect(matching(event({}))).toBe(true)
  expect(matching(event({ size: largestFile }))).toBe(false)
  expect(matching(event({ key: 'logs/1' }))).toBe(false)
  expect(matching(event({}, 'others'))).toBe(false)
  expect(matching(event({}, 'files', 'somebody'))).toBe(false)
  expect(matching({ ...event({}), 'detail-type': 'Object Deleted' })).toBe(false)
})

// Incarnations: never the same name twice.
import { expect, test } from 'vitest'
import { newIncarnation } from './revision.ts'

test('an item that is created again has another ETag, be it at the same time', () => {
  const at = '2026-11-20T09:30:00.000Z'
  expect(new Set(Array.from({ length: 100 }, () => newIncarnation(at))).size).toBe(100)
})

// Ids from idempotency keys, and hashes of bodies.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyHash, newId } from './idempotency.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('an id without a key is a new one each time', () => {
  const ids = Array.from({ length: 100 }, () => newId('createCase', 'alice', undefined))
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(uuid)
})

test('an id with a key is the same for the same operation, caller and key, and for no others', () => {
  const part = fc.string({ unit: fc.constantFrom('a', '1', ':', '\0', 'é'), maxLength: 4 })
  const parts = fc.tuple(part, part, part)
  fc.assert(
    fc.property(parts, parts, (first, other) => {
      expect(newId(...first)).toMatch(uuid)
      expect(newId(...first) === newId(...other)).toBe(
        String(first) === String(other) && first.join('|') === other.join('|'),
      )
    }),
    { numRuns: 2000 },
  )
})

test('no two ways to part the same text give one id', () => {
  const text = '1:1:a1:'
  const ids = new Set<string>()
  for (let a = 0; a <= text.length; a += 1) {
    for (let b = a; b <= text.length; b += 1) ids.add(newId(text.slice(0, a), text.slice(a, b), text.slice(b)))
  }
  expect(ids.size).toBe(((text.length + 1) * (text.length + 2)) / 2)
})

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  )
}

test('the order of members does not count, at any depth', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => bodyHash(value) === bodyHash(shuffled(value))))
  expect(bodyHash({ b: { d: 1, c: 2 }, a: [{ f: 1, e: 2 }] })).toBe(
    bodyHash({ a: [{ e: 2, f: 1 }], b: { c: 2, d: 1 } }),
  )
  expect(bodyHash({ 2: 'x', 10: 'y' })).toBe(bodyHash({ 10: 'y', 2: 'x' }))
})

test('everything else does', () => {
  const different = [
    {},
    { a: 1 },
    { a: '1' },
    { a: null },
    { a: [] },
    { a: {} },
    { a: [1, 2] },
    { a: [2, 1] },
    { b: 1 },
  ]
  expect(new Set([...different, { a: { b: 1 } }, { 'a.b': 1 }, { a: 'é' }, { a: 'e\u0301' }].map(bodyHash)).size).toBe(
    13,
  )
})

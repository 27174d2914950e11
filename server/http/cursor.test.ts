// Cursors: every position comes back, and every changed cursor is refused.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { Problem } from './problem.ts'

const list = 'listCases'
const position = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 })
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ .'.split('')

const refused = (cursor: string, of = list) => {
  try {
    decodeCursor(of, cursor)
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({ slug: 'invalid-request', errors: [{ parameter: 'cursor' }] })
    return true
  }
}

test('a cursor leads back to its position', () => {
  fc.assert(fc.property(position, (at) => decodeCursor(list, encodeCursor(list, at)) === at))
})

test('a cursor with one character changed, added or left out is refused', () => {
  const damage = fc.record({
    at: position,
    place: fc.nat(),
    character: fc.constantFrom(...alphabet),
    how: fc.constantFrom('change', 'add', 'leave out'),
  })
  let runs = 0
  fc.assert(
    fc.property(damage, ({ at, place, character, how }) => {
      const good = encodeCursor(list, at)
      const n = place % (good.length + (how === 'add' ? 1 : 0))
      const damaged = good.slice(0, n) + (how === 'leave out' ? '' : character) + good.slice(how === 'add' ? n : n + 1)
      fc.pre(damaged !== good)
      runs += 1
      return refused(damaged)
    }),
    { numRuns: 2000 },
  )
  expect(runs).toBe(2000)
})

test('a cursor of another list is refused, also where list and position run into one another', () => {
  expect(refused(encodeCursor('listCases', 'x'), 'listEvents')).toBe(true)
  const seal = Buffer.from(encodeCursor('ab', 'c'), 'base64url').subarray(0, -1)
  expect(refused(Buffer.concat([seal, Buffer.from('bc')]).toString('base64url'), 'a')).toBe(true)
  fc.assert(
    fc.property(
      position,
      position,
      position,
      (list, other, at) => list === other || refused(encodeCursor(list, at), other),
    ),
  )
})

test.each(['', 'x', '%', 'null', 'e30', '\u{1f600}', 'A'.repeat(1024)])('%j is refused', (cursor) => {
  expect(refused(cursor)).toBe(true)
})

// File names: accepted names in composed form, and refused names.
import { expect, test } from 'vitest'
import { Problem } from '../http/problem.ts'
import { safeFileName } from './file-name.ts'

const accepted: [name: string, kept: string][] = [
  ['report.pdf', 'report.pdf'],
  ['.env', '.env'],
  ['...a', '...a'],
  ['a..', 'a..'],
  ['Übersicht 1 (final)?.pdf', 'Übersicht 1 (final)?.pdf'],
  ['e\u0301.txt', 'é.txt'],
  ['a'.repeat(255), 'a'.repeat(255)],
  ['é'.repeat(127), 'é'.repeat(127)],
  // The name has 381 bytes as it is sent, and 254 bytes as it is stored.
  ['e\u0301'.repeat(127), 'é'.repeat(127)],
]
test.each(accepted)('%s', (name, kept) => {
  expect(safeFileName(name)).toBe(kept)
})

// The last name is longer in the composed form: Unicode composes some characters to longer sequences.
const refused = ['.', '..', '...', 'a/b', '../a', 'a\\b', 'a'.repeat(256), 'é'.repeat(128), '\u0958'.repeat(50)]
test.each(refused)('%s is refused', (name) => {
  expect(() => safeFileName(name)).toThrow(Problem)
})

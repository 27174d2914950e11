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
  // 381 bytes as it is sent, 254 as it is kept.
  ['e\u0301'.repeat(127), 'é'.repeat(127)],
]
test.each(accepted)('%s', (name, kept) => {
  expect(safeFileName(name)).toBe(kept)
})

// The last one is longer in the composed form: some characters are taken apart by it.
const refused = ['.', '..', '...', 'a/b', '../a', 'a\\b', 'a'.repeat(256), 'é'.repeat(128), '\u0958'.repeat(50)]
test.each(refused)('%s is refused', (name) => {
  expect(() => safeFileName(name)).toThrow(Problem)
})

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
  // The next two names join their letters and emoji by U+200C and U+200D.
  ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
  ['👨\u200d👩\u200d👧.png', '👨\u200d👩\u200d👧.png'],
  ['soft\u00adhyphen', 'soft\u00adhyphen'],
  ['a'.repeat(255), 'a'.repeat(255)],
  ['é'.repeat(127), 'é'.repeat(127)],
  // The name has 381 bytes as it is sent, and 254 bytes as it is stored.
  ['e\u0301'.repeat(127), 'é'.repeat(127)],
]
test.each(accepted)('%s', (name, kept) => {
  expect(safeFileName(name)).toBe(kept)
})

// The last name is longer in the composed form: Unicode composes some characters to longer sequences.
const misleading = [
  ...['\0', '\n', '\u007f', '\u0080', '\u0085', '\u009f'],
  ...['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\u206f'],
  ...['\u200b', '\u2028', '\u2029', '\u2060', '\ufeff'],
]
test.each(misleading)('a name with %j is refused', (character) => {
  expect(() => safeFileName(`x${character}fdp.exe`)).toThrow(Problem)
})

const refused = ['.', '..', '...', 'a/b', '../a', 'a\\b', 'a'.repeat(256), 'é'.repeat(128), '\u0958'.repeat(50)]
test.each(refused)('%s is refused', (name) => {
  expect(() => safeFileName(name)).toThrow(Problem)
})

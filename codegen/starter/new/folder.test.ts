// An error of the file system becomes one sentence. A fault of our own keeps its stack.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Refusal } from '../failure.ts'
import { refusedBy } from './folder.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('an error of the file system is a refusal with a cure', () => {
  const missing = thrownBy(() => readFileSync('/no/such/file'))
  const refusal = refusedBy(missing, '/no cannot be written', 'write')
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal.message).toBe('/no cannot be written: ENOENT. Take a folder in which you may write.')
  expect(refusedBy(missing, '/no cannot be read', 'read').message).toMatch(/in which you may read\.$/)
})

test('any other error comes back as it is, also one with a code, and so does a refusal', () => {
  const faults = [
    new TypeError('a is undefined'),
    thrownBy(() => readFileSync('a\0b')),
    new Refusal('It is not empty any more.'),
  ]
  for (const fault of faults) expect(refusedBy(fault, 'It cannot be written', 'write')).toBe(fault)
})

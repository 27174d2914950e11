// The memory of a bucket's keys, and their order.
import { expect, test } from 'vitest'
import { memoryInUse } from '../../../testing/memory.ts'
import { createKeyIndex } from './key-index.ts'

test('a key takes the memory of its text, whatever else was received at the same time', async () => {
  const index = createKeyIndex<null>()
  const before = await memoryInUse()
  for (let n = 0; n < 5000; n += 1) {
    index.set(`cases/${n}/a.txt`, null)
    // What a request makes beside it, from the same pool of small buffers.
    Buffer.from('x'.repeat(3000))
  }
  const after = await memoryInUse()
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(1_000_000)
  expect(after.heapUsed - before.heapUsed).toBeLessThan(5_000_000)
  expect([...index.list('cases/4999', '')]).toEqual(['cases/4999/a.txt'])
})

test('keys are listed by their bytes, also after one of them is deleted', () => {
  const index = createKeyIndex<number>()
  for (const [place, key] of ['\u{1f600}', '\ufffd', 'é', 'b', 'a', 'Z'].entries()) index.set(key, place)
  expect([...index.list('', '')]).toEqual(['Z', 'a', 'b', 'é', '\ufffd', '\u{1f600}'])
  index.delete('\ufffd')
  index.delete('none')
  expect([...index.list('', 'b')]).toEqual(['é', '\u{1f600}'])
})

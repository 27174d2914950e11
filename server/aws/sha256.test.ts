// Our hashes are Node's own, whatever the key and the parts of the data.
import fc from 'fast-check'
import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { Sha256 } from './sha256.ts'

const bytes = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.uint8Array({ maxLength: 200 }))
const parts = fc.array(bytes, { maxLength: 4 })

/** Asked twice, because a digest must not change the key. */
async function digestsOf(hash: Sha256, data: (string | Uint8Array)[]) {
  for (const part of data) hash.update(part)
  return [await hash.digest(), await hash.digest()].map((digest) => Buffer.from(digest).toString('hex'))
}

test('a hash of any parts', async () => {
  await fc.assert(
    fc.asyncProperty(parts, async (data) => {
      const expected = createHash('sha256')
      for (const part of data) expected.update(part)
      const hex = expected.digest('hex')
      expect(await digestsOf(new Sha256(), data)).toEqual([hex, hex])
    }),
  )
})

test('an HMAC with any secret: shorter and longer than a block, text and bytes', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, parts, async (secret, data) => {
      const expected = createHmac('sha256', secret)
      for (const part of data) expected.update(part)
      const hex = expected.digest('hex')
      expect(await digestsOf(new Sha256(secret), data)).toEqual([hex, hex])
    }),
  )
})

test('a hash that is reset begins again', async () => {
  const hash = new Sha256('secret')
  hash.update('lost')
  hash.reset()
  expect((await digestsOf(hash, ['kept']))[0]).toBe(createHmac('sha256', 'secret').update('kept').digest('hex'))
})

// The body of an answer is read whole, or not at all.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { collect } from './collect.ts'

const bytes = (...texts: string[]) => texts.map((text) => Buffer.from(text))

test.each([
  ['none', [], ''],
  ['one part', bytes('{"a":1}'), '{"a":1}'],
  ['parts that divide a character', [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)], 'é'],
])('%s', async (_what, parts, text) => {
  expect(Buffer.from(await collect(Readable.from(parts, { objectMode: false }))).toString()).toBe(text)
})

test('a body that breaks is an error', async () => {
  const broken = new Readable({ read: () => undefined })
  const body = collect(broken)
  broken.push('{"a"')
  broken.destroy(new Error('The connection broke.'))
  await expect(body).rejects.toThrow('The connection broke.')
})

test('so is one that is given up', async () => {
  const given = new Readable({ read: () => undefined })
  const body = collect(given)
  given.destroy()
  await expect(body).rejects.toThrow('The body broke off.')
})

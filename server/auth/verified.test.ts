// The cache of verified tokens: expiry, size, and tokens that are refused.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Claims } from './claims.ts'
import { rememberVerified } from './verified.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Tokens whose text is their expiry. Counts the verifications of each token. */
function counting() {
  const times = new Map<string, number>()
  const verified = rememberVerified((token) => {
    times.set(token, (times.get(token) ?? 0) + 1)
    const exp = Number(token.split('@')[1])
    if (Number.isNaN(exp)) return Promise.reject(new Error('refused'))
    return Promise.resolve({ token_use: 'id', sub: token, iat: 0, exp } satisfies Claims)
  })
  return { verified, times: (token: string) => times.get(token) }
}

test('a token is verified once, and again when it has expired', async () => {
  const { verified, times } = counting()
  const token = 'alice@1000060'
  for (let n = 0; n < 5; n += 1) expect(await verified(token)).toMatchObject({ sub: token })
  expect(times(token)).toBe(1)

  vi.setSystemTime(1_000_059_999)
  await verified(token)
  expect(times(token)).toBe(1)

  vi.setSystemTime(1_000_060_000)
  await verified(token)
  expect(times(token)).toBe(2)
})

test('a token that was refused is not remembered', async () => {
  const { verified, times } = counting()
  await expect(verified('mallory')).rejects.toThrow('refused')
  await expect(verified('mallory')).rejects.toThrow('refused')
  expect(times('mallory')).toBe(2)
})

test('no more than 500 are remembered, the latest', async () => {
  const { verified, times } = counting()
  const tokens = Array.from({ length: 501 }, (_, n) => `user${n}@2000000`)
  for (const token of tokens) await verified(token)
  for (const token of tokens.slice(1)) await verified(token)
  expect(tokens.slice(1).map(times)).toEqual(Array(500).fill(1))
  await verified('user0@2000000')
  expect(times('user0@2000000')).toBe(2)
  await verified('user1@2000000')
  expect(times('user1@2000000')).toBe(2)
})

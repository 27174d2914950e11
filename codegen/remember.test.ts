// What is remembered, until its needs change or it has failed.
import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('the same needs have the same result, of each name by itself', () => {
  const made = remember<object>()
  const first = made('a', '1', () => ({}))
  expect(made('a', '1', () => ({}))).toBe(first)
  expect(made('b', '1', () => ({}))).not.toBe(first)
  expect(made('a', '2', () => ({}))).not.toBe(first)
})

test('a failure is not remembered', async () => {
  const made = remember<Promise<string>>()
  await expect(made('a', '1', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(await made('a', '1', () => Promise.resolve('fine'))).toBe('fine')
})

test('a failure that comes late forgets nothing newer', async () => {
  const made = remember<Promise<string>>()
  const { promise, reject } = Promise.withResolvers<string>()
  const late = made('a', '1', () => promise)
  const newer = made('a', '2', () => Promise.resolve('newer'))
  reject(new Error('late'))
  await expect(late).rejects.toThrow('late')
  expect(made('a', '2', () => Promise.resolve('again'))).toBe(newer)
})

// The rule finds operations and paths with servers of their own. A contract of another place is only warned.
import { expect, test } from 'vitest'
import { limitsIn, operation } from '../testing/limits.ts'

const root = [{ url: 'https://api.things.org' }]
const files = [{ url: 'https://files.things.org' }]

test.each([
  ['an operation', { get: operation({ servers: files }) }, '#/paths/~1a/get/servers'],
  ['a path', { servers: files, get: operation() }, '#/paths/~1a/servers'],
])('finds the servers of %s', async (_, item, place) => {
  const parts = { paths: { '/a': item }, more: { servers: root } }
  expect(await limitsIn(parts)).toEqual([`error contract/one-address ${place}`])
  expect(await limitsIn(parts, 'carried')).toEqual([`warn contract/one-address ${place}`])
})

test('accepts the servers of all, written again', async () => {
  const get = operation({ servers: root })
  expect(await limitsIn({ paths: { '/a': { servers: root, get } }, more: { servers: root } })).toEqual([])
})

// The rule finds methods that fetch refuses to send.
import { expect, test } from 'vitest'
import { limitsIn, operation } from '../testing/limits.ts'

test('finds TRACE, and accepts all others', async () => {
  const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
  const item = Object.fromEntries(methods.map((method) => [method, operation()]))
  expect(await limitsIn({ paths: { '/a': item } })).toEqual(['error contract/sendable-methods #/paths/~1a/trace'])
})

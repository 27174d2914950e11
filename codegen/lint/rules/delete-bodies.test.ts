// The rule finds the body of a DELETE: an error in our contracts, a warning in others.
import { expect, test } from 'vitest'
import { body, limitsIn, operation } from '../testing/limits.ts'

const paths = { '/a': { delete: operation({ requestBody: body }) } }

test('finds it', async () => {
  expect(await limitsIn({ paths })).toEqual(['error contract/delete-bodies #/paths/~1a/delete/requestBody'])
  expect(await limitsIn({ paths }, 'carried')).toEqual(['warn contract/delete-bodies #/paths/~1a/delete/requestBody'])
})

test('accepts a DELETE without one', async () => {
  expect(await limitsIn({ paths: { '/a': { delete: operation() } } })).toEqual([])
})

// The rule finds security schemes that no component declares.
import { expect, test } from 'vitest'
import { limitsIn, operation } from '../testing/limits.ts'

const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k' } } }

test('finds them at an operation, in combinations, and at the root', async () => {
  const get = operation({ security: [{}, { key: [], other: [] }] })
  expect(await limitsIn({ paths: { '/a': { get } }, components, more: { security: [{ none: [] }] } })).toEqual([
    'error contract/declared-security #/security/0/none',
    'error contract/declared-security #/paths/~1a/get/security/0/other'.replace('/0/', '/1/'),
  ])
})

test('accepts declared ones, none, and no security at all', async () => {
  const get = operation({ security: [{ key: [] }, {}] })
  expect(await limitsIn({ paths: { '/a': { get, post: operation() } }, components })).toEqual([])
})

// The consumer that a key's value names.
import { expect, test } from 'vitest'
import { consumerOf } from './consumers.ts'

const secret = 'aB3'.repeat(13) + 'x'

test.each(['acme', 'acme-shop', 'a', 'a1-2b-c3', 'a'.repeat(40)])('%s stands in front of the value', (name) => {
  expect(consumerOf(`${name}-${secret}`)).toBe(name)
})

test.each([
  ['no name', secret],
  ['a shorter secret', `acme-${secret.slice(1)}`],
  ['a longer secret', `acme-${secret}x`],
  ['a sign in the secret', `acme-${secret.slice(1)}_`],
  ['a capital in the name', `Acme-${secret}`],
  ['a name that begins with a digit', `1acme-${secret}`],
  ['two hyphens', `acme--${secret}`],
  ['a name that is too long', `${'a'.repeat(41)}-${secret}`],
  ['a line break', `acme\n-${secret}`],
  ['a UUID', '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10'],
  ['no text', 42],
  ['nothing', undefined],
])('a value with %s names no consumer', (_what, value) => {
  expect(consumerOf(value)).toBeUndefined()
})

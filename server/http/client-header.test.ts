// The client that the log names: the SDK's own form, of bounded length, and nothing else.
import { expect, test } from 'vitest'
import { clientText } from '../../client-sdk/src/runtime.ts'
import { header } from '../../generated/client-sdk/about.ts'
import { clientIn } from './client-header.ts'

test.each([
  clientText(),
  clientText('Deno/2.9.6'),
  clientText('Cloudflare-Workers'),
  'acme-sdk/1.0.0-beta.1+build Bun/1.4.5',
  'acme-sdk/1.0.0',
])('%j is named', (text = '') => {
  expect(text).toMatch(/./)
  expect(clientIn({ [header]: text })).toBe(text)
})

test.each([
  '',
  'acme',
  'acme/',
  'acme/1 ',
  'acme/1  Node.js/24',
  'acme/1 Node.js/24 more',
  'acme/1, acme/2',
  'acme/1\nNode.js/24',
  'acme/1\u2028',
  'acme/1 Node.js/24"}',
  'acme/1 <script>',
  'acme/ü',
  `acme/${'1'.repeat(65)}`,
  `${'a'.repeat(10_000)}/1`,
])('%j is not', (text) => {
  expect(clientIn({ [header]: text })).toBeUndefined()
})

test('no header is no client', () => {
  expect(clientIn({})).toBeUndefined()
})

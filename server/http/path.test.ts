// Paths: decoded, malformed, and as `instance`.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPath } from './path.ts'

test.each([
  ['/cases', '/cases'],
  ['/customers/a%3Ab@c', '/customers/a%3Ab@c'],
  ['/customers/é', '/customers/%C3%A9'],
  ['/customers/a b"<>\\^`{|}', '/customers/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D'],
  ['/a?b#c', '/a%3Fb%23c'],
])('%s is shown as %s', (path, instance) => {
  expect(readPath(path)).toEqual({ path, instance, malformed: false })
})

test.each([
  ['/cases/%', '/cases/%25', '/cases/%25'],
  ['/cases/%zz/files', '/cases/%25zz/files', '/cases/%25zz/files'],
  ['/cases/%ff', '/cases/%25ff', '/cases/%ff'],
  ['/cases/%C3/%A9', '/cases/%25C3/%25A9', '/cases/%C3/%A9'],
  ['/cases/\ud800%', '/cases/%EF%BF%BD%25', '/cases/%EF%BF%BD%25'],
])('%s is malformed, and is routed all the same', (sent, path, instance) => {
  expect(readPath(sent)).toEqual({ path, instance, malformed: true })
})

test('whatever is sent can be decoded and shown, and keeps its segments', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('%', '/', 'f', '2', 'é', '"', '\ud800'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(text, (rest) => {
      const { path, instance } = readPath(`/${rest}`)
      expect(() => path.split('/').map(decodeURIComponent)).not.toThrow()
      expect(path.split('/')).toHaveLength(rest.split('/').length + 1)
      expect(instance).toMatch(/^\/(?:[\w\-.~!$&'()*+,;=:@/]|%[\dA-Fa-f]{2})*$/)
      expect(instance.length).toBeLessThanOrEqual(8192)
    }),
    { numRuns: 1000 },
  )
  expect(readPath(`/${'é'.repeat(4000)}`).instance).toMatch(/^\/(?:%C3%A9)+(?:%C3)?$/)
})

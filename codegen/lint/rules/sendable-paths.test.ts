// The rule finds paths with a fragment.
import { expect, test } from 'vitest'
import { limitsIn, operation } from '../testing/limits.ts'

test.each(['/a#add', '/a/{id}#b', '/#'])('finds %s', async (path) => {
  const parameters = path.includes('{') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : []
  const found = [`error contract/sendable-paths #/paths/${path.replaceAll('/', '~1')}`]
  expect(await limitsIn({ paths: { [path]: { get: operation({ parameters }) } } })).toEqual(found)
  expect(await limitsIn({ paths: { [path]: { get: operation({ parameters }) } } }, 'carried')).toEqual(found)
})

test('accepts paths with a colon, a dot and an escaped sign', async () => {
  const paths = { '/a:add': { get: operation() }, '/a.json': { get: operation() }, '/a%23b': { get: operation() } }
  expect(await limitsIn({ paths })).toEqual([])
})

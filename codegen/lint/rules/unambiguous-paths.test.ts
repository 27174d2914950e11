// The rule finds two paths of which a router could choose either, also with different numbers of parameters.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const placeOf = (path: string) => `openapi.yaml#/paths/${path.replaceAll('/', '~1')}`
const withPaths = (...paths: string[]) => Object.fromEntries(paths.map((path) => [placeOf(path), {}]))

it.each([
  ['/y/{p}/c', '/y/b/{q}'],
  ['/y/b/{q}', '/y/{p}/c'],
  ['/{p}/long/name', '/y/{q}/{r}'],
  ['/y/{q}/{r}', '/{p}/long/name'],
])('finds %s beside %s', async (one, other) => {
  expect(await findings(withPaths(one, other))).toEqual([`contract/unambiguous-paths ${placeOf(other)}`])
})

it('accepts paths of which one is the more specific, and paths that no request can confuse', async () => {
  const paths = ['/y/{p}/c', '/y/b/c', '/y/{p}/{q}', '/y/{p}/d', '/z/b/{q}', '/y/b', '/{p}/{q}/c/d']
  expect(await findings(withPaths(...paths))).toEqual([])
})

it('leaves paths that differ in names alone to no-identical-paths', async () => {
  expect(await findings(withPaths('/y/{p}', '/y/{q}'))).toEqual([`no-identical-paths ${placeOf('/y/{q}')}`])
})

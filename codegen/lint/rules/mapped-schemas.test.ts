// The rule finds values of a mapping that lead nowhere.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const to = (name: string) => `#/components/schemas/${name}`
const union = (mapping: object) => ({
  oneOf: [{ $ref: to('B') }, { $ref: to('C') }],
  discriminator: { propertyName: 'kind', mapping },
})
const branch = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } }
const schemas = { B: branch, C: { ...branch, description: 'Another one.' } }

test.each<[what: string, mapping: object, found: string[]]>([
  [
    'a name of nothing',
    { b: to('B'), c: 'Nor', d: to('C'), e: 'B2' },
    ['contract/mapped-schemas c', 'contract/mapped-schemas e'],
  ],
  ['a name before all others', { a: 'No', b: to('B') }, ['no-unresolved-refs a']],
  ['a reference', { b: to('B'), c: to('Nor') }, ['no-unresolved-refs c']],
])('finds %s', async (_, mapping, found) => {
  const findings = await limitsIn(withSchema(union(mapping), schemas))
  const place = '#/components/schemas/A/discriminator/mapping/'
  expect([...new Set(findings)]).toEqual(found.map((one) => `error ${one.replace(' ', ` ${place}`)}`))
})

test('accepts a mapping of all branches', async () => {
  expect(await limitsIn(withSchema(union({ b: to('B'), c: to('C') }), schemas))).toEqual([])
})

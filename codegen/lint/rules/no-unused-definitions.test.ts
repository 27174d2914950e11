// The rule finds unused definitions of every kind.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const unused = { type: 'boolean', description: 'Yes or no.' }

it.each([
  ['things.yaml#/schemas/Unused', unused],
  ['things.yaml#/parameters/unused', { name: 'unused', in: 'query', description: 'Unused.', schema: unused }],
  ['things.yaml#/paths/~1unused', { get: {} }],
  ['things.yaml#/responses/418', { description: 'Unused.' }],
])('finds %s', async (place, definition) => {
  expect(await findings({ [place]: definition })).toEqual([`contract/no-unused-definitions ${place}`])
})

it('finds what only an unused definition refers to', async () => {
  const edits = {
    'things.yaml#/schemas/Unused': { ...unused, type: 'array', maxItems: 1, items: { $ref: '#/schemas/Item' } },
    'things.yaml#/schemas/Item': unused,
  }
  expect(await findings(edits)).toEqual([
    'contract/no-unused-definitions things.yaml#/schemas/Unused',
    'contract/no-unused-definitions things.yaml#/schemas/Item',
  ])
})

it.each([
  ['another name for it', '#/schemas/Alias', { $ref: '#/schemas/Real' }],
  ['a part of it', '#/schemas/Alias/properties/part', { ...unused, type: 'object', properties: { part: unused } }],
])('accepts a definition when something refers to %s', async (_, $ref, Alias) => {
  const edits: Record<string, unknown> = { 'things.yaml#/schemas/Thing/properties/isOld': { $ref } }
  edits['things.yaml#/schemas/Alias'] = Alias
  if ('$ref' in Alias) edits['things.yaml#/schemas/Real'] = unused
  expect(await findings(edits)).toEqual([])
})

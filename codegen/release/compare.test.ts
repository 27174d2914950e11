// Every kind of change of a contract is told in a plain sentence, with what it asks of each consumer.
import { expect, test } from 'vitest'
import { askedBy, type Change } from './change.ts'
import { compareContracts } from './compare.ts'
import { reportOf } from './report.ts'
import { breaking, changed, harmless, made } from './testing/breaks.ts'

test.each([...breaking, ...harmless])('%s', (_, change, sentence, asks) => {
  const changes = compareContracts(made, changed(change))
  const found = changes.find(({ text }) => text === sentence)
  expect(changes.map(({ text }) => text)).toContain(sentence)
  expect(found?.asks).toMatchObject(asks)
})

test.each(breaking)('%s is a major change', (_, change) => {
  expect(compareContracts(made, changed(change)).map(askedBy)).toContain('major')
})

test.each(harmless)('%s is no major change', (_, change) => {
  expect(compareContracts(made, changed(change)).map(askedBy)).not.toContain('major')
})

test('a contract has not changed since itself', () => {
  expect(compareContracts(made, structuredClone(made))).toEqual([])
  expect(reportOf([])).toBe('Nothing has changed that a consumer meets.')
})

test('a change of a shared schema is told once, with its operations', () => {
  const changes = compareContracts(
    made,
    changed(breaking.find(([name]) => name === 'a changed type')?.[1] ?? (() => undefined)),
  )
  expect(changes).toHaveLength(1)
  expect(changes[0]?.at).toEqual(['listThings', 'createThing'])
})

test('a schema that contains itself is compared once', () => {
  const loop = (type: string) =>
    changed((document) => {
      // Safe cast: any JSON of the test.
      const schemas = document.components?.schemas as unknown as Record<string, object>
      schemas.Thing = { type: 'object', properties: { next: { $ref: '#/components/schemas/Thing' }, id: { type } } }
    })
  expect(compareContracts(loop('string'), loop('integer')).map(({ text }) => text)).toEqual([
    '`id` of `Thing` is integer, and was string.',
  ])
})

test('the report has a part for each consumer that meets something, the largest change first', () => {
  const changes: Change[] = [
    { text: 'A is new.', at: ['a'], asks: { sdk: 'minor' } },
    { text: 'B is gone.', at: ['b', 'c', 'd', 'e', 'f', 'g'], asks: { sdk: 'major', gateway: 'major' } },
  ]
  expect(reportOf(changes)).toBe(
    [
      'Programs with the SDK',
      '  major  b, c, d, e, 2 more: B is gone.',
      '  minor  a: A is new.',
      '',
      'Whoever deploys the API',
      '  major  b, c, d, e, 2 more: B is gone.',
    ].join('\n'),
  )
  expect(reportOf(changes, { isMarkdown: true })).toContain(
    '### Programs with the SDK\n\n- **major** b, c, d, e, 2 more: B is gone.',
  )
})

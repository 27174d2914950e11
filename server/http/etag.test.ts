// ETags in If-Match and If-None-Match.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newIncarnation } from '../repositories/revision.ts'
import { acceptedRevisions, etagOf, matchesEtag } from './etag.ts'

const revision = fc.record({
  incarnation: fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => newIncarnation(date.toISOString())),
  version: fc.integer({ min: 1, max: 999_999 }),
})

describe('If-Match', () => {
  test('accepts the revisions that its ETags were made of, in any number', () => {
    const list = fc.array(revision, { minLength: 1, maxLength: 8 })
    const separator = fc.constantFrom(',', ', ', ' ,\t')
    fc.assert(
      fc.property(list, separator, (revisions, between) => {
        expect(acceptedRevisions(revisions.map(etagOf).join(between))).toEqual(revisions)
      }),
    )
  })

  test('accepts any revision where it is absent or a star', () => {
    for (const any of [undefined, '*', ' * ']) expect(acceptedRevisions(any)).toBeUndefined()
  })

  const none = ['', 'x', '""', 'W/"abc-1"', 'w/"abc-1"', 'abc-1', '"abc-1', "'abc-1'", '"abc-0"', '"ABC-1"', '"abc-1"x']
  test.each([...none, '"abc-01"', '"abc--1"', '"abc-1.5"', '"*"', '*, *', '"abc-9999999999999999"', '"-1"', '"é-1"'])(
    'accepts none where it says %s',
    (ifMatch) => {
      expect(acceptedRevisions(ifMatch)).toEqual([])
    },
  )

  test('passes over what is not one of ours', () => {
    expect(acceptedRevisions('"other", W/"abc-1" , "abc-2"')).toEqual([{ incarnation: 'abc', version: 2 }])
  })
})

describe('If-None-Match', () => {
  const etag = '"abc-1"'
  test.each([etag, 'W/"abc-1"', '*', ` ${etag} `, `"x", ${etag}`, `${etag},"x"`])('%s names it', (ifNoneMatch) => {
    expect(matchesEtag(ifNoneMatch, etag)).toBe(true)
  })
  test.each(['', '"abc-2"', 'abc-1', '"abc-1', '"ABC-1"', '"abc-1"x', 'W/abc-1', '"*"'])(
    '%s does not',
    (ifNoneMatch) => {
      expect(matchesEtag(ifNoneMatch, etag)).toBe(false)
    },
  )
})

// The rule finds patterns whose time grows faster than the text.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const found = 'error contract/linear-patterns #/components/schemas/A/pattern'

test.each(['^(a+)+$', '^(a|a)*$', '(x+x+)+y', '^\\s+|\\s+$'])('finds %s', async (pattern) => {
  expect(await limitsIn(withSchema({ type: 'string', pattern }))).toEqual([found])
})

test('in other contracts only those that have no program', async () => {
  expect(await limitsIn(withSchema({ type: 'string', pattern: '^(a+)+$' }), 'carried')).toEqual([])
  expect(await limitsIn(withSchema({ type: 'string', pattern: '^(?!b)(a+)+$' }), 'carried')).toEqual([])
  expect(await limitsIn(withSchema({ type: 'string', pattern: '^(a+)+(?=b)' }), 'carried')).toEqual([found])
})

test.each(['^[a-z]+$', '^\\d{4}-\\d{2}$', '^a+(-a+)*$'])('accepts %s', async (pattern) => {
  expect(await limitsIn(withSchema({ type: 'string', pattern }))).toEqual([])
})

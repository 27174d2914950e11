// The rule finds enums of which no value can be sent.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const inside = (member: object) => withSchema({ type: 'object', properties: { member } })

test.each<[schema: object]>([
  [{ type: 'string', enum: [1, 2] }],
  [{ type: 'string', enum: [true, false] }],
  [{ type: 'integer', enum: ['1', '2'] }],
  [{ type: 'string', enum: [null] }],
  [{ type: 'string', maxLength: 1, enum: ['aa', 'bb'] }],
  [{ type: 'array', items: { type: 'string' }, enum: ['a'] }],
])('finds %j', async (schema) => {
  expect(await limitsIn(inside(schema))).toEqual([
    'error contract/possible-enums #/components/schemas/A/properties/member/enum',
  ])
  expect(await limitsIn(inside(schema), 'carried')).toEqual([
    'warn contract/possible-enums #/components/schemas/A/properties/member/enum',
  ])
})

test.each<[schema: object]>([
  [{ type: 'string', enum: ['a', null] }],
  [{ type: 'string', nullable: true, enum: [null] }],
  [{ enum: [1, 'a', true] }],
  [{ type: 'integer', enum: [1] }],
])('accepts %j', async (schema) => {
  expect(await limitsIn(inside(schema))).toEqual([])
})

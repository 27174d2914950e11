// The rule finds defaults that are texts of another type. A contract of another place is warned, and gets the value.
import { expect, test } from 'vitest'
import { meantBy } from '../../model/typed-default.ts'
import { limitsIn, withSchema } from '../testing/limits.ts'

const inside = (member: object) => withSchema({ type: 'object', properties: { member } })
const place = 'contract/typed-defaults #/components/schemas/A/properties/member/default'

test.each<[schema: object, meant: unknown]>([
  [{ type: 'integer', default: '3' }, 3],
  [{ type: 'integer', default: '-3' }, -3],
  [{ type: 'number', default: '1.5' }, 1.5],
  [{ type: 'boolean', default: 'false' }, false],
  [{ type: 'string', default: null }, undefined],
  [{ type: 'array', items: {}, default: null }, undefined],
])('finds %j, which stands for %j', async (schema, meant) => {
  expect(meantBy(schema)).toEqual({ value: meant })
  expect(await limitsIn(inside(schema))).toEqual([`error ${place}`])
  expect(await limitsIn(inside(schema), 'carried')).toEqual([`warn ${place}`])
})

test('what a text stands for keeps the limits of the schema too', async () => {
  expect(await limitsIn(inside({ type: 'integer', maximum: 9, default: '10' }), 'carried')).toEqual([
    `warn ${place}`,
    'error contract/valid-defaults #/components/schemas/A/properties/member/default',
  ])
})

test.each<[schema: object]>([
  [{ type: 'integer', default: 3 }],
  [{ type: 'string', default: '3' }],
  [{ type: 'string', nullable: true, default: null }],
  [{ type: 'string', enum: ['a', null], default: null }],
])('accepts %j', async (schema) => {
  expect(await limitsIn(inside(schema))).toEqual([])
})

// Attribute values are those of the SDK's own conversion, and every JSON value comes back as it was.
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromAttributeValues, toAttributeValues } from './attribute-values.ts'

const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'S', 'M'))
const leaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.maxSafeInteger(),
  // The SDK writes -0 as 0, and refuses what is larger than a safe integer.
  fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => value + 0),
)
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('map')),
  map: fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}))
const item = fc.dictionary(names, json, { maxKeys: 6, noNullPrototype: true })

test('an item is stored as the SDK stores it, and read as it was', () => {
  fc.assert(
    fc.property(item, (attributes) => {
      const values = toAttributeValues(attributes)
      expect(fromAttributeValues(values)).toEqual(attributes)
      // The SDK loses this name.
      if (!JSON.stringify(attributes).includes('__proto__')) {
        expect(values).toEqual(marshall(attributes, { removeUndefinedValues: true, convertClassInstanceToMap: true }))
        expect(fromAttributeValues(values)).toEqual(unmarshall(values))
      }
    }),
  )
})

test('undefined is left out, at any depth', () => {
  const values = toAttributeValues({ a: undefined, b: { c: undefined, d: [1, undefined] } })
  expect(values).toEqual({ b: { M: { d: { L: [{ N: '1' }] } } } })
})

test.each([Number.NaN, Infinity, -Infinity, 2 ** 53, 1e300, 1n, Symbol('s'), () => 1])('%s is refused', (value) => {
  expect(() => toAttributeValues({ value })).toThrow(`DynamoDB has no attribute for this ${typeof value}.`)
})

test('attributes that no JSON value is stored as are no JSON value', () => {
  const set = { SS: ['a'] }
  expect(fromAttributeValues({ set, large: { N: '9007199254740993' }, bytes: { B: new Uint8Array([1]) } })).toEqual({
    set,
    large: '9007199254740993',
    bytes: { B: new Uint8Array([1]) },
  })
})

// Defaults become the values that they stand for, and nothing else in the contract changes.
import { expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { withTypedDefaults } from './typed-defaults.ts'

const contractOf = (size: object, more: object = {}) => {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: { '/a': { get: { parameters: [{ name: 'size', in: 'query', schema: size }], responses: {} } } },
    components: { schemas: { A: { type: 'object', properties: { size, ...more } } } },
  }
  // Safe cast: the function reads no more of it.
  return document as unknown as Contract
}

test('a text of a number or a boolean becomes the value, and null none', () => {
  const converted = (schema: object) => withTypedDefaults(contractOf(schema))
  expect(converted({ type: 'integer', default: '7' })).toEqual(contractOf({ type: 'integer', default: 7 }))
  expect(converted({ type: 'boolean', default: 'true' })).toEqual(contractOf({ type: 'boolean', default: true }))
  expect(converted({ type: 'integer', default: null })).toEqual(contractOf({ type: 'integer' }))
})

test('examples, and members that are named like keywords, stay as they are', () => {
  const like = { type: 'integer', default: '7' }
  const same = { type: 'object', example: like, default: { a: like }, 'x-a': like }
  const named = { type: { type: 'string' }, default: { type: 'string', default: '7' } }
  expect(withTypedDefaults(contractOf(same, named))).toEqual(contractOf(same, named))
  expect(withTypedDefaults(contractOf({}, { example: like }))).toEqual(
    contractOf({}, { example: { type: 'integer', default: 7 } }),
  )
})

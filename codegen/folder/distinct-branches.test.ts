// Repeated branches stand once, and nothing else in the contract changes.
import { expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { withDistinctBranches } from './distinct-branches.ts'

const file = { type: 'string', format: 'binary' }
const ref = { $ref: '#/components/schemas/B' }

const contractOf = (schema: object) => {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: { '/a': { get: { responses: { 200: { content: { 'text/plain': { schema } } } } } } },
    components: { schemas: { A: { type: 'object', properties: { member: schema } }, B: file } },
  }
  // Safe cast: the function reads no more of it.
  return document as unknown as Contract
}

test.each<[what: string, oneOf: object[], distinct: object[]]>([
  ['branches that are alike', [file, file, file], [file]],
  ['branches with other texts', [{ ...file, description: 'One.' }, file], [{ ...file, description: 'One.' }]],
  ['a reference and what it leads to', [ref, file], [ref]],
  ['two pairs', [file, { type: 'integer' }, file, { type: 'integer' }], [file, { type: 'integer' }]],
  ['a branch that stands alone', [file, file, { type: 'integer' }], [file, file, { type: 'integer' }]],
])('%s', (_what, oneOf, distinct) => {
  expect(withDistinctBranches(contractOf({ oneOf }))).toEqual(contractOf({ oneOf: distinct }))
})

test('a contract without such branches is not copied', () => {
  const document = contractOf({ oneOf: [ref, { type: 'integer' }], discriminator: { propertyName: 'kind' } })
  expect(withDistinctBranches(document)).toBe(document)
})

test('an example may look like a schema', () => {
  const document = contractOf({ type: 'object', example: { oneOf: [null, null] } })
  expect(withDistinctBranches(document)).toEqual(document)
})

// The judge reads schemas alone: what stands in examples and extensions is data.
import { expect, test } from 'vitest'
import type { Contract } from '../model.ts'
import { createJudge } from './judge.ts'

test('members of examples that are named like keywords of JSON Schema mean nothing', () => {
  const example = { $id: 'one', $ref: '#/nowhere', type: 'nothing' }
  const schema = {
    type: 'object',
    example,
    'x-sample': example,
    properties: { a: { type: 'integer', example }, example: { type: 'integer' } },
  }
  const document = {
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: {},
    components: { schemas: { A: schema, B: schema } },
  }
  // Safe cast: the judge reads the schemas alone.
  const fits = createJudge(document as unknown as Contract, 'request')
  expect(fits({ $ref: '#/components/schemas/B' }, { a: 1, example: 2 })).toBe(true)
  expect(fits({ $ref: '#/components/schemas/B' }, { a: 'x' })).toBe(false)
  expect(fits({ $ref: '#/components/schemas/B' }, { example: 'x' })).toBe(false)
})

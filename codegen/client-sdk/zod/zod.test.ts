// The zod schemas accept what the compiled validators accept, and nothing else: of our contract, and of any other.
import type { ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { contractOf } from '../../constructs/construct.ts'
import { schemas as constructs } from '../../constructs/schemas.ts'
import { namesIn } from '../../contract-names.ts'
import { modelOf, type Contract, type Model } from '../../model.ts'
import { sampleOf } from '../../model/sample.ts'
import { readModel } from '../../read.ts'
import { offeredSchemas } from '../facade.ts'
import { judge, loadZod, mutated, validatorsOf } from './testing/judges.ts'
import { made, madeContract } from './testing/made-schemas.ts'

describe('our contract', async () => {
  const model = await readModel()
  const names = Object.keys(offeredSchemas(model))
  let zod: Record<string, ZodType>
  let validators: Record<string, ValidateFunction>
  beforeAll(async () => {
    zod = await loadZod(model)
    validators = await validatorsOf(model)
  })

  test('the values that are tried are right and wrong', () => {
    const verdicts = names.flatMap((name) => tried(model, name).map((value) => validators[name]?.(value) === true))
    const right = verdicts.filter(Boolean).length / verdicts.length
    expect(names.length).toBeGreaterThan(model.operations.length)
    expect(right).toBeGreaterThan(0.1)
    expect(right).toBeLessThan(0.9)
  })

  test.each(names)('%s', (name) => {
    const schema = zod[namesIn(model).schema(name)]
    for (const value of tried(model, name)) {
      expect([schema?.safeParse(value).success, value]).toEqual([validators[name]?.(value), value])
    }
  })

  test('each operation has schemas of what it takes and gives, and each says the same as that which it refers to', () => {
    const { CreateCaseBody, CaseInput, CreateCaseAnswer, Case, ListCasesQuery, ListCasesRequest } = zod
    expect([CreateCaseBody, CreateCaseAnswer]).toEqual([CaseInput, Case])
    expect(ListCasesQuery?.safeParse({ limit: 10, status: 'open' }).success).toBe(true)
    for (const query of [{ limit: 0 }, { limit: '10' }, { status: 'done' }, { unknown: 1 }])
      expect(ListCasesQuery?.safeParse(query).success).toBe(false)
    expect(ListCasesRequest?.safeParse({ query: { limit: 10 } }).success).toBe(true)
    expect(ListCasesRequest?.safeParse({ query: { limit: 0 } }).success).toBe(false)
  })

  /** A right value, and many that differ from it in one place. */
  function tried({ schemas }: Model, name: string): unknown[] {
    const schema = schemas[name]
    const right = schema ? sampleOf(schema) : {}
    return [right, ...fc.sample(mutated(right), { numRuns: 60, seed: 7 })]
  }
})

describe('constructs of other contracts', () => {
  const working = constructs.filter(({ refused }) => !refused)
  let zod: Record<string, ZodType>
  beforeAll(async () => {
    zod = await loadZod(modelOf(contractOf(working) as Contract))
  })

  test.each(working.map((construct, at) => ({ ...construct, at: String(at + 1).padStart(2, '0') })))(
    '$name',
    ({ right, wrong, at }) => {
      const schema = zod[`PostS${at}Body`]
      const judged = (asked: typeof right) =>
        asked.map(({ body = '' }) => schema?.safeParse(JSON.parse(body) as unknown).success)
      expect(judged(right)).toEqual(right.map(() => true))
      expect(judged(wrong)).toEqual(wrong.map(() => false))
    },
  )
})

describe('made schemas: every keyword, with values at its limits', () => {
  const { document, names } = madeContract()
  // Safe cast: the test writes OpenAPI 3.0.
  const model = modelOf(document as Contract)
  let zod: Record<string, ZodType>
  let validators: Record<string, ValidateFunction>
  beforeAll(async () => {
    zod = await loadZod(model)
    validators = await validatorsOf(model)
  })

  test.each(Object.entries(made))('%s', (what, { values }) => {
    const name = names[what] ?? ''
    const all = values.flatMap((value) => [value, ...fc.sample(mutated(value), { numRuns: 30, seed: 7 })])
    const verdicts = all.map((value) => judge(validators[name], zod[name], value))
    expect(verdicts.filter((verdict) => verdict.zod !== verdict.ajv)).toEqual([])
    if (what !== 'a list of anything') expect(new Set(verdicts.map(({ ajv }) => ajv))).toEqual(new Set([true, false]))
  })
})

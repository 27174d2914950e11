// The validators of answers: of our contract they agree with the zod schemas, and of other contracts they are right.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { validators } from '../../../generated/client-sdk/answer-validators.js'
import type { Validator } from '../../../generated/client-sdk/answer-validators.js'
import { namesIn } from '../../contract-names.ts'
import { modelOf, type Contract } from '../../model.ts'
import { exampleOf } from '../../model/sample.ts'
import { readModel } from '../../read.ts'
import { facadeOf } from '../facade.ts'
import { loadZod, mutated } from '../zod/testing/judges.ts'
import { renderAnswerValidators } from './index.ts'

describe('our contract', async () => {
  const model = await readModel()
  const operations = facadeOf(model).flatMap(({ methods }) => methods.map(({ operation }) => operation))
  let zod: Record<string, ZodType>
  beforeAll(async () => {
    zod = await loadZod(model)
  })

  test.each(operations.map((operation) => [operation.operationId, operation] as const))('%s', (id, operation) => {
    const known = validators[`${operation.method.toUpperCase()} ${operation.path}`] ?? {}
    expect(Object.keys(known)).toEqual(operation.successes.map(({ key }) => key))
    for (const { key, json } of operation.successes) {
      if (!json) {
        expect(known[key]).toBeNull()
        continue
      }
      const right = exampleOf(json, 'answer')
      const schema = zod[namesIn(model).answer(id)]
      expect(known[key]?.(right)).toBe(true)
      for (const value of fc.sample(mutated(right), { numRuns: 40, seed: 7 }))
        expect([known[key]?.(value), value]).toEqual([schema?.safeParse(value).success, value])
    }
  })
})

test('other contracts: ranges, default, text, files, formats by functions, slow patterns, unlike items and recursion', async () => {
  const node = { $ref: '#/components/schemas/Node' }
  const json = (schema: object) => ({ description: '', content: { 'application/json': { schema } } })
  const text = (more: object) => ({ type: 'string', ...more })
  const responses: Record<string, object> = {
    '/range': { '2XX': json({ type: 'integer' }) },
    '/default': { default: json({ type: 'integer' }) },
    '/text': { 200: { description: '', content: { 'text/plain': { schema: text({}) } } } },
    '/either': { 200: { description: '', content: { 'application/json': {}, 'text/csv': {} } } },
    '/any': { 200: { description: '', content: { 'application/json': {} } } },
    '/empty': { 202: { description: '' } },
    '/time': { 200: json(text({ format: 'time' })) },
    '/slow': { 200: json(text({ pattern: '^(a+)+$' })) },
    '/unique': { 200: json({ type: 'array', uniqueItems: true, items: {} }) },
    '/node': { 200: json(node) },
  }
  const document = {
    openapi: '3.0.3',
    info: { title: 'Others', version: '1' },
    paths: Object.fromEntries(Object.entries(responses).map(([path, own]) => [path, { get: { responses: own } }])),
    components: {
      schemas: {
        Node: {
          type: 'object',
          properties: { next: node, secret: text({ writeOnly: true }) },
          additionalProperties: false,
        },
      },
    },
  }
  // Safe cast: the test writes OpenAPI 3.0.
  const files = await renderAnswerValidators(modelOf(document as unknown as Contract))
  const code = files['answer-validators.js'] ?? ''
  expect(code).not.toMatch(/^import /m)
  const { validators: made } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    validators: Record<string, Record<string, Validator | null>>
  }
  const verdicts = (path: string, key: string, ...values: unknown[]) =>
    values.map((value) => made[`GET ${path}`]?.[key]?.(value))
  expect(verdicts('/range', '2XX', 1, 'a')).toEqual([true, false])
  expect(verdicts('/default', 'default', 1, 'a')).toEqual([true, false])
  for (const path of ['/text', '/either', '/any']) expect(made[`GET ${path}`]).toEqual({ 200: null })
  expect(made['GET /empty']).toEqual({ 202: null })
  expect(verdicts('/time', '200', '12:00:00Z', '25:00:00Z')).toEqual([true, false])
  expect(verdicts('/slow', '200', 'aaa', `${'a'.repeat(40)}b`)).toEqual([true, false])
  expect(verdicts('/unique', '200', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 1 }])).toEqual([true, false])
  expect(verdicts('/node', '200', { next: { next: {} } }, { next: { secret: 'x' } }, { next: 1 })).toEqual([
    true,
    false,
    false,
  ])
})

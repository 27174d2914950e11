// What would the proofs notice? Seeded mistakes, one at a time, of which nearly all must be caught.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stages } from './stages.ts'
import { checks } from './testing/checks/index.ts'
import { mistakes } from './testing/mistakes.ts'
import { plain, synthesize, type Template } from './testing/template.ts'
import { validate } from './testing/validation.ts'

const goal = 0.95

let prod: Awaited<ReturnType<typeof synthesize>>
beforeAll(async () => {
  prod = await synthesize(stages.prod)
})
afterAll(() => prod.remove())

/** The names of the checks that object. */
function objections(template: Template): string[] {
  const normalized = plain(template)
  const objecting = Object.entries(checks).filter(([, check]) => check(normalized, stages.prod).length > 0)
  return [...objecting.map(([name]) => name), ...(validate(template).length > 0 ? ['validation'] : [])]
}

test('nothing objects to what is not spoilt', () => {
  expect(objections(prod.template)).toEqual([])
})

test(`of the seeded mistakes at least ${goal * 100} % are caught`, () => {
  const results = mistakes.map(({ name, seed }) => {
    const template = structuredClone(prod.template)
    seed(template)
    expect(JSON.stringify(template), name).not.toBe(prod.text)
    return { name, caughtBy: objections(template) }
  })
  const missed = results.filter(({ caughtBy }) => caughtBy.length === 0).map(({ name }) => name)
  const score = (results.length - missed.length) / results.length
  const byValidation = results.filter(({ caughtBy }) => caughtBy.includes('validation')).length
  console.log(
    `${results.length - missed.length} of ${results.length} seeded mistakes are caught (${(score * 100).toFixed(1)} %), ` +
      `${byValidation} of them by CloudFormation's validation too${missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''}`,
  )
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length)
  expect(mistakes.length).toBeGreaterThanOrEqual(40)
  expect(score).toBeGreaterThanOrEqual(goal)
}, 60_000)

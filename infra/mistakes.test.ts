// Seeded mistakes, one at a time: the checks must catch nearly all of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stages, type Stage } from './stages.ts'
import { assistantMistakes } from './testing/assistant-mistakes.ts'
import { checks } from './testing/checks/index.ts'
import { everything } from './testing/every-setting.ts'
import { mistakes } from './testing/mistakes.ts'
import { plain, synthesize, type TemplateJson } from './testing/template.ts'
import { validate } from './testing/validation.ts'

const goal = 0.95

let prod: Awaited<ReturnType<typeof synthesize>>
beforeAll(async () => {
  prod = await synthesize(stages.prod)
})
afterAll(() => prod.remove())

/** The first check that objects. */
function objector(json: TemplateJson, stage: Stage = stages.prod): string | undefined {
  const template = plain(json)
  const [name] = Object.entries(checks).find(([, check]) => check(template, stage).length > 0) ?? []
  return name
}

// CloudFormation's validation of the same template is part of stack.test.ts.
test('nothing objects to what is not spoilt', () => {
  expect(objector(prod.template)).toBeUndefined()
})

test(`of the seeded mistakes at least ${goal * 100} % are caught`, () => {
  const results = Object.entries(mistakes).map(([name, seed]) => {
    const template = structuredClone(prod.template)
    seed(template)
    expect(JSON.stringify(template), name).not.toBe(JSON.stringify(prod.template))
    return { name, caughtBy: objector(template) ?? (validate(template).length > 0 ? 'validation' : undefined) }
  })
  const missed = results.filter(({ caughtBy }) => caughtBy === undefined).map(({ name }) => name)
  const score = (results.length - missed.length) / results.length
  const tail = missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''
  console.log(
    `${results.length - missed.length} of ${results.length} seeded mistakes are caught, ${(score * 100).toFixed(1)} %${tail}`,
  )
  expect(results.length).toBeGreaterThanOrEqual(40)
  expect(score).toBeGreaterThanOrEqual(goal)
}, 120_000)

test('of the mistakes in a stage with assistants all are caught by a check', async () => {
  const { template: unspoilt, remove } = await synthesize(everything)
  expect(objector(unspoilt, everything)).toBeUndefined()
  for (const [name, seed] of Object.entries(assistantMistakes)) {
    const template = structuredClone(unspoilt)
    seed(template)
    expect(JSON.stringify(template), name).not.toBe(JSON.stringify(unspoilt))
    expect(objector(template, everything), name).toBeDefined()
  }
  await remove()
})

// Each stage's template, held against the contract, the repositories, the workflow and the rules of a careful account.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stages, type StageName } from './stages.ts'
import { checks } from './testing/checks/index.ts'
import { plain, synthesize } from './testing/template.ts'

type Synthesized = Awaited<ReturnType<typeof synthesize>>

const synthesized = new Map<string, Synthesized>()
beforeAll(async () => {
  for (const stage of Object.values(stages)) synthesized.set(stage.name, await synthesize(stage))
})
afterAll(() => Promise.all([...synthesized.values()].map(({ remove }) => remove())))

const of = (name: StageName): Synthesized => {
  const found = synthesized.get(name)
  if (!found) throw new Error(`${name} was not synthesized.`)
  return found
}

describe.each(Object.values(stages))('$name', (stage) => {
  test.each(Object.entries(checks))('%s', (_name, check) => {
    expect(check(plain(of(stage.name).template), stage)).toEqual([])
  })

  test('is far from the limits of a template', () => {
    const { text, template } = of(stage.name)
    expect(text.length).toBeLessThan(900_000)
    expect(Object.keys(template.Resources).length).toBeLessThan(400)
  })
})

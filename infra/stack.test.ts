// Checks each stage's template against the contract, the repositories, the workflow and the rules of a secure account.
// Only this test file runs CloudFormation's validation on whole stages: its first run takes 4 s of CPU.
import { Validations, type Acknowledgment } from 'aws-cdk-lib'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stages, type Stage } from './stages.ts'
import { goldenFile, goldenOf } from './golden.ts'
import { checks } from './testing/checks/index.ts'
import { everything } from './testing/every-setting.ts'
import { plain, synthesize } from './testing/template.ts'
import { findings } from './testing/validation.ts'

/** Long enough for a busy machine. */
const timeout = 180_000

// The stage with every setting comes first: it has every type of resource, and the validation loads each type once.
const all: [string, Stage][] = [['every setting', everything], ...Object.entries(stages)]

type Synthesized = Awaited<ReturnType<typeof synthesize>>

/** Each stage is synthesized once, for all tests of its template. */
const made = new Map<Stage, Promise<Synthesized>>()
const madeOf = (stage: Stage): Promise<Synthesized> => {
  const known = made.get(stage) ?? synthesize(stage, { validated: true })
  made.set(stage, known)
  return known
}
afterAll(async () => {
  for (const { remove } of await Promise.all(made.values())) await remove()
})

describe.each(all)('%s', (_name, stage) => {
  let synthesized: Synthesized
  let template: ReturnType<typeof plain>
  beforeAll(async () => {
    synthesized = await madeOf(stage)
    template = plain(synthesized.template)
  }, timeout)

  test.each(Object.entries(checks))('%s', (_check, check) => {
    expect(check(template, stage)).toEqual([])
  })

  test('is far from the limits of a template', () => {
    expect(synthesized.text.length).toBeLessThan(900_000)
    expect(Object.keys(synthesized.template.Resources).length).toBeLessThan(400)
  })
})

test.each(Object.values(stages))(
  'the template of $name is the accepted one: see `npm run synth -- --stage $name --accept`',
  async (stage) => {
    const { text } = await madeOf(stage)
    expect(goldenOf(text)).toBe(await readFile(goldenFile(process.cwd(), stage.name), 'utf8'))
  },
  timeout,
)

test(
  'a stage has no findings but those that are acknowledged, and no acknowledgement without a finding',
  async () => {
    const acknowledged: Acknowledgment[] = []
    const original = Object.getOwnPropertyDescriptor(Validations.prototype, 'acknowledge') ?? {}
    Object.defineProperty(Validations.prototype, 'acknowledge', {
      ...original,
      value: (...rules: Acknowledgment[]) => acknowledged.push(...rules),
    })
    const found = new Set<string>()
    try {
      for (const stage of [stages.dev, stages.prod, everything]) {
        const { outdir, remove } = await synthesize(stage, { validated: true, mayFail: true })
        for (const finding of await findings(outdir)) found.add(finding)
        await remove()
      }
    } finally {
      Object.defineProperty(Validations.prototype, 'acknowledge', original)
    }

    const named = new Set(acknowledged.map(({ id }) => id))
    // cdk-nag does not see the methods of a body. The missing gateway authorizer is acknowledged all the same.
    for (const unseen of ['AwsSolutions-APIG4', 'AwsSolutions-COG4']) found.add(unseen)
    expect([...found].sort()).toEqual([...named].sort())
    for (const { id, reason } of acknowledged) expect(reason.length, id).toBeGreaterThan(30)
  },
  timeout,
)

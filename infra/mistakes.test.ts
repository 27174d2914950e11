// Seeded mistakes, one at a time: a check must name each of them.
import { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { plainTemplate } from './plain-template.ts'
import { stages, type Stage } from './stages.ts'
import { alarmMistakes } from './testing/alarm-mistakes.ts'
import { assistantMistakes } from './testing/assistant-mistakes.ts'
import { cacheMistakes } from './testing/cache-mistakes.ts'
import { checks } from './testing/checks/index.ts'
import { everything } from './testing/every-setting.ts'
import { firewallMistakes } from './testing/firewall-mistakes.ts'
import { guardMistakes, scheduledMistakes } from './testing/guard-mistakes.ts'
import { NoPlace, type Mistake } from './testing/mistake.ts'
import { mistakes } from './testing/mistakes.ts'
import { secretMistakes, settingMistakes, trustMistakes } from './testing/template-mistakes.ts'
import { templateOf, type TemplateJson } from './testing/template.ts'

const goal = 0.97

/** Each class of mistakes, in the template of prod. */
const ofProd: Record<string, Record<string, Mistake>> = {
  system: mistakes,
  alarms: alarmMistakes,
  firewall: firewallMistakes,
  guards: guardMistakes,
  secrets: secretMistakes,
  settings: settingMistakes,
  trust: trustMistakes,
}

/** These need a setting that prod does not have. */
const ofEverySetting: Record<string, Record<string, Mistake>> = {
  assistants: assistantMistakes,
  cache: cacheMistakes,
  scheduled: scheduledMistakes,
}

let prod: TemplateJson
beforeAll(async () => {
  prod = await templateOf(stages.prod)
})

/** They take milliseconds, and most mistakes need none of them. */
const costly = ['gatewayBody', 'permissions', 'logGroups', 'secrets']
const inOrder = Object.entries(checks).sort(([a], [b]) => costly.indexOf(a) - costly.indexOf(b))

/** The first check that objects. */
function objector(json: TemplateJson, stage: Stage = stages.prod): string | undefined {
  const template = Template.fromJSON(plainTemplate(json), { skipCyclicalDependenciesCheck: true })
  return inOrder.find(([, check]) => check(template, stage).length > 0)?.[0]
}

test('nothing objects to what is not spoilt', () => {
  expect(objector(prod)).toBeUndefined()
})

/** The mistakes whose place the template does not have: a contract with fewer operations has fewer places. */
let absent: string[] = []
beforeEach(() => {
  absent = []
})

/** The template with the mistake. */
function spoilt(name: string, seed: Mistake, unspoilt: string): TemplateJson | undefined {
  // Safe cast: the text of a template.
  const template = JSON.parse(unspoilt) as TemplateJson
  try {
    seed(template)
  } catch (error) {
    if (!(error instanceof NoPlace)) throw error
    absent.push(`${name}: ${error.message}`)
    return undefined
  }
  // A seed that changes nothing is no mistake.
  expect(JSON.stringify(template), name).not.toBe(unspoilt)
  return template
}

/** The mistakes of a class, and those that no check names. CloudFormation's validation and the accepted template do not count. */
function triedOf(seeds: Record<string, Mistake>, template: TemplateJson, stage?: Stage) {
  const unspoilt = JSON.stringify(template)
  const tried = Object.entries(seeds).flatMap(([name, seed]) => {
    const template = spoilt(name, seed, unspoilt)
    return template ? [{ name, isMissed: objector(template, stage) === undefined }] : []
  })
  return { count: tried.length, missed: tried.flatMap(({ name, isMissed }) => (isMissed ? [name] : [])) }
}

test(`of the seeded mistakes at least ${goal * 100} % are named by a check`, () => {
  const results = Object.entries(ofProd).map(([kind, seeds]) => ({ kind, ...triedOf(seeds, prod) }))
  expect(absent).toEqual([])
  const count = results.reduce((sum, result) => sum + result.count, 0)
  const missed = results.flatMap((result) => result.missed)
  const score = (count - missed.length) / count
  const kinds = results.map(({ kind, count, missed }) => `${kind} ${count - missed.length} of ${count}`).join(', ')
  const tail = missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''
  console.log(
    `${count - missed.length} of ${count} seeded mistakes are caught, ${(score * 100).toFixed(1)} % (${kinds})${tail}`,
  )
  expect(score).toBeGreaterThanOrEqual(goal)
}, 180_000)

test('of the mistakes in a stage with every setting all are named by a check', async () => {
  const template = await templateOf(everything)
  expect(objector(template, everything)).toBeUndefined()
  for (const [kind, seeds] of Object.entries(ofEverySetting)) {
    const { count, missed } = triedOf(seeds, template, everything)
    expect(missed, kind).toEqual([])
    console.log(`${kind}: ${count} of ${count} seeded mistakes are caught`)
  }
  expect(absent).toEqual([])
}, 60_000)

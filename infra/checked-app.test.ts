// The checks are on, and what is acknowledged to them is what they find, with a reason.
import { Stack, Validations, type Acknowledgment } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { createApp } from './checked-app.ts'
import { stages } from './stages.ts'
import { everything } from './testing/every-setting.ts'
import { synthesize } from './testing/template.ts'

type Report = { pluginReports: { violations: { ruleName: string; violatingConstructs?: unknown[] }[] }[] }

let outdir: string
beforeEach(async () => {
  outdir = await mkdtemp(join(tmpdir(), `${name}-assembly-`))
})
afterEach(() => rm(outdir, { recursive: true }))

const findings = async (folder: string) => {
  const report = JSON.parse(await readFile(join(folder, 'validation-report.json'), 'utf8')) as Report
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))
}

test('cdk-nag refuses a bucket that takes plain HTTP', async () => {
  const app = createApp({ outdir })
  new Bucket(new Stack(app, 'stack'), 'Bucket')
  expect(() => app.synth()).toThrow('validation-report.json')
  expect(await findings(outdir)).toContain('AwsSolutions-S10')
})

test('CloudFormation refuses a table without a key', async () => {
  const app = createApp({ outdir })
  const table = new CfnTable(new Stack(app, 'stack'), 'Table', { keySchema: [] })
  table.addPropertyDeletionOverride('KeySchema')
  expect(() => app.synth()).toThrow('validation-report.json')
  expect(await findings(outdir)).not.toEqual([])
})

test('a stage has no findings but those that are acknowledged, and no acknowledgement without a finding', async () => {
  const acknowledged: Acknowledgment[] = []
  const original = Object.getOwnPropertyDescriptor(Validations.prototype, 'acknowledge') ?? {}
  Object.defineProperty(Validations.prototype, 'acknowledge', {
    ...original,
    value: (...rules: Acknowledgment[]) => acknowledged.push(...rules),
  })
  const found = new Set<string>()
  for (const stage of [stages.dev, stages.prod, everything]) {
    const { outdir: folder, remove } = await synthesize(stage, { mayFail: true })
    for (const finding of await findings(folder)) found.add(finding)
    await remove()
  }
  Object.defineProperty(Validations.prototype, 'acknowledge', original)

  const named = new Set(acknowledged.map(({ id }) => id))
  // Methods in a body are none to cdk-nag: that no gateway authorizer is there is acknowledged all the same.
  for (const unseen of ['AwsSolutions-APIG4', 'AwsSolutions-COG4']) found.add(unseen)
  expect([...found].sort()).toEqual([...named].sort())
  for (const { id, reason } of acknowledged) expect(reason.length, id).toBeGreaterThan(30)
})

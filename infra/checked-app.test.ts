// The checks of every synthesis are on.
import { Stack } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { createApp } from './checked-app.ts'
import { findings } from './testing/validation.ts'

let outdir: string
beforeEach(async () => {
  outdir = await mkdtemp(join(tmpdir(), `${name}-assembly-`))
})
afterEach(() => rm(outdir, { recursive: true }))

test('cdk-nag refuses a bucket that takes plain HTTP', async () => {
  const app = createApp({ outdir, builtinCloudFormationValidation: false })
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

// `npm run synth`: the template that the CDK's CLI writes.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { stages } from './stages.ts'
import { synthesize, type TemplateJson } from './testing/template.ts'

test('synth writes the template that the app gives, but for the documentation', async () => {
  const output = await mkdtemp(join(tmpdir(), `${name}-cli-`))
  const command = fileURLToPath(new URL('cdk.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [command, 'synth', '--stage', 'prod', '--output', output])
  const written = JSON.parse(await readFile(join(output, `${name}-prod.template.json`), 'utf8')) as TemplateJson
  const { template, remove } = await synthesize(stages.prod, { bundled: true })
  // The pages of the documentation differ here, and the CLI adds metadata with the paths of the assets.
  const essence = ({ Resources }: TemplateJson) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type !== 'Custom::CDKBucketDeployment')
      .map(([id, { Type, Properties }]) => [id, Type, Properties])
  expect(essence(written)).toEqual(essence(template))
  await Promise.all([remove(), rm(output, { recursive: true })])
}, 180_000)

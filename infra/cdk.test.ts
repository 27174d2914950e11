// The deployment commands: their arguments → the arguments of the CDK's CLI → the template that it writes.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { cliArguments } from './cdk.ts'
import { stages } from './stages.ts'
import { synthesize, type TemplateJson } from './testing/template.ts'

test.each([
  ['synth', [], 'dev', ['synth', `${name}-dev`, '--context', 'stage=dev', '--quiet']],
  ['synth', ['--stage', 'prod'], 'prod', ['synth', `${name}-prod`, '--context', 'stage=prod', '--quiet']],
  ['diff', ['--stage=staging'], 'staging', ['diff', `${name}-staging`, '--context', 'stage=staging']],
  [
    'deploy',
    ['--require-approval', 'never', '--stage', 'dev', '--alarm-email=me@example.org', '--profile', 'me'],
    'dev',
    [
      ...['deploy', `${name}-dev`, '--context', 'stage=dev', '--context', 'alarmEmail=me@example.org'],
      ...['--outputs-file', 'cdk.out/outputs-dev.json'],
      ...['--require-approval', 'never', '--profile', 'me'],
    ],
  ],
  [
    'destroy',
    ['--alarm-email', 'me@example.org', '--force'],
    'dev',
    ['destroy', `${name}-dev`, '--context', 'stage=dev', '--context', 'alarmEmail=me@example.org', '--force'],
  ],
  [
    'deploy',
    ['--stage', 'staging', '--no-rollback', '--alarm-email', 'me@example.org'],
    'staging',
    [
      ...['deploy', `${name}-staging`, '--context', 'stage=staging', '--context', 'alarmEmail=me@example.org'],
      ...['--context', 'noRollback=true', '--outputs-file', 'cdk.out/outputs-staging.json'],
    ],
  ],
])('%s %j', (command, given, stage, args) => {
  expect(cliArguments(command, given)).toEqual({ stage, args })
})

test('an unknown stage is refused', () => {
  expect(() => cliArguments('deploy', ['--stage', 'production'])).toThrow("There is no stage 'production'")
})

test.each([
  ['dev', [], `dev cannot be deployed with ${name}-dev@example.com: `],
  ['staging', ['--alarm-email', 'me@Example.com'], 'staging cannot be deployed with me@Example.com: '],
  ['prod', [], `prod cannot be deployed with ${name}@example.com and https://${name}.example.com: `],
  ['prod', ['--alarm-email', 'me@example.org'], `prod cannot be deployed with https://${name}.example.com: `],
])("the examples' addresses are not deployed: %s %j", (stage, given, message) => {
  expect(() => cliArguments('deploy', ['--stage', stage, ...given])).toThrow(message)
  expect(() => cliArguments('diff', ['--stage', stage, ...given])).not.toThrow()
})

test('staging may be deployed with the origins that it comes with', () => {
  const given = ['--stage', 'staging', '--alarm-email', 'me@myexample.com']
  expect(cliArguments('deploy', given).args).toContain('alarmEmail=me@myexample.com')
})

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

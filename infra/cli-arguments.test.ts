// The options of the deployment commands → the arguments of the CDK's CLI, or a sentence.
import { describe, expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { readCommand } from './cli-arguments.ts'
import { refuseExamples } from './placeholders.ts'
import { placeholderRedirect, stages, type Stage } from './stages.ts'

test.each([
  ['synth', [], 'dev', ['synth', `${name}-dev`, '--context', 'stage=dev', '--quiet']],
  ['synth', ['--stage', 'prod', '--accept'], 'prod', ['synth', `${name}-prod`, '--context', 'stage=prod', '--quiet']],
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
    'deploy',
    [
      ...['--region', 'eu-central-1', '--model', 'eu.amazon.nova-lite-v1:0'],
      ...['--alarm-email', 'me@example.org', '--stage', 'pr-123', '--expires', '2027-05-08'],
    ],
    'pr-123',
    [
      ...['deploy', `${name}-pr-123`, '--context', 'stage=pr-123', '--context', 'alarmEmail=me@example.org'],
      ...['--context', 'model=eu.amazon.nova-lite-v1:0', '--context', 'expires=2027-05-08'],
      ...['--outputs-file', 'cdk.out/outputs-pr-123-eu-central-1.json'],
    ],
  ],
  [
    'deploy',
    ['--stage', 'dev', '--no-rollback', '--alarm-email', 'me@example.org'],
    'dev',
    [
      ...['deploy', `${name}-dev`, '--context', 'stage=dev', '--context', 'alarmEmail=me@example.org'],
      ...['--context', 'noRollback=true', '--outputs-file', 'cdk.out/outputs-dev.json'],
    ],
  ],
  [
    'destroy',
    ['--alarm-email', 'me@example.org', '--force'],
    'dev',
    ['destroy', `${name}-dev`, '--context', 'stage=dev', '--context', 'alarmEmail=me@example.org', '--force'],
  ],
])('%s %j', (command, given, stage, args) => {
  const { args: made, stage: settings } = readCommand(command, given)
  expect([settings.name, made]).toEqual([stage, args])
})

test('a model of the command line takes the place of the setting', () => {
  const { stage } = readCommand('synth', ['--model', 'eu.amazon.nova-lite-v1:0'])
  expect(stage.assistant).toMatchObject({ modelId: 'eu.amazon.nova-lite-v1:0', maxTokens: 1024 })
})

test('an unknown stage is refused', () => {
  expect(() => readCommand('deploy', ['--stage', 'production'])).toThrow("There is no stage 'production'")
})

test.each([
  ['dev', [], `dev cannot be deployed with ${name}-dev@example.com: `],
  [
    'staging',
    ['--alarm-email', 'me@Example.com'],
    'staging cannot be deployed with me@Example.com and https://staging.',
  ],
  ['prod', [], `prod cannot be deployed with ${name}@example.com and https://${name}.example.com and https://`],
  [
    'prod',
    ['--alarm-email', 'me@example.org'],
    `prod cannot be deployed with https://${name}.example.com and https://`,
  ],
])("the examples' addresses are not deployed: %s %j", (stage, given, message) => {
  expect(() => readCommand('deploy', ['--stage', stage, ...given])).toThrow(message)
  expect(() => readCommand('diff', ['--stage', stage, ...given])).not.toThrow()
  // An emulator sends no mail, and its API is on this machine.
  expect(() => readCommand('deploy', ['--stage', stage, ...given, '--endpoint', 'http://127.0.0.1:4566'])).not.toThrow()
})

const own = { ...stages.staging, alarmEmail: 'me@myexample.com', callbackUrls: ['https://app.mine.org/'] }
const application = { applicationId: 'a1b2c3d4-5678-90ab-cdef-111111111111' }

test('a stage with addresses of its own may be deployed, also with the origins that staging comes with', () => {
  expect(() => refuseExamples(own)).not.toThrow()
  expect(() => refuseExamples({ ...own, callbackUrls: stages.dev.callbackUrls })).not.toThrow()
  const plugin = { ...application, redirectUrl: 'https://q.mine.org/oauth/callback' }
  expect(() => refuseExamples({ ...own, plugin })).not.toThrow()
  // Without an application nothing redirects to the placeholder.
  expect(own.plugin.redirectUrl).toBe(placeholderRedirect)
})

test.each<[string, Partial<Stage>]>([
  ['of the sign-in', { callbackUrls: ['https://app.mine.org/', 'https://app.example.com/signed-in'] }],
  ['that cannot be', { callbackUrls: ['app'] }],
  ['of an assistant', { assistants: [{ name: 'other', callbackUrls: ['https://other.example/callback'] }] }],
  ['of the plugin', { plugin: { ...application, redirectUrl: placeholderRedirect } }],
])('a placeholder for the redirect URL %s is not deployed', (_what, settings) => {
  expect(() => refuseExamples({ ...own, ...settings })).toThrow('give redirect URLs of your own (infra/stages.ts)')
})

test('a temporary stage is not deployed when its day is past, and can be removed then', () => {
  const given = ['--stage', 'pr-1', '--alarm-email', 'me@example.org', '--expires']
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  expect(() => readCommand('deploy', [...given, day(-1)])).toThrow(`pr-1 would have expired on ${day(-1)} already`)
  for (const fine of [day(0), day(1)]) expect(() => readCommand('deploy', [...given, fine])).not.toThrow()
  expect(() => readCommand('destroy', [...given, day(-1)])).not.toThrow()
})

test('a temporary stage has no accepted template', () => {
  expect(() => readCommand('synth', ['--stage', 'pr-1', '--accept'])).toThrow('there is nothing to accept')
})

describe('an emulator', () => {
  test('is nobody to ask for a synthesis: its template would be the accepted one', () => {
    expect(() => readCommand('synth', ['--endpoint', 'http://127.0.0.1:4566'])).toThrow('--endpoint goes with deploy')
  })

  test('is asked without questions, at an IP address, and the template is made for it', () => {
    const { emulator, args } = readCommand('deploy', ['--endpoint', 'http://localhost:4566/'])
    expect(emulator).toEqual({ endpoint: 'http://127.0.0.1:4566' })
    expect(args).toEqual([
      ...['deploy', `${name}-dev`, '--context', 'stage=dev', '--context', 'endpoint=http://127.0.0.1:4566'],
      ...['--outputs-file', 'cdk.out/outputs-dev.json', '--require-approval', 'never'],
    ])
    expect(readCommand('destroy', ['--endpoint', 'http://127.0.0.1:4566']).args).toContain('--force')
  })

  test.each([
    [
      ['--endpoint', 'localhost:4566'],
      "--endpoint must be an address, as http://127.0.0.1:4566, not 'localhost:4566'.",
    ],
    [['--endpoint', ''], '--endpoint must be an address'],
    [['--endpoint', 'https://cloudformation.eu-west-1.amazonaws.com'], '--endpoint is for an emulator.'],
    [
      ['--endpoint', 'http://127.0.0.1:4566', '--sign-in', 'http://localhost:4020'],
      '--sign-in and --client go together.',
    ],
  ])('%j is refused', (given, sentence) => {
    expect(() => readCommand('deploy', given)).toThrow(sentence)
  })
})

// The effect of a stage's settings on the template, with the settings that a stage may leave out.
import type { Template } from 'aws-cdk-lib/assertions'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { name } from '../generated/names.ts'
import { violationsOf } from '../codegen/agents/lint/violations.ts'
import { fill } from '../codegen/agents/placeholders.ts'
import amazonQ from '../generated/agents/amazon-q.json' with { type: 'json' }
import { modelArns } from './models.ts'
import { stageNamed } from './names.ts'
import { stageOf, stages, type Stage } from './stages.ts'
import { checks } from './testing/checks/index.ts'
import { deploymentMistakes } from './testing/deployment-mistakes.ts'
import { propertiesOf, resourcesOf } from './testing/checks/resources.ts'
import { everything } from './testing/every-setting.ts'
import { tableId } from './testing/places.ts'
import { plain, synthesize } from './testing/template.ts'

let first: Awaited<ReturnType<typeof synthesize>>
let template: Template
beforeAll(async () => {
  first = await synthesize(everything)
  template = plain(first.template)
})
afterAll(() => first.remove())

test.each(Object.entries(deploymentMistakes))('a check names the mistake: %s', (_, [seed, check]) => {
  const spoilt = structuredClone(first.template)
  seed(spoilt)
  expect(checks[check]?.(template, everything)).toEqual([])
  expect(checks[check]?.(plain(spoilt), everything)).not.toEqual([])
})

test('two synths are identical', async () => {
  const second = await synthesize(everything)
  expect(second.text).toBe(first.text)
  await second.remove()
})

test('the domains are in front, and the default endpoint is closed', () => {
  expect(propertiesOf(template, 'AWS::ApiGateway::RestApi', 'GatewayApi')).toMatchObject({
    DisableExecuteApiEndpoint: true,
  })
  expect([...resourcesOf(template, 'AWS::ApiGateway::DomainName').values()]).toMatchObject([
    { Properties: { DomainName: 'api.example.com', SecurityPolicy: 'TLS_1_2' } },
  ])
  const { DistributionConfig } = propertiesOf(template, 'AWS::CloudFront::Distribution', 'DocsDistribution')
  expect(DistributionConfig).toMatchObject({
    Aliases: ['docs.example.com'],
    ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
  })
})

test('the plugin is what Amazon Q takes, at the addresses of this stage', () => {
  const plugin = propertiesOf(template, 'AWS::QBusiness::Plugin', 'PluginAmazonQ') as {
    CustomPluginConfiguration: { ApiSchema: { Payload: string } }
  }
  const login = 'https://<IdentityUsersLogin>.auth.<AWS::Region>.amazoncognito.com/oauth2'
  expect(plugin).toMatchObject({
    ApplicationId: everything.plugin.applicationId,
    Type: 'CUSTOM',
    ServerUrl: 'https://api.example.com',
    AuthConfiguration: {
      OAuth2ClientCredentialConfiguration: {
        SecretArn: '<PluginOAuthClient>',
        RoleArn: '<PluginRole.Arn>',
        AuthorizationUrl: `${login}/authorize`,
        TokenUrl: `${login}/token`,
      },
    },
  })
  const { Payload: payload } = plugin.CustomPluginConfiguration.ApiSchema
  // CloudFormation will fill in a host such as this one.
  const filled = payload.replaceAll(/<IdentityUsersLogin>.auth.<AWS::Region>/g, `${name}-prod.auth.us-east-1`)
  expect(violationsOf(JSON.parse(filled), ['amazon-q'], { filled: true })).toEqual([])
  // It is the generated document, with the addresses of this stage.
  const [serverUrl, cognitoDomain] = [
    'https://api.example.com',
    '<IdentityUsersLogin>.auth.<AWS::Region>.amazoncognito.com',
  ]
  expect(JSON.parse(payload)).toEqual(fill(amazonQ, { serverUrl, cognitoDomain }))

  expect(propertiesOf(template, 'AWS::SecretsManager::Secret', 'PluginOAuthClient').SecretString).toBe(
    JSON.stringify({
      client_id: '<IdentityUsersPlugin>',
      client_secret: '<IdentityUsersPlugin.ClientSecret>',
      redirect_uri: everything.plugin.redirectUrl,
    }),
  )
  expect(propertiesOf(template, 'AWS::IAM::Role', 'PluginRole').AssumeRolePolicyDocument).toMatchObject({
    Statement: [{ Principal: { Service: 'qbusiness.amazonaws.com' } }],
  })
})

test('assistants get app clients: public ones, and one with a secret where the platform asks for it', () => {
  const client = (id: string) => propertiesOf(template, 'AWS::Cognito::UserPoolClient', `IdentityUsers${id}`)
  expect(client('AssistantClaude')).toMatchObject({
    CallbackURLs: ['https://claude.ai/api/mcp/auth_callback'],
    GenerateSecret: false,
  })
  expect(client('AssistantCopilot')).toMatchObject({ GenerateSecret: true })
})

test('a stage with a domain tells clients without a token where to sign in', () => {
  const { Body } = propertiesOf(template, 'AWS::ApiGateway::RestApi', 'GatewayApi')
  expect(JSON.stringify(Body)).toContain(
    'resource_metadata=\\"https://api.example.com/.well-known/oauth-protected-resource/mcp\\"',
  )
})

const claude = { name: 'claude', callbackUrls: ['https://claude.ai/api/mcp/auth_callback'] }
test.each<[string, Partial<Stage>, string]>([
  ['without a domain', { assistants: [claude] }, 'dev lists assistants, so it needs apiDomain in infra/stages.ts'],
  ['twice', { assistants: [claude, claude] }, "'claude' of dev is listed twice."],
  [
    'of one name in two spellings',
    { assistants: [claude, { ...claude, name: 'Claude' }] },
    "'Claude' of dev is listed",
  ],
  ['with a name that no output can have', { assistants: [{ ...claude, name: 'vs-code' }] }, "'vs-code' of dev must"],
  ['without an address', { assistants: [{ name: 'claude', callbackUrls: [] }] }, "'claude' of dev needs a callbackUrl"],
])('assistants %s make the synthesis fail with a sentence', async (kind, settings, sentence) => {
  const apiDomain = kind === 'without a domain' ? {} : { apiDomain: everything.apiDomain }
  await expect(synthesize({ ...stages.dev, ...apiDomain, ...settings } as Stage)).rejects.toThrow(sentence)
  Object.assign(stages.dev, apiDomain, settings)
  expect(() => stageOf('dev')).toThrow(sentence)
  for (const name of ['apiDomain', 'assistants']) Reflect.deleteProperty(stages.dev, name)
})

test('the docs site finds the page of a folder', () => {
  const code = propertiesOf(template, 'AWS::CloudFront::Function', 'DocsAddress').FunctionCode as string
  const answer = (uri: string) =>
    runInNewContext(`${code}; handler({ request: { uri: ${JSON.stringify(uri)} } })`) as object
  expect(answer('/')).toMatchObject({ statusCode: 302, headers: { location: { value: '/docs/' } } })
  expect(answer('/docs')).toEqual({ uri: '/docs/index.html' })
  expect(answer('/docs/')).toEqual({ uri: '/docs/index.html' })
  expect(answer('/docs/problems/not-found')).toEqual({ uri: '/docs/problems/not-found/index.html' })
  expect(answer('/docs/openapi.json')).toEqual({ uri: '/docs/openapi.json' })
})

test('a deployment without a rollback takes all requests at once, and no alarm takes it back', async () => {
  const stage = stageOf('staging', { noRollback: true })
  const { template: synthesized, remove } = await synthesize(stage)
  await remove()
  expect(checks.functions?.(plain(synthesized), stage)).toEqual([])
  // The check does tell the two apart.
  expect(checks.functions?.(plain(synthesized), stages.staging)).not.toEqual([])
})

test('a stage whose contract has no assistant has no alarm for it, and counts all requests', async () => {
  const stage: Stage = { ...stages.dev, assistant: { ...stages.dev.assistant, operations: [] } }
  const { template: synthesized, remove } = await synthesize(stage)
  await remove()
  expect([...resourcesOf(plain(synthesized), 'AWS::CloudWatch::Alarm').keys()]).not.toContain('AlarmsAssistant5xx')
  expect(checks.alarms?.(plain(synthesized), stage)).toEqual([])
})

test('a stage is found by its name, and the alarms can be sent to somebody else', () => {
  expect(stageOf('staging')).toEqual(stages.staging)
  expect(stageOf('dev', { alarmEmail: 'me@example.org' })).toEqual({ ...stages.dev, alarmEmail: 'me@example.org' })
  expect(() => stageOf('production')).toThrow(
    "no stage 'production'; there are dev, staging, prod, and temporary ones, as pr-123 and dev-anna.",
  )
})

test('a setting of the old name is refused, with its new name', () => {
  const refused = (holder: object, old: string, now: string) => {
    Reflect.set(holder, old, { ttlSeconds: 30, sizeGb: '0.5' })
    expect(() => stageOf('dev')).toThrow(`The setting ${old} of dev is called ${now} now.`)
    Reflect.deleteProperty(holder, old)
  }
  refused(stages.dev, 'eventCache', 'publicCache')
  refused(stages.dev, 'sampleProducts', 'sampleItems')
  refused(stages.dev.throttle, 'chat', 'throttle.operations.chat')
})

test.each([
  ['read', { min: 0, max: 5, targetPercent: 70 }, 'whole numbers, with 1 ≤ min ≤ max: 0 and 5 are not'],
  ['read', { min: 6, max: 5, targetPercent: 70 }, 'whole numbers, with 1 ≤ min ≤ max: 6 and 5 are not'],
  ['write', { min: 1.5, max: 5, targetPercent: 70 }, 'whole numbers'],
  ['write', { min: 1, max: 5, targetPercent: 19 }, 'needs a target from 20 to 90 %, not 19'],
  ['read', { min: 1, max: 5, targetPercent: 91 }, 'needs a target from 20 to 90 %, not 91'],
  ['read', { min: 1, max: 5, targetPercent: NaN }, 'needs a target from 20 to 90 %, not NaN'],
])('a %s capacity of %o is refused', (what, scaling, sentence) => {
  const { capacity } = stages.dev
  const fine = { min: 1, max: 1, targetPercent: 20 }
  stages.dev.capacity = { read: fine, write: fine, [what]: scaling }
  try {
    expect(() => stageOf('dev')).toThrow(`The ${what} capacity of dev needs`)
    expect(() => stageOf('dev')).toThrow(sentence)
    stages.dev.capacity = { read: fine, write: { min: 1, max: 9, targetPercent: 90 } }
    expect(() => stageOf('dev')).not.toThrow()
  } finally {
    stages.dev.capacity = capacity
  }
})

test('a model is allowed in its region, an inference profile in every region that it may choose', () => {
  const arns = (modelId: string) =>
    modelArns(modelId, 'eu-west-1').map((arn) => arn.replaceAll(/\$\{Token[^}]+\}/g, '*'))
  expect(arns('amazon.nova-lite-v1:0')).toEqual(['arn:*:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0'])
  expect(arns('eu.amazon.nova-lite-v1:0')).toEqual([
    'arn:*:bedrock:eu-west-1:*:inference-profile/eu.amazon.nova-lite-v1:0',
    'arn:*:bedrock:*::foundation-model/amazon.nova-lite-v1:0',
  ])
})

test.each(Object.values(stages))(
  '$name keeps no log for more than 90 days: a log may hold the id of a person',
  (stage) => {
    expect(stage.logRetention).toBeLessThanOrEqual(90)
    expect(stage.logExecutionData).toBe(stage.name === 'dev')
  },
)

describe('temporary stages', () => {
  test.each(['pr-123', 'dev-anna'])('%s has the settings of dev, and a day on which it may go', (name) => {
    const { expires = '', ...settings } = stageOf(name)
    expect(settings).toEqual({ ...stages.dev, name })
    const days = (Date.parse(expires) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(12)
    expect(days).toBeLessThanOrEqual(14)
    expect(stageOf(name, { expires: '2027-05-08' }).expires).toBe('2027-05-08')
  })

  test.each(['pr-', 'pr-UPPER', 'pr-a_b', `dev-${'x'.repeat(13)}`, 'prod-2', 'pr-1/2'])('%s is none', (name) => {
    expect(() => stageOf(name)).toThrow(`There is no stage '${name}'`)
  })

  test.each([
    ['dev-lawson', 'aws'],
    ['pr-amazon1', 'amazon'],
    ['dev-cognito', 'cognito'],
  ])('%s is none: the login page would contain %s', (name, word) => {
    expect(() => stageOf(name)).toThrow(`${name} cannot be the name of a stage: its login page would contain '${word}'`)
  })

  test.each(['tomorrow', '2027-13-01', '08.05.2027', ''])('%j is no day', (expires) => {
    expect(() => stageOf('pr-1', { expires })).toThrow('give a day')
  })

  test('all its resources and names are its own', { timeout: 60_000 }, async () => {
    const { template, text, remove } = await synthesize(stageOf('pr-123', { expires: '2027-05-08' }))
    await remove()
    expect(text).toContain(stageNamed('pr-123'))
    expect(text.replaceAll(stages.dev.alarmEmail, '')).not.toContain(stageNamed('dev'))
    expect(propertiesOf(plain(template), 'AWS::DynamoDB::Table', tableId).Tags).toContainEqual({
      Key: 'expires',
      Value: '2027-05-08',
    })
  })
})

test.each([
  ['tableMaximum', { read: 0, write: 5 }, 'tableMaximum.read of dev must be a whole number of at least 1, not 0.'],
  ['tableMaximum', { read: 5, write: 1.5 }, 'tableMaximum.write of dev must be a whole number'],
  ['fileVersionDays', 0, 'fileVersionDays of dev must be a whole number'],
  ['monthlyBudget', -1, 'monthlyBudget of dev must be more than 0 USD, not -1.'],
  ['canary', { everyMinutes: 0 }, 'canary.everyMinutes of dev must be a whole number'],
  ['canary', { everyMinutes: 5, journeys: ['nowhere'] }, 'canary.journeys names nowhere; there are '],
  ['backup', { keepDays: 0 }, 'backup.keepDays of dev must be a whole number'],
  ['backup', { keepDays: 9, copyToVault: 'eu-west-1' }, 'backup.copyToVault of dev must be the ARN of a vault'],
  ['keyRotation', { everyDays: 7, overlapDays: 7 }, 'keyRotation of dev needs whole days, with 1 ≤ overlapDays'],
  ['keyRotation', { everyDays: 0, overlapDays: 0 }, 'keyRotation of dev needs whole days'],
  ['assistant', { ...stages.dev.assistant, quota: { requests: 0, hours: 1 } }, 'assistant.quota.requests of dev'],
  ['throttle', { ...stages.dev.throttle, keys: {} }, 'dev needs a class in throttle.keys'],
  [
    'throttle',
    { ...stages.dev.throttle, perKey: {} },
    'The setting perKey of dev is called throttle.keys.standard now.',
  ],
])('a guard that could not do its work is refused: %s %o', (setting, value, sentence) => {
  const before = { ...stages.dev }
  Object.assign(stages.dev, { [setting]: value })
  try {
    expect(() => stageOf('dev')).toThrow(sentence)
  } finally {
    Object.assign(stages.dev, { [setting]: undefined }, before)
  }
})

test('a higher generation of the plugin makes a new client, with a new secret', async () => {
  const stage = { ...everything, plugin: { ...everything.plugin, generation: 2 } }
  const { template, remove } = await synthesize(stage)
  await remove()
  const ids = Object.keys(template.Resources).filter((id) => id.startsWith('IdentityUsersPlugin'))
  expect(ids).toEqual([expect.stringMatching(/^IdentityUsersPlugin2[0-9A-F]{8}$/)])
}, 60_000)

// What the regions lack, by settings of stages.
import { describe, expect, test } from 'vitest'
import { checkRegion, geographies, regionFaults, services } from './regions.ts'
import { stages, type Stage } from './stages.ts'
import { everything } from './testing/every-setting.ts'

const { dev, staging } = stages
const inEurope: Stage = { ...dev, assistant: { ...dev.assistant, modelId: 'eu.amazon.nova-lite-v1:0' } }
const anywhere: Stage = { ...dev, assistant: { ...dev.assistant, modelId: 'global.amazon.nova-2-lite-v1:0' } }

test.each([
  ['us-east-1', dev],
  ['us-west-2', dev],
  ['ca-central-1', dev],
  ['eu-central-1', inEurope],
  ['eu-north-1', inEurope],
  ['ap-southeast-2', anywhere],
  ['sa-east-1', anywhere],
  ['us-east-1', staging],
  ['us-east-1', everything],
])('%s has all that a stage needs', (region, stage) => {
  expect(regionFaults(region, stage)).toEqual([])
  expect(() => checkRegion(region, stage)).not.toThrow()
})

// All regions of botocore's endpoints.json without an endpoint of Pipes, by the partitions.
test.each([
  ...['ap-east-2', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-west-1'],
  ...['il-central-1', 'mx-central-1', 'us-gov-east-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-west-1'],
  'eusc-de-east-1',
])('%s has no EventBridge Pipes', (region) => {
  expect(regionFaults(region, anywhere)).toContain(
    `dev cannot be in ${region}: it has no EventBridge Pipes. Please choose another region.`,
  )
  expect(() => checkRegion(region, anywhere)).toThrow('it has no EventBridge Pipes')
})

test.each([
  ['cn-north-1', anywhere, ['Cognito', 'Amazon Bedrock']],
  ['ap-east-1', anywhere, ['Amazon Bedrock']],
  ['us-isof-east-1', staging, ['Cognito', 'CloudFront', 'AWS WAF']],
])('%s lacks what is used there: %o', (region, stage, missing) => {
  const text = regionFaults(region, stage).join('\n')
  for (const { name } of services) expect(text.includes(`it has no ${name}.`), name).toBe(missing.includes(name))
})

test('what a stage does not use may be missing', () => {
  const elsewhere: Stage = { ...anywhere, assistant: { ...anywhere.assistant, region: 'ap-northeast-1' } }
  expect(regionFaults('ap-east-1', elsewhere)).toEqual([])
  const withoutFirewall = regionFaults('us-iso-west-1', dev).join()
  expect(withoutFirewall).not.toContain('AWS WAF')
  expect(regionFaults('us-iso-west-1', staging).join()).toContain('take firewall away')
})

describe('the model', () => {
  const calling = (modelId: string, region?: string): Stage => ({
    ...dev,
    assistant: { ...dev.assistant, modelId, ...(region !== undefined && { region }) },
  })
  test.each([
    ['us.amazon.nova-lite-v1:0', 'eu-central-1'],
    ['eu.amazon.nova-lite-v1:0', 'us-east-1'],
    ['apac.amazon.nova-lite-v1:0', 'eu-west-1'],
    ['jp.amazon.nova-2-lite-v1:0', 'ap-southeast-1'],
    ['au.anthropic.claude-haiku-4-5-20251001-v1:0', 'ap-northeast-1'],
  ])('%s is not called from %s', (modelId, region) => {
    expect(regionFaults(region, calling(modelId))).toEqual([
      `dev cannot be in ${region}: the model ${modelId} is not called from ${region}. Please give --model, or set assistant.`,
    ])
  })

  test('is called from the region of the assistant, if that is set', () => {
    expect(regionFaults('eu-central-1', calling('us.amazon.nova-lite-v1:0', 'us-east-1'))).toEqual([])
    expect(regionFaults('us-east-1', calling('us.amazon.nova-lite-v1:0', 'eu-central-1'))).toHaveLength(1)
  })

  test('of no geography is of any region', () => {
    expect(regionFaults('eu-central-1', calling('amazon.nova-lite-v1:0'))).toEqual([])
    expect(Object.keys(geographies)).not.toContain('amazon')
  })
})

describe('certificates', () => {
  const arn = (region: string) => `arn:aws:acm:${region}:111111111111:certificate/12345678-1234-1234-1234-123456789012`
  const domain = (region: string) => ({ name: 'x.example.org', certificateArn: arn(region) })

  test('the one of the documentation is in us-east-1, in every region of the stage', () => {
    expect(regionFaults('eu-central-1', { ...inEurope, docsDomain: domain('us-east-1') })).toEqual([])
    expect(regionFaults('eu-central-1', { ...inEurope, docsDomain: domain('eu-central-1') })).toEqual([
      'dev cannot be in eu-central-1: the certificate of docsDomain is in eu-central-1, and CloudFront reads it in us-east-1.',
    ])
  })

  test('the one of the API is in the region of the stage', () => {
    expect(regionFaults('eu-central-1', { ...inEurope, apiDomain: domain('eu-central-1') })).toEqual([])
    expect(regionFaults('eu-central-1', { ...inEurope, apiDomain: domain('us-east-1') })).toEqual([
      'dev cannot be in eu-central-1: the certificate of apiDomain is in us-east-1, and API Gateway reads it in eu-central-1.',
    ])
  })
})

test('Amazon Q Business is in few regions', () => {
  const plugin = { ...dev.plugin, applicationId: 'a1b2c3d4-5678-90ab-cdef-111111111111' }
  expect(regionFaults('us-east-1', { ...dev, plugin })).toEqual([])
  expect(regionFaults('us-east-2', { ...dev, plugin })).toEqual([
    expect.stringContaining('Amazon Q Business is only in us-east-1'),
  ])
})

test.each(['', 'frankfurt', 'eu-central', 'EU-CENTRAL-1', 'eu-central-1a', 'local'])('%j is no region', (region) => {
  expect(regionFaults(region, dev)).toEqual([`'${region}' is no region: give one as eu-central-1.`])
})

// Templates as LocalStack takes them: small ones, and those of the stages.
import { describe, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import { stages } from '../stages.ts'
import { everything } from '../testing/every-setting.ts'
import { templateOf, type TemplateJson } from '../testing/template.ts'
import { fit } from './fit.ts'
import { leftOut, leftOutFor } from './left-out.ts'

const resource = (Type: string, Properties: object = {}, more: object = {}) => ({ Type, Properties, ...more })
const template = (Resources: object, Outputs: object = {}) => ({ Resources, Outputs }) as unknown as TemplateJson

test('a type that is missing there is left out with a line, and what referred to it has a text', () => {
  const { template: fitted, lines } = fit(
    template(
      {
        Pool: resource('AWS::Cognito::UserPool'),
        Site: resource('AWS::CloudFront::Distribution'),
        Queue: resource('AWS::SQS::Queue', {
          Name: { 'Fn::Join': ['-', ['x', { Ref: 'Site' }, { 'Fn::GetAtt': ['Site', 'Arn'] }]] },
          Pools: [{ Ref: 'Pool' }, { Ref: 'Table' }],
        }),
        Table: resource('AWS::DynamoDB::Table', {}, { DependsOn: ['Site', 'Queue'] }),
        Topic: resource('AWS::SNS::Topic', {}, { DependsOn: ['Site'] }),
      },
      { Url: { Value: { 'Fn::GetAtt': ['Site', 'DomainName'] } }, Queue: { Value: { Ref: 'Queue' } } },
    ),
    {},
    {},
  )
  expect(lines).toEqual([
    'left out: AWS::Cognito::UserPool Pool: nobody signs in there; --sign-in names another pool',
    'left out: AWS::CloudFront::Distribution Site: the documentation has no address',
  ])
  expect(fitted).toEqual({
    Resources: {
      Queue: resource('AWS::SQS::Queue', {
        Name: { 'Fn::Join': ['-', ['x', 'left-out-Site', 'arn:aws:left-out:us-east-1:000000000000:Site']] },
        // The server starts with a pool's id of this form only.
        Pools: ['us-east-1_leftout', { Ref: 'Table' }],
      }),
      Table: resource('AWS::DynamoDB::Table', {}, { DependsOn: ['Queue'] }),
      Topic: resource('AWS::SNS::Topic'),
    },
    // An output that would name nothing is left out.
    Outputs: { Queue: { Value: { Ref: 'Queue' } } },
  })
})

test('a pool of another place takes the place of the one that is left out, in outputs too', () => {
  const pool = { Pool: resource('AWS::Cognito::UserPool'), Client: resource('AWS::Cognito::UserPoolClient') }
  const outputs = { Pool: { Value: { Ref: 'Pool' } }, Client: { Value: { Ref: 'Client' } } }
  const substitutes = { 'AWS::Cognito::UserPool': 'us-east-1_Desk', 'AWS::Cognito::UserPoolClient': 'a-client' }
  expect(fit(template(pool, outputs), substitutes, {}).template).toEqual({
    Resources: {},
    Outputs: { Pool: { Value: 'us-east-1_Desk' }, Client: { Value: 'a-client' } },
  })
})

test('functions of Node get variables, and others are left out', () => {
  const Environment = { Variables: { A: '1' } }
  const { template: fitted, lines } = fit(
    template({
      Api: resource('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Environment }),
      Bare: resource('AWS::Lambda::Function', { Runtime: 'nodejs22.x' }),
      Copier: resource('AWS::Lambda::Function', { Runtime: 'python3.13' }),
    }),
    {},
    { B: '2' },
  )
  expect(fitted.Resources).toMatchObject({
    Api: { Properties: { Environment: { Variables: { A: '1', B: '2' } } } },
    Bare: { Properties: { Environment: { Variables: { B: '2' } } } },
  })
  expect(lines).toEqual(['left out: AWS::Lambda::Function Copier: only functions of Node run without Docker'])
})

test('files that a custom resource would have copied are told to the command', () => {
  const { copies } = fit(
    template({
      Files: resource('Custom::CDKBucketDeployment', {
        SourceObjectKeys: ['abc.zip', 'def.zip'],
        DestinationBucketName: { Ref: 'Bucket' },
        DestinationBucketKeyPrefix: 'docs',
      }),
      More: resource('Custom::CDKBucketDeployment', {
        SourceObjectKeys: ['ghi.zip'],
        DestinationBucketName: { Ref: 'Bucket' },
      }),
      Bucket: resource('AWS::S3::Bucket'),
    }),
    {},
    {},
  )
  expect(copies).toEqual([
    { asset: 'abc', bucket: 'Bucket', prefix: 'docs' },
    { asset: 'def', bucket: 'Bucket', prefix: 'docs' },
    { asset: 'ghi', bucket: 'Bucket', prefix: '' },
  ])
})

test('an alias whose deployment group is left out moves at once', () => {
  const UpdatePolicy = { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: 'Group' } } }
  const { template: fitted } = fit(
    template({
      Group: resource('AWS::CodeDeploy::DeploymentGroup'),
      Live: resource('AWS::Lambda::Alias', {}, { UpdatePolicy }),
    }),
    {},
    {},
  )
  expect(fitted.Resources).toEqual({ Live: resource('AWS::Lambda::Alias') })
})

describe.each([['every setting', everything], ...Object.entries(stages)] as const)('%s', (_, stage) => {
  test('has no reference to what is left out, and a line for each such resource', { timeout: 60_000 }, async () => {
    const whole = await templateOf(stage)
    const { template: fitted, lines } = fit(whole, {}, {})
    const kept = Object.keys(fitted.Resources)
    const gone = Object.keys(whole.Resources).filter((id) => !kept.includes(id))
    expect(lines.map((line) => line.split(' ')[3]?.replace(':', ''))).toEqual(gone)
    const referred = [...JSON.stringify(fitted).matchAll(/"(?:Ref|Fn::GetAtt)":(?:\[)?"(\w+)"/g)].map(
      ([, id = '']) => id,
    )
    expect(referred.length).toBeGreaterThan(100)
    expect(referred.filter((id) => gone.includes(id))).toEqual([])
    const waits = Object.values(fitted.Resources).flatMap(({ DependsOn = [] }) => DependsOn)
    expect(waits.filter((id) => gone.includes(id))).toEqual([])
    // What stays is what makes the API.
    for (const type of ['AWS::ApiGateway::RestApi', 'AWS::Lambda::Function', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket'])
      expect(Object.values(fitted.Resources).map(({ Type }) => Type)).toContain(type)
  })
})

test('the page lists all that is left out, with what is lacking', async () => {
  const page = await readFile('docs/localstack.md', 'utf8')
  for (const { type, lacks } of leftOut) {
    expect(page).toContain(`\`${type}${type.endsWith('::') ? '*' : ''}\``)
    expect(page).toContain(
      lacks.replaceAll('--sign-in', '`--sign-in`').replaceAll('npm run destroy', '`npm run destroy`'),
    )
  }
})

test('a type is looked up with the first entry that fits', () => {
  expect(leftOutFor('AWS::Cognito::UserPool', {})?.filler).toBe('us-east-1_leftout')
  expect(leftOutFor('AWS::Cognito::UserPoolClient', {})?.filler).toBeUndefined()
  expect(leftOutFor('Custom::Anything', {})?.lacks).toContain('custom resources do not run')
  expect(leftOutFor('AWS::Lambda::Function', { Runtime: 'nodejs24.x' })).toBeUndefined()
  expect(leftOutFor('AWS::CloudWatch::Alarm', {})).toBeUndefined()
  // A type that nobody has thought of.
  expect(leftOutFor('AWS::Neptune::DBCluster', {})?.lacks).toBe('LocalStack has no such type')
})

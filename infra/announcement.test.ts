// What deploy and destroy say first, with an emulator of STS and of API Gateway's account.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listen, stopNow } from '../local-cloud/listen.ts'
import { announce, refuseRegion } from './announcement.ts'
import { stageNamed } from './names.ts'
import { stages } from './stages.ts'

type Answer = [status: number, body: unknown]

const asked: string[] = []
let identity: Answer
let role: Answer
const arn = 'arn:aws:sts::123456789012:assumed-role/deployer/me'
const known = { GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: '123456789012', Arn: arn } } }

const server = createServer((request, response) => {
  const { authorization = '' } = request.headers
  const [, region = '', service = ''] = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)/.exec(authorization) ?? []
  asked.push(`${request.method ?? ''} ${service} ${region} ${request.url?.replace(/\?$/, '') ?? ''}`)
  const [status, body] = service === 'sts' ? identity : role
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
const region = 'us-east-1'
beforeAll(async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_ENDPOINT_URL: await listen(server),
  })
})
afterAll(() => stopNow(server))
beforeEach(() => {
  asked.length = 0
  identity = [200, known]
  role = [200, { cloudwatchRoleArn: 'arn:aws:iam::123456789012:role/api-gateway-logs' }]
})

const said = async (changes: Partial<Parameters<typeof announce>[0]> = {}) => {
  const lines: string[] = []
  const found = await announce({ command: 'deploy', stage: stages.dev, say: (line) => lines.push(line), ...changes })
  return { lines, found }
}

test('a deployment says the stack, the account and the region, and has asked for the role for logs', async () => {
  const { lines, found } = await said()
  expect(lines).toEqual([`Deploys ${stageNamed('dev')}: account 123456789012, region us-east-1, as ${arn}`])
  expect(found).toBe(region)
  expect(asked).toEqual(['POST sts us-east-1 /', 'GET apigateway us-east-1 /account'])
})

test('a region that is named is that of the requests', async () => {
  const { lines } = await said({ region: 'us-west-2' })
  expect(lines.join()).toContain('region us-west-2')
  expect(asked).toEqual(['POST sts us-west-2 /', 'GET apigateway us-west-2 /account'])
})

test.each([[{}], [{ cloudwatchRoleArn: '' }], [{ throttleSettings: { rateLimit: 1 } }]])(
  'without a role the deployment ends by the cure, before anything is created: %o',
  async (account) => {
    role = [200, account]
    const refusal = said()
    await expect(refusal).rejects.toThrow(/no role to write logs with in us-east-1.*\. Nothing has been created\.\n/)
    await expect(refusal).rejects.toThrow('aws iam create-role --role-name api-gateway-logs')
    await expect(refusal).rejects.toThrow('aws apigateway update-account --region us-east-1')
    await expect(refusal).rejects.toThrow(
      '--policy-arn arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs\n',
    )
  },
)

test("the cure has the caller's partition", async () => {
  const Arn = 'arn:aws-cn:iam::123456789012:user/me'
  identity = [200, { GetCallerIdentityResult: { Account: '123456789012', Arn } }]
  role = [200, {}]
  const stage = { ...stages.dev, assistant: { ...stages.dev.assistant, modelId: 'amazon.nova-lite-v1:0' } }
  await expect(said({ stage })).rejects.toThrow('arn:aws-cn:iam::aws:policy/')
})

test('who may not ask for the role is told so, and deploys', async () => {
  role = [403, { message: 'User is not authorized' }]
  const { lines } = await said()
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/^The role for logs of API Gateway cannot be checked\. .*403.*not authorized/)
})

test('a removal says the same and needs no role, in any region', async () => {
  const { lines } = await said({ command: 'destroy', region: 'il-central-1' })
  expect(lines).toEqual([`Removes ${stageNamed('dev')}: account 123456789012, region il-central-1, as ${arn}`])
  expect(asked).toEqual(['POST sts il-central-1 /'])
})

test('an emulator is named, and needs no role', async () => {
  const { lines } = await said({ endpoint: 'http://127.0.0.1:4566' })
  expect(lines.join()).toContain('region us-east-1, at http://127.0.0.1:4566')
  expect(asked).toHaveLength(1)
})

test.each([
  ['region', ['AWS_REGION', 'AWS_DEFAULT_REGION'], 'There is no region: give --region, or set AWS_REGION.'],
  [
    'credentials',
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    'There are no credentials of an account: give --profile, or set AWS_PROFILE. Could not load credentials',
  ],
])('without %s the sentence says what to give', async (_, missing, sentence) => {
  const saved = { ...process.env }
  for (const name of [...missing, 'AWS_PROFILE']) Reflect.deleteProperty(process.env, name)
  const nothing = { AWS_CONFIG_FILE: '/none', AWS_SHARED_CREDENTIALS_FILE: '/none', AWS_EC2_METADATA_DISABLED: 'true' }
  Object.assign(process.env, nothing)
  try {
    await expect(said()).rejects.toThrow(sentence)
  } finally {
    for (const name of Object.keys(nothing)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, saved)
  }
})

test('a caller whom AWS does not know deploys nothing', async () => {
  identity = [403, { Error: { Code: 'InvalidClientTokenId', Message: 'The security token is invalid.' } }]
  await expect(said()).rejects.toThrow('AWS does not know the caller: The security token is invalid.')
})

describe('a region without EventBridge Pipes', () => {
  const sentence = 'dev cannot be in il-central-1: it has no EventBridge Pipes. Please choose another region.'
  const saved = { ...process.env }
  beforeEach(() => {
    for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) Reflect.deleteProperty(process.env, name)
  })
  afterEach(() => Object.assign(process.env, saved))

  test.each([
    ['the option', { region: 'il-central-1' }, { AWS_REGION: 'us-east-1' }],
    ['the environment', {}, { AWS_REGION: 'il-central-1' }],
    ['the older variable', {}, { AWS_DEFAULT_REGION: 'il-central-1' }],
    ['a profile', { profile: 'far' }, {}],
    ['the profile of the environment', {}, { AWS_PROFILE: 'far' }],
  ])('is refused before anybody is asked, when %s names it', async (_, options, env) => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'))
    await writeFile(join(folder, 'config'), '[profile far]\nregion = il-central-1\n')
    Object.assign(process.env, env, { AWS_CONFIG_FILE: join(folder, 'config') })
    try {
      for (const command of ['synth', 'diff', 'deploy'])
        await expect(refuseRegion(command, stages.dev, options)).rejects.toThrow(sentence)
      // What is there can be removed.
      await refuseRegion('destroy', stages.dev, options)
      expect(asked).toEqual([])
    } finally {
      for (const name of ['AWS_CONFIG_FILE', ...Object.keys(env)]) Reflect.deleteProperty(process.env, name)
      await rm(folder, { recursive: true })
    }
  })

  test('is not looked for where no region is known: a synthesis needs none', async () => {
    process.env.AWS_CONFIG_FILE = join(tmpdir(), 'no-such-file')
    await refuseRegion('synth', stages.dev, {})
    Reflect.deleteProperty(process.env, 'AWS_CONFIG_FILE')
  })
})

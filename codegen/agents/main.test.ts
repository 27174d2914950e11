// `npm run agents` from outside, in a copy of the project.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'

const config = {
  applicationId: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111',
  secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf',
  roleArn: 'arn:aws:iam::123456789012:role/amazon-q',
  serverUrl: 'https://api.frontdesk.org',
  mcpUrl: 'https://api.frontdesk.org/mcp',
  cognitoDomain: 'auth.frontdesk.org',
  gatewayId: 'frontdesk-abcde12345',
  oauthProviderArn:
    'arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default/oauth2credentialprovider/frontdesk',
  oauthReferenceId: 'MzM3ZTkyMmEtNDM3#Yy1=',
}

let project: ProjectCopy
beforeAll(async () => {
  project = await copyProject()
})
afterAll(() => project.close())

async function agents(values: unknown, ...args: string[]) {
  await project.write('agents.json', typeof values === 'string' ? values : JSON.stringify(values))
  return project.run(process.execPath, 'codegen/agents/main.ts', '--config', 'agents.json', ...args)
}

const written = (stdout: string) => stdout.trim().split('\n')

test('writes every file of generated/agents, with nothing left to fill in', async () => {
  const { exitCode, stdout, stderr } = await agents(config)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const files = written(stdout)
  expect(files.length).toBeGreaterThan(5)
  const contents = await Promise.all(files.map((file) => project.read(file)))
  const templates = await Promise.all(files.map((file) => project.read(file.replace('dist/', 'generated/'))))
  expect(contents.join('\n')).not.toMatch(/\$\{[A-Z_]+\}/)
  for (const value of Object.values(config)) expect(contents.join('\n')).toContain(value)
  // Filling changes nothing but the places to fill.
  const names = files.filter((_, index) => contents[index] === templates[index])
  expect(names).toEqual(['dist/agents/mcp-tools.json', 'dist/agents/bedrock-tools.json'])
})

test('the document inside an input is the document beside it', async () => {
  await agents(config)
  const read = async (name: string) => JSON.parse(await project.read(`dist/agents/${name}.json`)) as never
  const { customPluginConfiguration: plugin }: { customPluginConfiguration: { apiSchema: { payload: string } } } =
    await read('amazon-q.create-plugin')
  expect(JSON.parse(plugin.apiSchema.payload)).toEqual(await read('amazon-q'))
  const target: { targetConfiguration: { mcp: { openApiSchema: { inlinePayload: string } } } } = await read(
    'agentcore.create-gateway-target',
  )
  expect(JSON.parse(target.targetConfiguration.mcp.openApiSchema.inlinePayload)).toEqual(await read('agentcore'))
})

test('--platform needs only the values of its own files, and leaves no older file of another', async () => {
  await agents(config)
  const { serverUrl, cognitoDomain } = config
  const { exitCode, stdout } = await agents({ serverUrl, cognitoDomain }, '--platform', 'quick')
  expect({ exitCode, files: written(stdout) }).toEqual({ exitCode: 0, files: ['dist/agents/quick.json'] })
  await expect(project.read('dist/agents/amazon-q.json')).rejects.toThrow('ENOENT')

  const both = await agents({ serverUrl, cognitoDomain }, '--platform', 'quick', '--platform', 'mcp')
  expect(written(both.stdout)).toEqual(['dist/agents/quick.json', 'dist/agents/mcp-tools.json'])
})

describe('is refused, in one message without a stack trace, for', () => {
  const refused: [what: string, values: unknown, args: string[], message: string][] = [
    ...Object.keys(config).map((name): [string, unknown, string[], string] => [
      `no ${name}`,
      { ...config, [name]: undefined },
      [],
      `${name} is missing: `,
    ]),
    ['a malformed gatewayId', { ...config, gatewayId: 'Frontdesk' }, [], 'gatewayId is "Frontdesk", not the id of '],
    ['a role for a provider', { ...config, oauthProviderArn: config.roleArn }, [], 'oauthProviderArn is "arn:aws:iam'],
    [
      'a slash at the end',
      { ...config, mcpUrl: `${config.mcpUrl}/` },
      [],
      'mcpUrl is "https://api.frontdesk.org/mcp/"',
    ],
    ['plain http', { ...config, mcpUrl: 'http://api.frontdesk.org/mcp' }, [], 'mcpUrl is "http:'],
    ['a blank reference', { ...config, oauthReferenceId: ' ' }, [], 'oauthReferenceId is " ", not the id of '],
    ['a malformed value that is not needed', { ...config, roleArn: 'x' }, ['--platform', 'mcp'], 'roleArn is "x", not'],
    ['an unknown member', { ...config, url: 'x' }, [], 'url is not a member; there are applicationId, '],
    ['no JSON', '{', [], 'agents.json is not a JSON object'],
    ['an unknown platform', config, ['--platform', 'bedrock'], '--platform is bedrock, not one of amazon-q, '],
    ['an unknown option', config, ['--platfrom', 'quick'], '--platfrom'],
  ]
  test.each(refused)('%s', async (_, values, args, message) => {
    const { exitCode, stdout, stderr } = await agents(values, ...args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('no file', async () => {
    const absent = await project.run(process.execPath, 'codegen/agents/main.ts', '--config', 'none.json')
    const none = await project.run(process.execPath, 'codegen/agents/main.ts')
    for (const { exitCode, stderr } of [absent, none]) {
      expect(exitCode).toBe(1)
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect(absent.stderr).toContain('none.json')
    expect(none.stderr).toContain('--config is missing')
  })
})

// `npm run agents` from outside, in a copy of the project.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'
import { everyMember as config } from './testing/agent-config.ts'

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

test.each([
  [
    'values that are missing or malformed',
    { ...config, applicationId: undefined, gatewayId: 'X' },
    [],
    'applicationId is',
  ],
  ['no JSON', '{', [], 'agents.json is not a JSON object'],
  ['an unknown platform', config, ['--platform', 'bedrock'], '--platform is bedrock, not one of amazon-q, '],
])('%s: one message without a stack trace, and exit code 1', async (_, values, args, message) => {
  const { exitCode, stdout, stderr } = await agents(values, ...args)
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr).toContain(message)
  expect(stderr).not.toMatch(/^\s+at /m)
})

test.each([
  ['a file that is not there', ['--config', 'none.json'], 'none.json'],
  ['no file', [], '--config is missing'],
  ['an unknown option', ['--config', 'agents.json', '--platfrom', 'quick'], '--platfrom'],
])('%s: one message, and exit code 1', async (_, args, message) => {
  const { exitCode, stderr } = await project.run(process.execPath, 'codegen/agents/main.ts', ...args)
  expect(exitCode).toBe(1)
  expect(stderr).toContain(message)
  expect(stderr).not.toMatch(/^\s+at /m)
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAgentConfig } from './agent-config.ts'
import { memberNames, type MemberName } from './placeholders.ts'
import { config, everyMember } from './testing/agent-config.ts'

// Safe cast: the keys of the literal above.
const needed = Object.keys(config) as MemberName[]

describe('readAgentConfig', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plugin-config-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function read(content: unknown) {
    const file = join(folder, 'plugin.json')
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
    return readAgentConfig(file, needed)
  }

  test('returns what the file says', async () => {
    expect(await read(config)).toEqual(config)
  })

  test("takes the placeholders' own names", async () => {
    const { applicationId: APPLICATION_ID, secretArn: SECRET_ARN, roleArn: ROLE_ARN, ...rest } = config
    const { serverUrl: SERVER_URL, cognitoDomain: COGNITO_DOMAIN } = rest
    expect(await read({ APPLICATION_ID, SECRET_ARN, ROLE_ARN, SERVER_URL, COGNITO_DOMAIN })).toEqual(config)
  })

  test('takes a file that begins with a byte order mark', async () => {
    expect(await read(`\uFEFF${JSON.stringify(config)}`)).toEqual(config)
  })

  test('refuses two values for one place, by both of its names', async () => {
    const twice = { ...config, SERVER_URL: 'https://other.frontdesk.org' }
    await expect(read(twice)).rejects.toThrow('\nserverUrl is given twice, also as ${SERVER_URL}: keep one of them')
  })

  test('takes the other partitions of AWS', async () => {
    const roleArn = 'arn:aws-us-gov:iam::123456789012:role/team/amazon-q'
    expect(await read({ ...config, roleArn })).toMatchObject({ roleArn })
  })

  test('lists everything that is wrong, in one error', async () => {
    const { applicationId, serverUrl, ...rest } = config
    const wrong = { ...rest, applicationID: applicationId, serverUrl: `${serverUrl}/`, roleArn: 7 }
    const error: unknown = await read(wrong).catch((reason: unknown) => reason)
    const lines = (error as Error).message.split('\n')
    expect(lines[0]).toContain("plugin.json cannot fill the agents' files")
    expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual([
      'applicationID',
      'applicationId',
      'roleArn',
      'serverUrl',
    ])
  })

  const malformed: [keyof typeof config, string][] = [
    ['applicationId', '-1b2c3d4-5678-90ab-cdef-EXAMPLE11111'],
    ['applicationId', config.applicationId.slice(1)],
    ['applicationId', `${config.applicationId}1`],
    ['secretArn', config.roleArn],
    ['secretArn', 'amazon-q'],
    ['secretArn', `${config.secretArn}"`],
    ['roleArn', config.secretArn],
    ['roleArn', 'arn:aws:iam::123456789012:user/amazon-q'],
    ['serverUrl', 'http://api.frontdesk.org'],
    ['serverUrl', 'https://api.frontdesk.org/'],
    ['serverUrl', 'https://api.frontdesk.org?stage=prod'],
    ['serverUrl', 'https://user:secret@api.frontdesk.org'],
    ['serverUrl', 'https://api.frontdesk.org/"'],
    ['serverUrl', 'https://${HOST}'],
    ['serverUrl', 'https://localhost'],
    ['cognitoDomain', 'https://auth.frontdesk.org'],
    ['cognitoDomain', 'auth.frontdesk.org/'],
    ['cognitoDomain', 'auth..frontdesk.org'],
    ['cognitoDomain', '-auth.frontdesk.org'],
    ['cognitoDomain', 'frontdesk'],
    ['cognitoDomain', ''],
  ]
  test.each(malformed)('refuses %s %j', async (member, value) => {
    await expect(read({ ...config, [member]: value })).rejects.toThrow(`${member} is ${JSON.stringify(value)}, not `)
  })

  test.each(['[]', 'null', '{', '"x"'])('refuses %s, which is no JSON object', async (text) => {
    await expect(read(text)).rejects.toThrow('plugin.json is not a JSON object')
  })

  test('a member that every object has is unknown too', async () => {
    await expect(read({ ...config, toString: 'x' })).rejects.toThrow('toString is not a member')
  })

  test('names the file that is not there', async () => {
    await expect(readAgentConfig(join(folder, 'none.json'), needed)).rejects.toThrow('none.json')
  })

  test.each(Object.keys(everyMember))('%s is missed when a file needs it', async (name) => {
    const file = join(folder, 'without.json')
    await writeFile(file, JSON.stringify({ ...everyMember, [name]: undefined }))
    await expect(readAgentConfig(file, memberNames)).rejects.toThrow(`\n${name} is missing: `)
  })

  test.each([
    ['gatewayId', 'Frontdesk'],
    ['oauthProviderArn', everyMember.roleArn],
    ['mcpUrl', `${everyMember.mcpUrl}/`],
    ['mcpUrl', 'http://api.frontdesk.org/mcp'],
    ['oauthReferenceId', ' '],
  ])('%s %j is malformed, also when no file needs it', async (name, value) => {
    const file = join(folder, 'malformed.json')
    await writeFile(file, JSON.stringify({ ...everyMember, [name]: value }))
    await expect(readAgentConfig(file, [])).rejects.toThrow(`\n${name} is ${JSON.stringify(value)}, not `)
  })
})

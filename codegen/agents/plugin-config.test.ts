import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readModel } from '../read.ts'
import { renderAmazonQManifest } from './amazon-q-manifest.ts'
import type { AmazonQManifest } from './amazon-q-manifest.ts'
import { renderAmazonQ } from './amazon-q.ts'
import type { MemberName } from './placeholders.ts'
import { fillAgents, readAgentConfig } from './plugin-config.ts'
import { change } from './testing/change.ts'

const config = {
  applicationId: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111',
  secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf',
  roleArn: 'arn:aws:iam::123456789012:role/amazon-q',
  serverUrl: 'https://abc123.execute-api.us-east-1.amazonaws.com/prod',
  cognitoDomain: 'frontdesk.auth.us-east-1.amazoncognito.com',
}

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

  test('takes the other partitions of AWS', async () => {
    const roleArn = 'arn:aws-us-gov:iam::123456789012:role/team/amazon-q'
    expect(await read({ ...config, roleArn })).toMatchObject({ roleArn })
  })

  test('lists everything that is wrong, in one error', async () => {
    const { applicationId, serverUrl, ...rest } = config
    const wrong = { ...rest, applicationID: applicationId, serverUrl: `${serverUrl}/`, roleArn: 7 }
    const error: unknown = await read(wrong).catch((reason: unknown) => reason)
    const lines = (error as Error).message.split('\n')
    expect(lines[0]).toContain('plugin.json is not a plugin configuration')
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
})

describe('fillAgents', async () => {
  const definition = renderAmazonQ(await readModel())
  const manifest = renderAmazonQManifest(definition)
  const files = (changed = manifest) => ({
    'agents/amazon-q.json': JSON.stringify(definition),
    'agents/amazon-q.create-plugin.json': JSON.stringify(changed),
  })

  test('fills the definition, the manifest, and the definition within it', () => {
    const filled = fillAgents(files(), config)
    expect(Object.keys(filled)).toEqual(Object.keys(files()))
    const [first = '', second = ''] = Object.values(filled)
    expect(first + second).not.toContain('${')
    expect(JSON.parse(first)).toMatchObject({ servers: [{ url: config.serverUrl }], openapi: definition.openapi })
    const { customPluginConfiguration, ...rest } = JSON.parse(second) as AmazonQManifest
    expect(JSON.parse(customPluginConfiguration.apiSchema.payload)).toEqual(JSON.parse(first))
    expect(rest).toEqual({
      applicationId: config.applicationId,
      displayName: 'Frontdesk',
      type: 'CUSTOM',
      authConfiguration: {
        oAuth2ClientCredentialConfiguration: {
          secretArn: config.secretArn,
          roleArn: config.roleArn,
          authorizationUrl: `https://${config.cognitoDomain}/oauth2/authorize`,
          tokenUrl: `https://${config.cognitoDomain}/oauth2/token`,
        },
      },
    })
  })

  test('what is in the way of JSON stays text: the result breaks a rule, not the payload', () => {
    const quoted = { ...config, serverUrl: 'https://api.frontdesk.org/","x":"$&' }
    expect(() => fillAgents(files(), quoted)).toThrow(`https-server: servers: '${quoted.serverUrl}'`)
  })

  test('throws when a template has a placeholder that nothing fills', () => {
    const stray = change(manifest, ['customPluginConfiguration', 'description'], 'For ${TEAM}')
    expect(() => fillAgents(files(stray), config)).toThrow('agents/amazon-q.create-plugin.json: no-placeholders')
  })

  test('throws when the payload is another definition', () => {
    const other = change(manifest, ['customPluginConfiguration', 'apiSchema', 'payload'], '{}')
    expect(() => fillAgents(files(other), config)).toThrow('agents/amazon-q.create-plugin.json: payload')
  })

  test('throws when a file is not given', () => {
    expect(() => fillAgents({ 'agents/amazon-q.json': '{}' }, config)).toThrow(
      'create-plugin.json is not among the files',
    )
  })
})

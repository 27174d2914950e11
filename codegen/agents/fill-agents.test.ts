import { describe, expect, test } from 'vitest'
import { readModel } from '../read.ts'
import { renderAmazonQManifest, type AmazonQManifest } from './amazon-q-manifest.ts'
import { renderAmazonQ } from './amazon-q.ts'
import { fillAgents } from './fill-agents.ts'
import { config } from './testing/agent-config.ts'
import { change } from './testing/change.ts'

describe('fillAgents', async () => {
  const model = await readModel()
  const definition = renderAmazonQ(model)
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
      displayName: model.names.title.replaceAll(' ', '-'),
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

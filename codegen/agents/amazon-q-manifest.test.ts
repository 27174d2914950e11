import { describe, expect, test } from 'vitest'
import { readModel } from '../read.ts'
import { amazonQManifestViolations, renderAmazonQManifest } from './amazon-q-manifest.ts'
import { renderAmazonQ } from './amazon-q.ts'
import { operationsIn } from './definition.ts'
import { change } from './testing/change.ts'
import type { Place } from './testing/change.ts'

const model = await readModel()
const { names } = model
const definition = renderAmazonQ(model)
const manifest = renderAmazonQManifest(definition)
const custom: Place = ['customPluginConfiguration']
const oauth: Place = ['authConfiguration', 'oAuth2ClientCredentialConfiguration']

describe('renderAmazonQManifest', () => {
  test('is the input of create-plugin, with the definition inside', () => {
    expect(manifest).toEqual({
      applicationId: '${APPLICATION_ID}',
      displayName: names.title.replaceAll(' ', '-'),
      type: 'CUSTOM',
      customPluginConfiguration: {
        description: expect.stringMatching(new RegExp(`^${names.title}: [a-z].+\\.$`)) as string,
        apiSchemaType: 'OPEN_API_V3',
        apiSchema: { payload: JSON.stringify(definition) },
      },
      authConfiguration: {
        oAuth2ClientCredentialConfiguration: {
          secretArn: '${SECRET_ARN}',
          roleArn: '${ROLE_ARN}',
          authorizationUrl: 'https://${COGNITO_DOMAIN}/oauth2/authorize',
          tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token',
        },
      },
    })
  })

  test('a title becomes a name that the service takes', () => {
    const named = (title: string) => renderAmazonQManifest(change(definition, ['info', 'title'], title)).displayName
    expect(named('Helpdesk (EU), v2!')).toBe('Helpdesk-EU-v2')
    expect(named('_Helpdesk')).toBe('Helpdesk')
    expect(() => named('受付')).toThrow('display-name')
  })

  test('the description stays within its limit, and says when there is more', () => {
    const [first] = operationsIn(definition)
    const [path, method] = [first?.path ?? '', first?.method ?? '']
    const more = { ...first?.operation, operationId: 'getMore', summary: 'y'.repeat(150) }
    const two = change(definition, ['paths', '/more'], { [method]: more })
    const wordy = change(two, ['paths', path, method, 'summary'], 'x'.repeat(150))
    const { description } = renderAmazonQManifest(wordy).customPluginConfiguration
    expect(description.length).toBeLessThanOrEqual(200)
    expect(description).toMatch(/^Frontdesk: x{150}.* and more\.$/)
  })
})

describe('amazonQManifestViolations', () => {
  const filled = [
    [['applicationId'], 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111'],
    [[...oauth, 'secretArn'], 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf'],
    [[...oauth, 'roleArn'], 'arn:aws:iam::123456789012:role/service/amazon-q'],
  ] satisfies [Place, string][]

  const mutations: [rule: string, place: Place, value: unknown][] = [
    ['application-id', ['applicationId'], 'short'],
    ['display-name', ['displayName'], '-frontdesk'],
    ['display-name', ['displayName'], 'f'.repeat(101)],
    ['type', ['type'], 'JIRA'],
    ['description', [...custom, 'description'], ''],
    ['description', [...custom, 'description'], 'd'.repeat(201)],
    ['schema-type', [...custom, 'apiSchemaType'], 'OPEN_API_V2'],
    ['payload', [...custom, 'apiSchema', 'payload'], '{'],
    ['payload', [...custom, 'apiSchema', 'payload'], JSON.stringify({ ...definition, openapi: '3.0.0' })],
    ['secret-arn', [...oauth, 'secretArn'], 'arn:aws:iam::123456789012:role/amazon-q'],
    ['role-arn', [...oauth, 'roleArn'], 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf'],
    ['same-urls', [...oauth, 'tokenUrl'], 'https://auth.frontdesk.org/oauth2/token'],
    ['oauth-urls', [...oauth, 'tokenUrl'], 'http://auth.frontdesk.org/oauth2/token'],
  ]
  const rulesOf = (violations: string[]) => violations.map((violation) => violation.slice(0, violation.indexOf(':')))

  test('what is rendered breaks none', () => {
    expect(amazonQManifestViolations(manifest, definition, { filled: false })).toEqual([])
  })

  test.each(mutations)('%s, for %j = %j', (rule, place, value) => {
    const violations = amazonQManifestViolations(change(manifest, place, value), definition, { filled: false })
    expect(rulesOf(violations)).toEqual([rule])
  })

  test.each(filled)('filled in, %j is asked for, and taken', (place, value) => {
    const count = (given: typeof manifest) => amazonQManifestViolations(given, definition, { filled: true }).length
    expect(count(change(manifest, place, value))).toBe(count(manifest) - 1)
  })

  test('a placeholder that is left anywhere is told', () => {
    const violations = amazonQManifestViolations(manifest, definition, { filled: true })
    expect([...new Set(rulesOf(violations))].sort()).toEqual(
      ['application-id', 'secret-arn', 'role-arn', 'oauth-urls', 'no-placeholders'].sort(),
    )
  })
})

// The input of `aws qbusiness create-plugin --cli-input-json` with the definition inside, and its rules.
import { isDeepStrictEqual } from 'node:util'
import { isHttpsUrl } from './address.ts'
import type { AmazonQDefinition } from './amazon-q.ts'
import { operationsIn } from './definition.ts'
import { describe } from './description.ts'
import { unless } from './rule.ts'

export type AmazonQManifest = {
  applicationId: string
  displayName: string
  type: string
  customPluginConfiguration: { description: string; apiSchemaType: string; apiSchema: { payload: string } }
  authConfiguration: {
    oAuth2ClientCredentialConfiguration: {
      secretArn: string
      roleArn: string
      authorizationUrl: string
      tokenUrl: string
    }
  }
}

const maxDescription = 200

/** The forms of identifiers in the qbusiness API. Each ARN must name a secret or a role. */
export const identifiers = {
  applicationId: /^[a-zA-Z0-9][a-zA-Z0-9-]{35}$/,
  secretArn: /^arn:aws[a-z-]{0,32}:secretsmanager:[a-z0-9-]{1,63}:\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}$/,
  roleArn: /^arn:aws[a-z-]{0,32}:iam::\d{12}:role\/[A-Za-z0-9/_+=,.@-]{1,576}$/,
}

/** The manifest with the values that the API's client names. */
type CreatePluginInput = AmazonQManifest & {
  type: 'CUSTOM'
  customPluginConfiguration: { apiSchemaType: 'OPEN_API_V3' }
}

export function renderAmazonQManifest(definition: AmazonQDefinition): CreatePluginInput {
  const { authorizationUrl, tokenUrl } = oauthOf(definition)
  const manifest: CreatePluginInput = {
    applicationId: '${APPLICATION_ID}',
    displayName: definition.info.title.replaceAll(/[^a-zA-Z0-9_-]+/g, '-').replaceAll(/^[-_]+|-+$/g, ''),
    type: 'CUSTOM',
    customPluginConfiguration: {
      description: describe(
        definition.info.title,
        operationsIn(definition).map(({ operation: { summary = '' } }) => summary),
        maxDescription,
      ),
      apiSchemaType: 'OPEN_API_V3',
      apiSchema: { payload: JSON.stringify(definition) },
    },
    authConfiguration: {
      // Despite its name this is the authorization-code flow. The secret has the client's id and secret.
      oAuth2ClientCredentialConfiguration: {
        secretArn: '${SECRET_ARN}',
        roleArn: '${ROLE_ARN}',
        authorizationUrl,
        tokenUrl,
      },
    },
  }
  const violations = amazonQManifestViolations(manifest, definition, { filled: false })
  if (violations.length > 0) throw new Error(`Amazon Q does not take this plugin:\n${violations.join('\n')}`)
  return manifest
}

function oauthOf(definition: AmazonQDefinition) {
  const [scheme] = Object.values(definition.components.securitySchemes)
  if (!scheme) throw new Error('The definition for Amazon Q has no security scheme')
  return scheme.flows.authorizationCode
}

type ManifestRule = (manifest: AmazonQManifest, definition: AmazonQDefinition, filled: boolean) => string[]

const oauthIn = ({ authConfiguration }: AmazonQManifest) => authConfiguration.oAuth2ClientCredentialConfiguration

const identifier =
  (name: keyof typeof identifiers, placeholder: string, read: (manifest: AmazonQManifest) => string): ManifestRule =>
  (manifest, _definition, filled) => {
    const value = read(manifest)
    const holds = identifiers[name].test(value) || (!filled && value === placeholder)
    return unless(holds, `'${value}' is not of the form ${identifiers[name].source}`)
  }

export const amazonQManifestRules: Record<string, ManifestRule> = {
  'application-id': identifier('applicationId', '${APPLICATION_ID}', ({ applicationId }) => applicationId),
  'display-name': ({ displayName }) =>
    unless(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$/.test(displayName), `'${displayName}' is not 1 to 100 of A-Z a-z 0-9 _ -`),
  type: ({ type }) => unless(type === 'CUSTOM', `'${type}' is not CUSTOM`),
  description: ({ customPluginConfiguration: { description } }) =>
    unless(
      description.length >= 1 && description.length <= maxDescription,
      `${description.length} characters, not 1 to ${maxDescription}`,
    ),
  'schema-type': ({ customPluginConfiguration: { apiSchemaType } }) =>
    unless(apiSchemaType === 'OPEN_API_V3', `'${apiSchemaType}' is not OPEN_API_V3`),
  payload: ({ customPluginConfiguration: { apiSchema } }, definition) =>
    unless(isDeepStrictEqual(parsed(apiSchema.payload), definition), 'the payload is not the definition as JSON'),
  'secret-arn': identifier('secretArn', '${SECRET_ARN}', (manifest) => oauthIn(manifest).secretArn),
  'role-arn': identifier('roleArn', '${ROLE_ARN}', (manifest) => oauthIn(manifest).roleArn),
  'oauth-urls': (manifest, definition, filled) => {
    const { authorizationUrl, tokenUrl } = oauthOf(definition)
    const { authorizationUrl: authorization, tokenUrl: token } = oauthIn(manifest)
    const areSame = authorization === authorizationUrl && token === tokenUrl
    return unless(
      areSame && (!filled || (isHttpsUrl(authorization) && isHttpsUrl(token))),
      `'${authorization}' and '${token}' are not the definition's https URLs`,
    )
  },
  'no-placeholders': (manifest, _definition, filled) =>
    unless(!filled || !JSON.stringify(manifest).includes('${'), 'a placeholder is not filled in'),
}

/** The rules that a manifest breaks, each as `rule: what`. `filled`: the manifest is no template any more. */
export function amazonQManifestViolations(
  manifest: AmazonQManifest,
  definition: AmazonQDefinition,
  { filled }: { filled: boolean },
): string[] {
  return Object.entries(amazonQManifestRules).flatMap(([name, rule]) =>
    rule(manifest, definition, filled).map((violation) => `${name}: ${violation}`),
  )
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

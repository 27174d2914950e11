// The input of `aws qbusiness create-plugin --cli-input-json` with the definition inside, and its rules.
import { isDeepStrictEqual } from 'node:util'
import type { AmazonQDefinition } from './amazon-q.ts'
import { operationsIn } from './definition.ts'
import { describe } from './description.ts'
import { lint } from './lint/lint.ts'
import { toLine } from './lint/violations.ts'
import { maxDescription } from './rules/create-plugin.ts'

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

/** The manifest with the values that the API's client names. */
export type CreatePluginInput = AmazonQManifest & {
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

/** The rules that a manifest breaks, each as `rule: what`. `filled`: the manifest is no template any more. */
export function amazonQManifestViolations(
  manifest: AmazonQManifest,
  definition: AmazonQDefinition,
  { filled }: { filled: boolean },
): string[] {
  const found = lint(manifest, { platforms: ['create-plugin'], filled })
  const isSame = isDeepStrictEqual(parsed(manifest.customPluginConfiguration.apiSchema.payload), definition)
  const isTold = isSame || found.some(({ rule }) => rule === 'payload')
  return [...found.map(toLine), ...(isTold ? [] : ['payload: the payload is not the definition as JSON'])]
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

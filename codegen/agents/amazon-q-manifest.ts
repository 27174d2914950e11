// The input of `aws qbusiness create-plugin --cli-input-json` with the definition inside, and its rules.
import { isDeepStrictEqual } from 'node:util'
import type { AmazonQDefinition } from './amazon-q.ts'
import { operationsIn } from './definition.ts'
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

export function renderAmazonQManifest(definition: AmazonQDefinition): AmazonQManifest {
  const { authorizationUrl, tokenUrl } = oauthOf(definition)
  const manifest = {
    applicationId: '${APPLICATION_ID}',
    displayName: definition.info.title.replaceAll(/[^a-zA-Z0-9_-]+/g, '-').replaceAll(/^[-_]+|-+$/g, ''),
    type: 'CUSTOM',
    customPluginConfiguration: {
      description: describe(definition),
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

/** Lists the plugin's abilities in the words of the operations' summaries, as many as have room. */
function describe(definition: AmazonQDefinition): string {
  const abilities = operationsIn(definition).flatMap(({ operation: { summary } }) =>
    summary ? [decapitalize(summary)] : [],
  )
  const sentence = (count: number) => {
    const listed = abilities.slice(0, count).join(', ')
    return `${definition.info.title}: ${listed}${count < abilities.length ? ' and more' : ''}.`
  }
  let count = abilities.length
  while (count > 1 && sentence(count).length > maxDescription) count -= 1
  return sentence(count)
}

const decapitalize = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

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

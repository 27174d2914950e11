// Amazon Q Business: the plugin of the generated definition, with the secret and the role for its login.
import { existsSync, readFileSync } from 'node:fs'
import { Aws, SecretValue } from 'aws-cdk-lib'
import type { CfnUserPoolClient, UserPoolClient } from 'aws-cdk-lib/aws-cognito'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPlugin } from 'aws-cdk-lib/aws-qbusiness'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { CreatePluginInput } from '../codegen/agents/amazon-q-manifest.ts'
import { fill, membersIn } from '../codegen/agents/placeholders.ts'
import { acknowledge } from './acknowledge.ts'
import { allow } from './permissions.ts'
import type { Stage } from './stages.ts'

const template = new URL('../generated/agents/amazon-q.create-plugin.json', import.meta.url)

/** A contract that offers Amazon Q no operation has none. */
function templateOfPlugin(): CreatePluginInput {
  if (!existsSync(template))
    throw new Error('plugin.applicationId is set, but the contract offers no operation to Amazon Q.')
  // Safe cast: `npm run generate` writes the file as this type.
  return JSON.parse(readFileSync(template, 'utf8')) as CreatePluginInput
}

type Uses = { host: string; client: UserPoolClient; apiUrl: string }

export function createPlugin(parent: Construct, stage: Stage, applicationId: string, { host, client, apiUrl }: Uses) {
  const scope = new Construct(parent, 'Plugin')
  // Safe cast: the construct makes a CfnUserPoolClient.
  const { attrClientSecret } = client.node.defaultChild as CfnUserPoolClient
  const secret = new Secret(scope, 'OAuthClient', {
    description: `The app client of the Amazon Q plugin (${stage.name})`,
    secretObjectValue: {
      client_id: SecretValue.unsafePlainText(client.userPoolClientId),
      client_secret: SecretValue.resourceAttribute(attrClientSecret),
      redirect_uri: SecretValue.unsafePlainText(stage.plugin.redirectUrl),
    },
  })
  const application = `arn:${Aws.PARTITION}:qbusiness:${Aws.REGION}:${Aws.ACCOUNT_ID}:application/${applicationId}`
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('qbusiness.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID }, ArnLike: { 'aws:SourceArn': application } },
    }),
  })
  role.addToPolicy(allow(['secretsmanager:GetSecretValue'], secret.secretArn))

  // Safe cast: only texts in the template change.
  const manifest = fill(templateOfPlugin(), {
    applicationId,
    secretArn: secret.secretArn,
    roleArn: role.roleArn,
    serverUrl: apiUrl,
    cognitoDomain: host,
  }) as CreatePluginInput
  const [unfilled] = membersIn([JSON.stringify(manifest)])
  if (unfilled !== undefined)
    throw new Error(`The plugin's template asks for ${unfilled}, which the stack does not give.`)
  const plugin = new CfnPlugin(scope, 'AmazonQ', { ...manifest, serverUrl: apiUrl, state: 'ENABLED' })
  plugin.node.addDependency(role)
  acknowledge(secret, {
    'AwsSolutions-SMG4': 'It holds what Cognito gave the app client, which no rotation of this secret could change.',
  })
  return plugin
}

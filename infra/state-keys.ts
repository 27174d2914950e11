// The secrets that sign the questions to a person (server/mcp/state.ts). Secrets Manager makes them at the deployment.
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { constructId } from './names.ts'
import type { Stage } from './stages.ts'

/**
 * The value of the function's variable, newest first. CloudFormation reads the secrets when it deploys, so the function needs no
 * permission and no call. Who reads the variable could delete without asking, if they have the right to delete: so little is at stake.
 */
export function createStateKeys(parent: Construct, { name: stage, stateKeys }: Stage): string {
  const scope = new Construct(parent, 'StateKeys')
  if (stateKeys.length === 0)
    throw new Error(`${stage} needs a name in stateKeys: its secret signs questions to people.`)
  const secrets = stateKeys.map((name) => {
    const secret = new Secret(scope, constructId(name), {
      description: `Signs the questions of the MCP endpoint (${stage}, ${name})`,
      // Commas separate the secrets in the variable.
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    })
    acknowledge(secret, {
      'AwsSolutions-SMG4': 'A question lives ten minutes. A new name in stateKeys and a deployment rotate the secret.',
    })
    return secret
  })
  return secrets.map(({ secretValue }) => secretValue.unsafeUnwrap()).join(',')
}

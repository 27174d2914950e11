// The function that rotates the API keys of a stage by its setting.
import { Aws } from 'aws-cdk-lib'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { acknowledge } from './acknowledge.ts'
import { createFunction } from './function.ts'
import { secretNamed } from './keys/key-commands.ts'
import { allow } from './permissions.ts'
import { startEvery } from './scheduled-function.ts'
import type { Stage } from './stages.ts'

const minutesOfDay = 24 * 60

/** The name of cdk-nag's finding about a resource with a star. */
const findingOf = (arn: string) =>
  `AwsSolutions-IAM5[Resource::${arn
    .replace(Aws.PARTITION, '<AWS::Partition>')
    .replace(Aws.REGION, '<AWS::Region>')
    .replace(Aws.ACCOUNT_ID, '<AWS::AccountId>')}]`

export function createKeyRotation(parent: Construct, stage: Stage, bundle: string): Function | undefined {
  const { name, keyRotation } = stage
  if (!keyRotation) return undefined
  const gateway = `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}::`
  const secret = `arn:${Aws.PARTITION}:secretsmanager:${Aws.REGION}:${Aws.ACCOUNT_ID}:secret:${secretNamed(name)}-*`
  const rotation = createFunction(parent, 'KeyRotation', {
    stage,
    description: `${title} (${name}): gives API keys their successors`,
    bundle,
    handler: 'rotateKeys',
    size: { ...stage.task, timeoutSeconds: 120 },
    environment: {
      ENV: name,
      ROTATE_EVERY_DAYS: String(keyRotation.everyDays),
      ROTATION_OVERLAP_DAYS: String(keyRotation.overlapDays),
    },
    permissions: [
      allow(
        ['GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map((action) => `secretsmanager:${action}`),
        secret,
      ),
      allow(['secretsmanager:GetRandomPassword'], '*'),
      allow(['apigateway:GET', 'apigateway:POST'], `${gateway}/apikeys`, `${gateway}/usageplans/*/keys`),
      allow(['apigateway:GET'], `${gateway}/usageplans`),
      allow(['apigateway:DELETE'], `${gateway}/apikeys/*`),
    ],
  })
  acknowledge(parent, {
    [findingOf(secret)]:
      'Secrets Manager ends the ARN of a secret with six letters of its own. The name before them is whole.',
    [findingOf(`${gateway}/apikeys/*`)]:
      'The keys are made by a command, so the stack knows no id of theirs. The function removes those of its own secret.',
    [findingOf(`${gateway}/usageplans/*/keys`)]: 'The class of a consumer, and with it the plan, stands in the secret.',
  })
  startEvery(parent, 'KeyRotationRule', minutesOfDay, rotation)
  return rotation
}

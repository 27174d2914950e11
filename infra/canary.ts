// The canary of a stage: a function that the clock starts, and that calls the API from outside.
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { stepsOf } from './canary/steps.ts'
import { createFunction } from './function.ts'
import type { Identity } from './identity.ts'
import { model } from './model.ts'
import { allow } from './permissions.ts'
import { startEvery } from './scheduled-function.ts'
import type { Stage } from './stages.ts'

type Uses = { bundle: string; url: string; identity: Identity }

export function createCanary(parent: Construct, stage: Stage, { bundle, url, identity }: Uses): Function | undefined {
  if (!stage.canary) return undefined
  const { pool, machineClient, host } = identity
  const canary = createFunction(parent, 'Canary', {
    stage,
    description: `${title} (${stage.name}): calls the API as a program does`,
    bundle,
    handler: 'canary',
    size: { ...stage.task, timeoutSeconds: 60 },
    environment: {
      API_URL: url,
      USER_POOL_ID: pool.userPoolId,
      CLIENT_ID: machineClient.userPoolClientId,
      LOGIN_HOST: host,
      STEPS: JSON.stringify(stepsOf(model.operations)),
    },
    permissions: [allow(['cognito-idp:DescribeUserPoolClient'], pool.userPoolArn)],
  })
  startEvery(parent, 'CanaryRule', stage.canary.everyMinutes, canary)
  return canary
}

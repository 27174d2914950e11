// The canary of a stage: a function that the clock starts, and that takes the journeys through the API from outside.
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { journeysOf } from './canary/chosen.ts'
import { createFunction } from './function.ts'
import type { Identity } from './identity.ts'
import { allow } from './permissions.ts'
import { startEvery } from './scheduled-function.ts'
import type { Stage } from './stages.ts'

type Uses = { bundle: string; url: string; identity: Identity }

/** The sign-in takes 20 seconds at most, the journeys 60 (canary/function.ts), and the last answer and the deletions the rest. */
const timeoutSeconds = 120

export function createCanary(parent: Construct, stage: Stage, { bundle, url, identity }: Uses): Function | undefined {
  if (!stage.canary) return undefined
  const { pool, machineClient, host } = identity
  const canary = createFunction(parent, 'Canary', {
    stage,
    description: `${title} (${stage.name}): takes the journeys of a program through the API`,
    bundle,
    handler: 'canary',
    size: { ...stage.task, timeoutSeconds },
    environment: {
      ENV: stage.name,
      API_URL: url,
      USER_POOL_ID: pool.userPoolId,
      CLIENT_ID: machineClient.userPoolClientId,
      LOGIN_HOST: host,
      JOURNEYS: journeysOf(stage).join(','),
    },
    permissions: [allow(['cognito-idp:DescribeUserPoolClient'], pool.userPoolArn)],
  })
  startEvery(parent, 'CanaryRule', stage.canary.everyMinutes, canary)
  return canary
}

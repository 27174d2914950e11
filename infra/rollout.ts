// A new version of the API function takes over step by step. An alarm rolls it back.
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import type { Alias } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

export function createRollout(scope: Construct, alias: Alias, alarms: IAlarm[]) {
  const group = new LambdaDeploymentGroup(scope, 'Rollout', {
    alias,
    alarms,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
  })
  acknowledge(group, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
      "What CodeDeploy needs to shift an alias is CodeDeploy's to say; this is the narrower of its two policies.",
  })
  return group
}

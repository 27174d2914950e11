// A new version of the API function takes over step by step. An alarm on its own failures takes it back.
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaDeploymentConfig, LambdaDeploymentGroup, type CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import type { Alias, CfnAlias } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Stage } from './stages.ts'

export function createRollout(scope: Construct, { noRollback = false }: Stage, alias: Alias, alarms: IAlarm[]) {
  const group = new LambdaDeploymentGroup(scope, 'Rollout', {
    alias,
    alarms,
    ignoreAlarmConfiguration: noRollback,
    // The alarm looks at five minutes. So it has seen the new version before that takes all requests.
    deploymentConfig: noRollback
      ? LambdaDeploymentConfig.ALL_AT_ONCE
      : LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: !noRollback },
  })
  // The alarm watches the new version, and the group its alarm, before the alias leads there.
  // Safe cast: the constructs make these resources.
  const [cfnAlias, cfnGroup] = [alias.node.defaultChild as CfnAlias, group.node.defaultChild as CfnDeploymentGroup]
  cfnAlias.addResourceDependency(cfnGroup)
  acknowledge(group, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
      "What CodeDeploy needs to shift an alias is CodeDeploy's to say; this is the narrower of its two policies.",
  })
  return group
}

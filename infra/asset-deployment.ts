// The deployment copies files of the project into a bucket, with the CDK's own handler.
import { Stack } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { BucketDeployment, type BucketDeploymentProps } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { logRetention } from './retention.ts'
import type { Stage } from './stages.ts'

export function deployFiles(scope: Construct, id: string, stage: Stage, props: BucketDeploymentProps) {
  const deployment = new BucketDeployment(scope, id, { memoryLimit: 256, logGroup: logsOf(scope, stage), ...props })
  const ofTheCdk = 'The CDK brings this function and its role; it runs while a deployment does.'
  const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*']
  const resources = [
    'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*',
    '<DocsSite9A8EBA16.Arn>/*',
    '<SampleDataObjects1FEF383F.Arn>/*',
    '*',
  ]
  const handler = Stack.of(scope).node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))
  if (!handler) throw new Error('The CDK has another handler for bucket deployments now.')
  acknowledge(handler, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      ofTheCdk,
    'AwsSolutions-L1': ofTheCdk,
    ...Object.fromEntries(actions.map((action) => [`AwsSolutions-IAM5[Action::${action}]`, ofTheCdk])),
    ...Object.fromEntries(resources.map((resource) => [`AwsSolutions-IAM5[Resource::${resource}]`, ofTheCdk])),
  })
  return deployment
}

/** One log group for all file deployments of a stack. They share the CDK's function, which takes the first settings. */
function logsOf(scope: Construct, stage: Stage): LogGroup {
  const stack = Stack.of(scope)
  const id = 'AssetDeploymentLogs'
  // Safe cast: only this function uses this id.
  const present = stack.node.tryFindChild(id) as LogGroup | undefined
  return present ?? new LogGroup(stack, id, logRetention(stage))
}

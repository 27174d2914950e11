// The topic of the alarms: who may publish to it, who is subscribed, and the key that encrypts it where a stage wants one.
import { Aws, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import type { Stage } from './stages.ts'

/** The alarms of this account, and of no other. */
const alarmsOfTheAccount = {
  principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
  conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
}

export function createTopic(scope: Construct, stage: Stage): Topic {
  const displayName = `${title} alarms (${stage.name})`
  const topic = new Topic(scope, 'Topic', {
    displayName,
    enforceSSL: true,
    ...(stage.encryptAlarms && { masterKey: createKey(scope, displayName) }),
  })
  // enforceSSL replaces the default policy, which lets the alarms of this account publish. This statement lets them again.
  topic.addToResourcePolicy(
    new PolicyStatement({ ...alarmsOfTheAccount, actions: ['sns:Publish'], resources: [topic.topicArn] }),
  )
  topic.addSubscription(new EmailSubscription(stage.alarmEmail))
  return topic
}

/** AWS's own key for SNS does not let CloudWatch in, so alarms would reach nobody. This one does. */
function createKey(scope: Construct, displayName: string): Key {
  const key = new Key(scope, 'Key', {
    description: displayName,
    enableKeyRotation: true,
    // It encrypts messages on their way only. Nothing that is kept needs it.
    removalPolicy: RemovalPolicy.DESTROY,
  })
  key.addToResourcePolicy(
    new PolicyStatement({ ...alarmsOfTheAccount, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
  )
  return key
}

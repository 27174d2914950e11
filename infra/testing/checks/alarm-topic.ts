// The topic of the alarms: who is subscribed, who may publish, and the key that CloudWatch may use.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { title } from '../../../generated/names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

const alarmsOfTheAccount = {
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Condition: { StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' } },
}

export function alarmTopic(template: Template, stage: Stage): string[] {
  const topics = [...resourcesOf(template, 'AWS::SNS::Topic').keys()]
  return [
    ...differences(topics, ['AlarmsTopic'], 'topics'),
    ...differences(propertiesOf(template, 'AWS::SNS::Topic', 'AlarmsTopic'), {
      DisplayName: `${title} alarms (${stage.name})`,
      KmsMasterKeyId: stage.encryptAlarms ? '<AlarmsKey.Arn>' : Match.absent(),
      Subscription: Match.absent(),
      DataProtectionPolicy: Match.absent(),
    }),
    ...keyFaults(template, stage),
    ...differences(
      [...resourcesOf(template, 'AWS::SNS::Subscription').values()],
      [
        {
          Properties: {
            Protocol: 'email',
            Endpoint: stage.alarmEmail,
            TopicArn: '<AlarmsTopic>',
            FilterPolicy: Match.absent(),
          },
        },
      ],
      'subscriptions',
    ),
    ...differences(propertiesOf(template, 'AWS::SNS::TopicPolicy', 'AlarmsTopicPolicy'), {
      Topics: ['<AlarmsTopic>'],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Action: 'sns:Publish',
            Principal: '*',
            Resource: '<AlarmsTopic>',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          { ...alarmsOfTheAccount, Action: 'sns:Publish', Resource: '<AlarmsTopic>' },
        ],
      },
    }),
  ]
}

/** With AWS's own key for SNS, CloudWatch could not publish, and nobody would hear of an alarm. */
function keyFaults(template: Template, { encryptAlarms = false }: Stage): string[] {
  const keys = [...resourcesOf(template, 'AWS::KMS::Key').keys()]
  if (!encryptAlarms) return differences(keys, [], 'keys')
  return [
    ...differences(keys, ['AlarmsKey'], 'keys'),
    ...differences(propertiesOf(template, 'AWS::KMS::Key', 'AlarmsKey'), {
      EnableKeyRotation: true,
      Enabled: Match.absent(),
      KeyPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'kms:*',
            Principal: { AWS: 'arn:<AWS::Partition>:iam::<AWS::AccountId>:root' },
          },
          { ...alarmsOfTheAccount, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*' },
        ],
      },
    }),
  ]
}

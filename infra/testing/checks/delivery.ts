// The delivery of events: which rules there are, the guard of the uploads, and the queue of what could not be delivered.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { tooLarge } from '../../../server/uploads/object-created.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'
import { scheduledRules } from './scheduled.ts'

const ruleNames = ['EventsCreatedRule', 'EventsScheduleRule', 'UploadGuardRule']

export function delivery(template: Template, stage: Stage): string[] {
  const rules = [...resourcesOf(template, 'AWS::Events::Rule').keys()]
  return [
    ...differences(rules.sort(), [...ruleNames, ...scheduledRules(stage)].sort(), 'rules'),
    ...guardFaults(template),
    ...deadLetterFaults(template),
  ]
}

/** The rule of the upload guard, on the default bus, which is where S3 sends its events. */
function guardFaults(template: Template): string[] {
  const properties = propertiesOf(template, 'AWS::Events::Rule', 'UploadGuardRule')
  const expected = {
    State: 'ENABLED',
    EventBusName: Match.absent(),
    EventPattern: tooLarge('<CaseFiles>'),
    Targets: [
      {
        Arn: '<UploadGuardFunction.Arn>',
        DeadLetterConfig: { Arn: '<EventsDeadLetters.Arn>' },
        RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
        InputTransformer: Match.absent(),
        InputPath: Match.absent(),
      },
    ],
  }
  const permissions = [...resourcesOf(template, 'AWS::Lambda::Permission').values()].filter(
    ({ Properties }) => Properties.FunctionName === '<UploadGuardFunction.Arn>',
  )
  return [
    ...differences(properties, expected, 'UploadGuardRule'),
    ...differences(
      permissions.map(({ Properties }) => Properties),
      [
        {
          Action: 'lambda:InvokeFunction',
          Principal: 'events.amazonaws.com',
          SourceArn: '<UploadGuardRule.Arn>',
        },
      ],
      'permissions of the upload guard',
    ),
  ]
}

function deadLetterFaults(template: Template): string[] {
  const sender = (name: string) => ({
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: '<EventsDeadLetters.Arn>',
    Condition: { ArnEquals: { 'aws:SourceArn': `<${name}.Arn>` } },
  })
  return [
    ...differences(propertiesOf(template, 'AWS::SQS::Queue', 'EventsDeadLetters'), {
      MessageRetentionPeriod: 1_209_600,
      SqsManagedSseEnabled: true,
    }),
    ...differences(propertiesOf(template, 'AWS::SQS::QueuePolicy', 'EventsDeadLettersPolicy'), {
      Queues: ['<EventsDeadLetters>'],
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          ...ruleNames.map(sender),
        ],
      },
    }),
  ]
}

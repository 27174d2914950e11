// EventBridge: a new customer becomes an event, and events and the clock start the workflow.
import { Aws, Duration, Fn } from 'aws-cdk-lib'
import { CfnRule, EventBus, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPipe } from 'aws-cdk-lib/aws-pipes'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { pipe as customerCreated, rule, schedule, stream } from '../server/workflow/customer-created.ts'
import { acknowledge } from './acknowledge.ts'
import { stageNamed } from './names.ts'
import { allow } from './permissions.ts'
import type { Stage } from './stages.ts'
import type { Tables } from './tables.ts'

export type EventBridge = ReturnType<typeof createEventBridge>

export function createEventBridge(parent: Construct, stage: Stage, { customers }: Tables, stateMachine: StateMachine) {
  const scope = new Construct(parent, 'Events')
  const deadLetters = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })

  // One for each stage: on the account's own bus the stages would hear each other's events.
  const bus = new EventBus(scope, 'Bus', { eventBusName: stageNamed(stage.name) })
  const streamArn = customers.tableStreamArn
  if (streamArn === undefined) throw new Error('The customers table has no stream.')
  const role = new Role(scope, 'PipeRole', {
    assumedBy: new ServicePrincipal('pipes.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  })
  role.addToPolicy(
    allow(
      ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((one) => `dynamodb:${one}`),
      streamArn,
    ),
  )
  role.addToPolicy(allow(['events:PutEvents'], bus.eventBusArn))
  role.addToPolicy(allow(['sqs:SendMessage'], deadLetters.queueArn))

  const { filter, target } = customerCreated
  const pipe = new CfnPipe(scope, 'CustomerCreatedPipe', {
    description: 'A customer that is inserted → CustomerCreated on the event bus',
    roleArn: role.roleArn,
    source: streamArn,
    sourceParameters: {
      filterCriteria: { filters: [{ pattern: JSON.stringify(filter) }] },
      dynamoDbStreamParameters: {
        startingPosition: stream.startingPosition,
        batchSize: 10,
        // Until then a failing record holds up its shard; the stream itself forgets after 24 hours.
        maximumRecordAgeInSeconds: 12 * 3600,
        maximumRetryAttempts: 1000,
        onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    },
    target: bus.eventBusArn,
    targetParameters: {
      inputTemplate: target.inputTemplate,
      eventBridgeEventBusParameters: { source: target.source, detailType: target.detailType },
    },
  })
  // The role's policy is a resource of its own, and a pipe that is created before it cannot read its source.
  pipe.node.addDependency(role)

  const delivery = { deadLetterQueue: deadLetters, retryAttempts: 185, maxEventAge: Duration.hours(24) }
  const createdRule = new Rule(scope, 'CreatedRule', {
    eventBus: bus,
    description: 'CustomerCreated starts the customer workflow',
    eventPattern: { source: [...rule.pattern.source], detailType: [...rule.pattern['detail-type']] },
  })
  createdRule.addTarget(new SfnStateMachine(stateMachine, delivery))
  shapeInput(createdRule, { inputPathsMap: rule.inputPaths, inputTemplate: rule.inputTemplate })

  const scheduleRule = new Rule(scope, 'ScheduleRule', {
    description: 'The clock starts the customer workflow',
    schedule: Schedule.expression(schedule.expression),
  })
  const input = RuleTargetInput.fromObject(schedule.input)
  // The next start is five minutes away: one that is late is not worth much.
  scheduleRule.addTarget(
    new SfnStateMachine(stateMachine, { ...delivery, input, retryAttempts: 2, maxEventAge: Duration.minutes(5) }),
  )
  acknowledge(deadLetters, { 'AwsSolutions-SQS3': 'It is the dead-letter queue, of the pipe and the rules.' })
  return {
    deadLetters,
    pipe,
    // A rule of another bus than the default one is known to CloudFormation as `bus|rule`.
    createdRuleName: Fn.select(1, Fn.split('|', createdRule.ruleName)),
    scheduleRuleName: scheduleRule.ruleName,
    busName: bus.eventBusName,
  }
}

/** The transformer as server/workflow has it, which the CDK would write in its own way. */
function shapeInput(on: Rule, transformer: CfnRule.InputTransformerProperty) {
  // Sound: that is what the construct makes.
  const cfn = on.node.defaultChild as CfnRule
  cfn.addPropertyOverride('Targets.0.InputTransformer', {
    InputPathsMap: transformer.inputPathsMap,
    InputTemplate: transformer.inputTemplate,
  })
}

// EventBridge: a new customer becomes an event; this event and the clock start the workflow.
import { Aws, Duration, Fn } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { CfnRule, EventBus, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPipe } from 'aws-cdk-lib/aws-pipes'
import { LogGroup, type ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { pipe as customerCreated, rule, schedule, stream } from '../server/workflow/customer-created.ts'
import type { DeadLetters } from './dead-letters.ts'
import { stageNamed } from './names.ts'
import { allow } from './permissions.ts'
import { logRetention, nameInStack } from './retention.ts'
import type { Stage } from './stages.ts'
import type { Tables } from './tables.ts'

export type EventBridge = ReturnType<typeof createEventBridge>

type Ends = { tables: Tables; stateMachine: StateMachine; deadLetters: DeadLetters }

export function createEventBridge(
  stage: Stage,
  { tables: { customers }, stateMachine, deadLetters: { scope, queue: deadLetters } }: Ends,
) {
  // Each stage has its own bus. On the account's default bus the stages would receive each other's events.
  const bus = new EventBus(scope, 'Bus', { eventBusName: stageNamed(stage.name) })
  const pipeLogs = new LogGroup(scope, 'PipeLogs', {
    logGroupName: nameInStack(`/aws/vendedlogs/pipes/${stageNamed(stage.name)}`),
    ...logRetention(stage),
  })
  const pipe = createPipe(scope, { customers, bus, deadLetters, logs: pipeLogs })
  const rules = createRules(scope, { bus, deadLetters, stateMachine })
  return { pipe, pipeLogs, busName: bus.eventBusName, ...rules }
}

type PipeEnds = { customers: ITable; bus: EventBus; deadLetters: Queue; logs: ILogGroup }

/** A record of the customers stream → an event on the bus. */
function createPipe(scope: Construct, { customers, bus, deadLetters, logs }: PipeEnds): CfnPipe {
  const streamArn = customers.tableStreamArn
  if (streamArn === undefined) throw new Error('The customers table has no stream.')
  const role = new Role(scope, 'PipeRole', {
    assumedBy: new ServicePrincipal('pipes.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  })
  const reads = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
  role.addToPolicy(
    allow(
      reads.map((action) => `dynamodb:${action}`),
      streamArn,
    ),
  )
  role.addToPolicy(allow(['events:PutEvents'], bus.eventBusArn))
  role.addToPolicy(allow(['sqs:SendMessage'], deadLetters.queueArn))
  role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logs.logGroupArn))

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
        // A failing record blocks its shard until then. The stream itself keeps records for 24 hours.
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
    // Without the records: they hold the ids of customers.
    logConfiguration: { level: 'ERROR', cloudwatchLogsLogDestination: { logGroupArn: logs.logGroupArn } },
  })
  // The role's policy is a resource of its own. A pipe that is created before the policy cannot read its source.
  pipe.node.addDependency(role)
  return pipe
}

type RuleEnds = { bus: EventBus; deadLetters: Queue; stateMachine: StateMachine }

/** The rules that start the workflow: on an event, and by the clock. */
function createRules(scope: Construct, { bus, deadLetters, stateMachine }: RuleEnds) {
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
  // The next start is five minutes away, so a start that is later than that is of no use.
  scheduleRule.addTarget(
    new SfnStateMachine(stateMachine, { ...delivery, input, retryAttempts: 2, maxEventAge: Duration.minutes(5) }),
  )
  return {
    // CloudFormation names a rule of a bus other than the default one `bus|rule`.
    createdRuleName: Fn.select(1, Fn.split('|', createdRule.ruleName)),
    scheduleRuleName: scheduleRule.ruleName,
  }
}

/** Writes the transformer as server/workflow defines it. The CDK would write it in its own way. */
function shapeInput(on: Rule, transformer: CfnRule.InputTransformerProperty) {
  // Safe cast: the construct makes a CfnRule.
  const cfn = on.node.defaultChild as CfnRule
  cfn.addPropertyOverride('Targets.0.InputTransformer', {
    InputPathsMap: transformer.inputPathsMap,
    InputTemplate: transformer.inputTemplate,
  })
}

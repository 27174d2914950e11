// The alarms: each on the right metric of the right resource, with a receiver and a helpful text.
import type { Template } from 'aws-cdk-lib/assertions'
import { name } from '../../../generated/names.ts'
import { tables } from '../../../server/repositories/tables.ts'
import { constructId, metricNamespace, stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

type Watched = { Namespace: string; MetricName: string; Dimensions: { Name: string; Value: string }[] } & Partial<
  Record<'Statistic' | 'ExtendedStatistic', string>
>

const on = (Namespace: string, MetricName: string, [Name, Value]: [string, string], Statistic = 'Sum'): Watched => ({
  Namespace,
  MetricName,
  Dimensions: [{ Name, Value }],
  ...(Statistic.startsWith('p') ? { ExtendedStatistic: Statistic } : { Statistic }),
})

function expectedAlarms(stage: Stage): Record<string, { metric: Watched; threshold?: number; periods?: number }> {
  const api = ['ApiName', stageNamed(stage.name)] as [string, string]
  const errorsOf = (name: string) => ({ metric: on('AWS/Lambda', 'Errors', ['FunctionName', `<${name}>`]) })
  const workflow = ['StateMachineArn', '<WorkflowCustomerWorkflow>'] as [string, string]
  return {
    Api5xx: { metric: on('AWS/ApiGateway', '5XXError', api) },
    ApiLatency: { metric: on('AWS/ApiGateway', 'Latency', api, 'p99'), threshold: 10_000, periods: 3 },
    ApiFunctionErrors: errorsOf('ApiFunction'),
    ApiFunctionThrottles: { metric: on('AWS/Lambda', 'Throttles', ['FunctionName', '<ApiFunction>']) },
    ValidateExistsErrors: errorsOf('WorkflowValidateExistsFunction'),
    InsertIdErrors: errorsOf('WorkflowInsertIdFunction'),
    LogEventErrors: errorsOf('WorkflowLogEventFunction'),
    UploadGuardErrors: errorsOf('UploadGuardFunction'),
    ExecutionsFailed: { metric: on('AWS/States', 'ExecutionsFailed', workflow) },
    ExecutionsTimedOut: { metric: on('AWS/States', 'ExecutionsTimedOut', workflow) },
    DeadLetters: {
      metric: on(
        'AWS/SQS',
        'ApproximateNumberOfMessagesVisible',
        ['QueueName', '<EventsDeadLetters.QueueName>'],
        'Maximum',
      ),
    },
    PipeFailures: {
      metric: on('AWS/EventBridge/Pipes', 'ExecutionFailed', ['PipeName', '<EventsCustomerCreatedPipe>']),
    },
  }
}

export function alarms(template: Template, stage: Stage): string[] {
  const expected = expectedAlarms(stage)
  const ofTables = Object.keys(tables).map((name) => `${constructId(name)}Throttles`)
  const present = [...resourcesOf(template, 'AWS::CloudWatch::Alarm').keys()]
  const names = [...Object.keys(expected), ...ofTables].map((name) => `Alarms${name}`)
  const common = { AlarmActions: ['<AlarmsTopic>'], OKActions: ['<AlarmsTopic>'], AlarmDescription: like(/\w.{80,}/) }
  const onOne = (name: string) => propertiesOf(template, 'AWS::CloudWatch::Alarm', `Alarms${name}`)
  const shared = { ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'notBreaching', ...common }
  return [
    ...differences(present.sort(), names.sort(), 'alarms'),
    ...Object.entries(expected).flatMap(([name, { metric, threshold = 1, periods = 1 }]) =>
      differences(
        onOne(name),
        { ...shared, ...metric, Threshold: threshold, EvaluationPeriods: periods, Period: 300 },
        name,
      ),
    ),
    ...Object.entries(tables).flatMap(([table, { indexes }]) => {
      const name = `${constructId(table)}Throttles`
      const properties = onOne(name)
      const { Metrics = [] } = properties as { Metrics?: { MetricStat?: unknown }[] }
      const own = Metrics.filter(({ MetricStat }) => MetricStat !== undefined)
      const count = 2 * (1 + Object.keys(indexes).length)
      const elsewhere = own.filter((metric) => !JSON.stringify(metric).includes(`"<Tables${constructId(table)}>"`))
      return [
        ...differences(properties, { ...shared, Threshold: 1 }, name),
        ...differences({ count: own.length, elsewhere: elsewhere.length }, { count, elsewhere: 0 }, name),
      ]
    }),
    ...differences(
      [...resourcesOf(template, 'AWS::SNS::Subscription').values()],
      [{ Properties: { Protocol: 'email', Endpoint: stage.alarmEmail, TopicArn: '<AlarmsTopic>' } }],
      'subscriptions',
    ),
    ...differences(propertiesOf(template, 'AWS::SNS::TopicPolicy', 'AlarmsTopicPolicy'), {
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Action: 'sns:Publish', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' } },
          },
        ],
      },
    }),
    ...dashboardFaults(template, stage),
  ]
}

/** Every metric on the dashboard is of a resource of this stage. */
function dashboardFaults(template: Template, stage: Stage): string[] {
  const { DashboardBody: text } = propertiesOf(template, 'AWS::CloudWatch::Dashboard', 'Dashboard')
  const { widgets } = JSON.parse(typeof text === 'string' ? text : '{"widgets":[]}') as {
    widgets: { properties: { metrics: string[][] } }[]
  }
  const known: Record<string, RegExp> = {
    'AWS/ApiGateway': new RegExp(`^ApiName ${stageNamed(stage.name)}$`),
    'AWS/Lambda': /^FunctionName <(Api|Workflow\w+)Function>$/,
    'AWS/States': /^StateMachineArn <WorkflowCustomerWorkflow>$/,
    'AWS/SQS': /^QueueName <EventsDeadLetters.QueueName>$/,
    'AWS/DynamoDB': /^TableName <Tables\w+>$/,
    [metricNamespace(stage.name)]: new RegExp(`^service ${name}$`),
  }
  const shown = widgets.flatMap(({ properties: { metrics } }) => metrics)
  const wrong = shown.filter(
    ([space = '', , ...dimension]) => known[space]?.test(dimension.slice(0, 2).join(' ')) !== true,
  )
  return [
    ...wrong.map((metric) => `the dashboard shows ${metric.slice(0, 4).join(' ')}`),
    ...Object.keys(known)
      .filter((space) => !shown.some(([shownSpace]) => shownSpace === space))
      .map((space) => `the dashboard lacks ${space}`),
  ]
}

// The alarms: each on the right metric of the right resource, with a receiver, a helpful text and a query that exists.
import type { Template } from 'aws-cdk-lib/assertions'
import { tables, type TableDefinition } from '../../../server/repositories/tables.ts'
import { constructId, stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import type { Json } from '../template.ts'
import { rateAlarms } from './error-rates.ts'
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

type Expected = { metric: Watched; threshold?: number; periods?: number }

function expectedAlarms(stage: Stage): Record<string, Expected> {
  const api = ['ApiName', stageNamed(stage.name)] as [string, string]
  const errorsOf = (name: string) => ({ metric: on('AWS/Lambda', 'Errors', ['FunctionName', `<${name}>`]) })
  const workflow = ['StateMachineArn', '<WorkflowCustomerWorkflow>'] as [string, string]
  return {
    ApiLatency: { metric: on('AWS/ApiGateway', 'Latency', api, 'p99'), threshold: 10_000, periods: 3 },
    ApiFunctionErrors: errorsOf('ApiFunction'),
    ApiFunctionThrottles: { metric: on('AWS/Lambda', 'Throttles', ['FunctionName', '<ApiFunction>']) },
    StreamFunctionErrors: errorsOf('StreamFunction'),
    StreamFunctionThrottles: { metric: on('AWS/Lambda', 'Throttles', ['FunctionName', '<StreamFunction>']) },
    ValidateExistsErrors: errorsOf('WorkflowValidateExistsFunction'),
    InsertIdErrors: errorsOf('WorkflowInsertIdFunction'),
    LogEventErrors: errorsOf('WorkflowLogEventFunction'),
    UploadGuardErrors: errorsOf('UploadGuardFunction'),
    ...(stage.keyRotation && { KeyRotationErrors: errorsOf('KeyRotationFunction') }),
    ...(stage.canary && { CanaryErrors: { ...errorsOf('CanaryFunction'), periods: 2 } }),
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

const topic = '<AlarmsTopic>'
/** Nobody is told when an alarm has no data: silence is no news. */
const common = {
  ActionsEnabled: [true, undefined],
  AlarmActions: [topic],
  OKActions: [topic],
  InsufficientDataActions: [undefined],
  DatapointsToAlarm: [undefined],
  EvaluateLowSampleCountPercentile: [undefined],
  AlarmName: [undefined],
}

/** Counters, whose items expire, have no alarm of their own. */
const watched = Object.entries<TableDefinition>(tables).filter(([, { expiry }]) => expiry === undefined)

export function alarms(template: Template, stage: Stage): string[] {
  const expected = expectedAlarms(stage)
  const rates = rateAlarms(template, stage)
  const ofTables = watched.map(([name]) => `${constructId(name)}Throttles`)
  const present = [...resourcesOf(template, 'AWS::CloudWatch::Alarm').keys()]
  const names = [...Object.keys(expected), ...rates.names, ...ofTables].map((name) => `Alarms${name}`)
  const onOne = (name: string) => propertiesOf(template, 'AWS::CloudWatch::Alarm', `Alarms${name}`)
  const shared = { ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'notBreaching' }
  return [
    ...differences(present.sort(), names.sort(), 'alarms'),
    ...present.flatMap((name) => {
      const properties = propertiesOf(template, 'AWS::CloudWatch::Alarm', name)
      return [...differences(properties, shared, name), ...receiverFaults(properties, name)]
    }),
    ...Object.entries(expected).flatMap(([name, { metric, threshold = 1, periods = 1 }]) => [
      ...differences(onOne(name), { ...metric, Threshold: threshold, EvaluationPeriods: periods, Period: 300 }, name),
      ...differences(onOne(name).Dimensions, metric.Dimensions, `${name} Dimensions`),
    ]),
    ...rates.faults,
    ...watched.flatMap(([table, { indexes }]) =>
      throttleFaults(onOne(`${constructId(table)}Throttles`), table, Object.keys(indexes)),
    ),
    ...querylessFaults(template, stage),
  ]
}

/** The topic hears when an alarm rings, and when it has ended, and nothing keeps it silent. */
function receiverFaults(properties: Json, name: string): string[] {
  return Object.entries(common).flatMap(([member, allowed]) => {
    const value = properties[member]
    const found = Array.isArray(value) ? value : [value]
    const fits = found.length === 1 && found.every((item) => (allowed as unknown[]).includes(item))
    return fits ? [] : [`${name} has ${member} ${JSON.stringify(value)}`]
  })
}

/** All throttles of a table and of each of its indexes, added up: each of them counts. */
function throttleFaults(properties: Json, table: string, indexes: string[]): string[] {
  const name = `${constructId(table)}Throttles`
  const { Metrics = [] } = properties as {
    Metrics?: { Expression?: string; MetricStat?: Json; ReturnData?: boolean }[]
  }
  const place = (index?: string) => [
    ...(index === undefined ? [] : [{ Name: 'GlobalSecondaryIndexName', Value: index }]),
    { Name: 'TableName', Value: `<Tables${constructId(table)}>` },
  ]
  const expected = [undefined, ...indexes].flatMap((index) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((MetricName) => ({
      Metric: { Namespace: 'AWS/DynamoDB', MetricName, Dimensions: place(index) },
      Period: 300,
      Stat: 'Sum',
    })),
  )
  const [sum, ...others] = Metrics.filter(({ Expression }) => Expression !== undefined)
  return [
    ...differences(properties, { Threshold: 1, EvaluationPeriods: 1 }, name),
    ...differences(sum?.Expression, 'SUM(METRICS())', `${name} expression`),
    ...differences(others.length, 0, `${name} other expressions`),
    ...differences(
      Metrics.flatMap(({ MetricStat }) => MetricStat ?? []),
      expected,
      `${name} metrics`,
    ),
  ]
}

/** Each alarm says what to look at, and names a saved query of this stage that reads a log group of the stack. */
function querylessFaults(template: Template, stage: Stage): string[] {
  const queries = [...resourcesOf(template, 'AWS::Logs::QueryDefinition')]
  const groups = [...resourcesOf(template, 'AWS::Logs::LogGroup').keys()].map((name) => `<${name}>`)
  const names = queries.map(([, { Properties }]) => String(Properties.Name))
  const texts = [...resourcesOf(template, 'AWS::CloudWatch::Alarm')].map(
    ([name, { Properties }]) => [name, String(Properties.AlarmDescription)] as const,
  )
  return [
    ...texts.flatMap(([name, text]) => [
      ...(/\w.{80,}Saved query in Logs Insights: \S+\.$/.test(text) ? [] : [`${name} says too little: ${text}`]),
      // CloudWatch takes no longer text.
      ...(text.length <= 1024 ? [] : [`${name} says too much`]),
      ...(names.some((query) => text.endsWith(`: ${query}.`)) ? [] : [`${name} names a query that does not exist`]),
    ]),
    ...names
      .filter((query) => !texts.some(([, text]) => text.endsWith(`: ${query}.`)))
      .map((query) => `no alarm names the query ${query}`),
    ...queries.flatMap(([name, { Properties }]) => {
      const { LogGroupNames = [] } = Properties as { LogGroupNames?: string[] }
      return [
        ...differences(Properties, { Name: like(new RegExp(`^${stageNamed(stage.name)}/\\w+$`)) }, name),
        ...(LogGroupNames.length > 0 && LogGroupNames.every((group) => groups.includes(group))
          ? []
          : [`${name} reads ${LogGroupNames.join(' and ')}`]),
        ...queryFaults(name, String(Properties.QueryString)),
      ]
    }),
  ]
}

const commands = ['fields', 'filter', 'stats', 'sort', 'limit']

/** Logs Insights would refuse such a query, or show no line of it. */
function queryFaults(name: string, query: string): string[] {
  const steps = query.split('\n| ').map((step) => step.split(' ')[0] ?? '')
  const unknown = steps.filter((step) => !commands.includes(step))
  const selects = steps.some((step) => step === 'fields' || step === 'stats')
  return [...unknown.map((step) => `${name} has the command ${step}`), ...(selects ? [] : [`${name} shows nothing`])]
}

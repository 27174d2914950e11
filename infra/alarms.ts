// The alarms, and who is told. Each says what to look at first.
import { Aws, Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { tables as definitions } from '../server/repositories/tables.ts'
import { constructId } from './construct-id.ts'
import type { Events } from './events.ts'
import type { Stage } from './stages.ts'
import type { TableName, Tables } from './tables.ts'
import type { Workflow } from './workflow.ts'

type Watched = { apiName: string; apiFunction: Function; workflow: Workflow; events: Events; tables: Tables }
type Watch = { metric: IMetric; threshold?: number; periods?: number; says: string }

export function createAlarms(parent: Construct, stage: Stage, watched: Watched) {
  const scope = new Construct(parent, 'Alarms')
  const topic = new Topic(scope, 'Topic', { displayName: `Frontdesk alarms (${stage.name})`, enforceSSL: true })
  // The policy that asks for TLS replaces the one that lets the account's own alarms publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  )
  topic.addSubscription(new EmailSubscription(stage.alarmEmail))

  const alarm = (id: string, { metric, threshold = 1, periods = 1, says }: Watch): Alarm => {
    const created = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Where nothing happens nothing is wrong.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: says,
    })
    created.addAlarmAction(new SnsAction(topic))
    created.addOkAction(new SnsAction(topic))
    return created
  }

  const { apiName, apiFunction, workflow, events, tables } = watched
  const gateway = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      dimensionsMap: { ApiName: apiName },
      statistic,
      period: Duration.minutes(5),
    })

  const apiErrors = alarm('Api5xx', {
    metric: gateway('5XXError', Stats.SUM),
    says: 'The API answered with 5xx. The access log has status, errorType and requestId; the requestId leads to the cause in the log of the API function.',
  })
  const functionErrors = alarm('ApiFunctionErrors', {
    metric: apiFunction.metricErrors(),
    says: 'The API function crashed, timed out or ran out of memory: it answers every failure that it notices itself. Look into its log for platform.report records whose status is not success; the last deployment is the first suspect.',
  })
  alarm('ApiLatency', {
    metric: gateway('Latency', Stats.percentile(99)),
    threshold: 10_000,
    periods: 3,
    says: 'One request in a hundred takes 10 s or longer, for 15 minutes. Compare latency and integrationLatency in the access log by resource: /chat waits for Bedrock, the others for DynamoDB or S3; the X-Ray trace shows which.',
  })
  alarm('ApiFunctionThrottles', {
    metric: apiFunction.metricThrottles(),
    says: 'Lambda turned requests away. Compare ConcurrentExecutions with the reserved concurrency of the stage and the quota of the account (Service Quotas, Lambda, Concurrent executions).',
  })
  for (const [name, task] of Object.entries(workflow.tasks)) {
    alarm(`${constructId(name)}Errors`, {
      metric: task.metricErrors(),
      says: `The workflow's task ${name} failed. Step Functions tries it again; its log has the cause, and ExecutionsFailed tells whether an execution was lost to it.`,
    })
  }
  alarm('ExecutionsFailed', {
    metric: workflow.stateMachine.metricFailed(),
    says: 'An execution of the customer workflow failed after its retries. Its history in the Step Functions console names the state, the error and the input; after the repair it can be redriven from there.',
  })
  alarm('ExecutionsTimedOut', {
    metric: workflow.stateMachine.metricTimedOut(),
    says: 'An execution of the customer workflow took longer than its ten minutes. Look for a task that is throttled or hangs, in the history of the execution.',
  })
  alarm('DeadLetters', {
    metric: events.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    says: 'An event or a record of the customers stream could not be delivered and lies in the dead-letter queue for 14 days. The message attributes (rules) or the body (pipe) name the error; start the workflow with POST /workflow/submit for each customer that was missed, then purge the queue.',
  })
  alarm('PipeFailures', {
    metric: new Metric({
      namespace: 'AWS/EventBridge/Pipes',
      metricName: 'ExecutionFailed',
      dimensionsMap: { PipeName: events.pipe.ref },
      statistic: Stats.SUM,
      period: Duration.minutes(5),
    }),
    says: 'The pipe from the customers stream to the event bus fails, so new customers start no workflow. It tries again for 12 hours, then the records go to the dead-letter queue. Check the role of the pipe and the health of EventBridge.',
  })
  for (const name of Object.keys(definitions) as TableName[]) {
    alarm(`${constructId(name)}Throttles`, {
      metric: tableThrottles(tables[name], Object.keys(definitions[name].indexes)),
      says: `DynamoDB throttled the table ${name} or one of its indexes. When only an index is throttled, one of its partitions is hot: raise listShards of the stage. Otherwise the traffic has doubled faster than the table adapts; it passes, or warm throughput helps.`,
    })
  }
  return { topic, rollbackOn: [apiErrors, functionErrors] }
}

function tableThrottles({ tableName }: Table, indexes: string[]): IMetric {
  const places = [{}, ...indexes.map((GlobalSecondaryIndexName) => ({ GlobalSecondaryIndexName }))]
  const metrics = places.flatMap((place) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap: { TableName: tableName, ...place },
          statistic: Stats.SUM,
          period: Duration.minutes(5),
        }),
    ),
  )
  const usingMetrics = Object.fromEntries(metrics.map((metric, n) => [`m${n}`, metric]))
  return new MathExpression({
    expression: 'SUM(METRICS())',
    usingMetrics,
    label: 'Throttles',
    period: Duration.minutes(5),
  })
}

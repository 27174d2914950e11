// The alarms, and who is told. Each alarm says what to look at first.
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
import { title } from '../generated/names.ts'
import { tables as definitions, type TableName } from '../server/repositories/tables.ts'
import { constructId } from './names.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { EventBridge } from './eventbridge.ts'
import type { Stage } from './stages.ts'
import type { Tables } from './tables.ts'
import type { Workflow } from './workflow.ts'

/** The parts of the stack that alarms watch and the dashboard shows. */
export type Watched = {
  apiName: string
  apiFunction: Function
  workflow: Workflow
  uploadGuard: Function
  deadLetters: DeadLetters
  eventBridge: EventBridge
  tables: Tables
}

type Watch = {
  metric: IMetric
  /** The alarm rings when the metric reaches this value: 1 unless told. */
  threshold?: number
  /** In so many periods of the metric, one after the other: 1 unless told. */
  periods?: number
  /** The text of the alarm's e-mail. */
  says: string
}

export function createAlarms(parent: Construct, stage: Stage, watched: Watched) {
  const scope = new Construct(parent, 'Alarms')
  const topic = createTopic(scope, stage)
  const create = (id: string, watch: Watch) => createAlarm(scope, topic, id, watch)
  const { apiErrors, functionErrors, ...ofApi } = apiAlarms(watched)
  const rollbackOn = [create('Api5xx', apiErrors), create('ApiFunctionErrors', functionErrors)]
  const others = {
    ...ofApi,
    ...taskAlarms(watched),
    ...workflowAlarms(watched),
    ...deadLetterAlarms(watched),
    ...pipeAlarms(watched),
    ...guardAlarms(watched),
    ...tableAlarms(watched),
  }
  for (const [id, watch] of Object.entries<Watch>(others)) create(id, watch)
  return { topic, rollbackOn }
}

function createTopic(scope: Construct, stage: Stage): Topic {
  const topic = new Topic(scope, 'Topic', { displayName: `${title} alarms (${stage.name})`, enforceSSL: true })
  // enforceSSL replaces the default policy, which lets the alarms of this account publish. This statement lets them again.
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  )
  topic.addSubscription(new EmailSubscription(stage.alarmEmail))
  return topic
}

function createAlarm(scope: Construct, topic: Topic, id: string, { metric, threshold = 1, periods = 1, says }: Watch) {
  const alarm = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Without requests there are no data, and no failures.
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: says,
  })
  alarm.addAlarmAction(new SnsAction(topic))
  alarm.addOkAction(new SnsAction(topic))
  return alarm
}

const fiveMinutes = (namespace: string, metricName: string, dimensionsMap: Record<string, string>, statistic: string) =>
  new Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(5) })

function apiAlarms({ apiName, apiFunction }: Watched) {
  const gateway = (metricName: string, statistic: string) =>
    fiveMinutes('AWS/ApiGateway', metricName, { ApiName: apiName }, statistic)
  return {
    apiErrors: {
      metric: gateway('5XXError', Stats.SUM),
      says: 'The API answered with 5xx. Find status, errorType and requestId in the access log. Then search the log of the API function for the requestId: it shows the cause.',
    },
    functionErrors: {
      metric: apiFunction.metricErrors(),
      says: 'The API function crashed, timed out or ran out of memory. The function answers every failure that it notices itself, so this is none of those. Look in its log for platform.report records whose status is not success. The last deployment is the first suspect.',
    },
    ApiLatency: {
      metric: gateway('Latency', Stats.percentile(99)),
      threshold: 10_000,
      periods: 3,
      says: 'One request in a hundred has taken 10 s or longer, for 15 minutes. Compare latency and integrationLatency in the access log by resource. /chat waits for Bedrock; the others wait for DynamoDB or S3. The X-Ray trace shows which.',
    },
    ApiFunctionThrottles: {
      metric: apiFunction.metricThrottles(),
      says: 'Lambda refused requests. Compare ConcurrentExecutions with the reserved concurrency of the stage. Compare it also with the quota of the account (Service Quotas, Lambda, Concurrent executions).',
    },
  } satisfies Record<string, Watch>
}

const taskAlarms = ({ workflow }: Watched): Record<string, Watch> =>
  Object.fromEntries(
    Object.entries(workflow.tasks).map(([name, task]) => [
      `${constructId(name)}Errors`,
      {
        metric: task.metricErrors(),
        says: `The task ${name} of the workflow failed. Step Functions retries it. The log of the task shows the cause. The alarm ExecutionsFailed tells whether an execution failed because of it.`,
      },
    ]),
  )

const workflowAlarms = ({ workflow: { stateMachine } }: Watched): Record<string, Watch> => ({
  ExecutionsFailed: {
    metric: stateMachine.metricFailed(),
    says: 'An execution of the customer workflow failed after its retries. Open its history in the Step Functions console: it names the state, the error and the input. After the repair, redrive the execution there.',
  },
  ExecutionsTimedOut: {
    metric: stateMachine.metricTimedOut(),
    says: 'An execution of the customer workflow took longer than its limit of ten minutes. Look in its history for a task that is throttled or hangs.',
  },
})

const deadLetterAlarms = ({ deadLetters }: Watched): Record<string, Watch> => ({
  DeadLetters: {
    metric: deadLetters.queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    says: 'An event or a record of the customers stream could not be delivered. It stays in the dead-letter queue for 14 days. The message attributes (of a rule) or the body (of the pipe) name the error. Start the workflow with POST /workflow/submit for each customer that was missed. Delete the object of each S3 event: its file is too large. Then purge the queue.',
  },
})

const pipeAlarms = ({ eventBridge }: Watched): Record<string, Watch> => ({
  PipeFailures: {
    metric: fiveMinutes('AWS/EventBridge/Pipes', 'ExecutionFailed', { PipeName: eventBridge.pipe.ref }, Stats.SUM),
    says: 'The pipe from the customers stream to the event bus fails, so new customers start no workflow. The pipe retries for 12 hours, then the records go to the dead-letter queue. Check the role of the pipe and the health of EventBridge.',
  },
})

const guardAlarms = ({ uploadGuard }: Watched): Record<string, Watch> => ({
  UploadGuardErrors: {
    metric: uploadGuard.metricErrors(),
    says: 'The guard of the uploads could not remove a file that is too large. Lambda tries an event three times. Its log shows the cause, most likely S3 or the role. Nobody is shown the file, and the lifecycle of the bucket removes it after a day.',
  },
})

const tableAlarms = ({ tables }: Watched): Record<string, Watch> =>
  Object.fromEntries(
    (Object.keys(definitions) as TableName[]).map((name) => [
      `${constructId(name)}Throttles`,
      {
        metric: tableThrottles(tables[name], Object.keys(definitions[name].indexes)),
        says: `DynamoDB throttled the table ${name} or one of its indexes. If only an index is throttled, one of its partitions is hot: raise listShards of the stage. Otherwise the traffic doubled faster than the table adapts. Wait until it has adapted, or set warm throughput.`,
      },
    ]),
  )

function tableThrottles({ tableName }: Table, indexes: string[]): IMetric {
  const places = [{}, ...indexes.map((GlobalSecondaryIndexName) => ({ GlobalSecondaryIndexName }))]
  const metrics = places.flatMap((place) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) =>
      fiveMinutes('AWS/DynamoDB', metricName, { TableName: tableName, ...place }, Stats.SUM),
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

// What the alarms watch, when they ring, and what their e-mails say to look at. Those of the API are in api-watches.ts.
import { Duration } from 'aws-cdk-lib'
import { MathExpression, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { tables as definitions, type TableName } from '../server/repositories/tables.ts'
import { apiWatches } from './api-watches.ts'
import type { DeadLetters } from './dead-letters.ts'
import { sumOf } from './error-rates.ts'
import type { EventBridge } from './eventbridge.ts'
import { constructId } from './names.ts'
import type { QueryName } from './saved-queries.ts'
import type { Stage } from './stages.ts'
import type { Tables } from './tables.ts'
import type { Workflow } from './workflow.ts'

/** The parts of the stack that alarms watch and the dashboard shows. */
export type Watched = {
  apiName: string
  gatewayLogs: ILogGroup
  apiFunction: Function
  /** The function of the operations that answer with a stream. */
  streamFunction: Function
  workflow: Workflow
  uploadGuard: Function
  deadLetters: DeadLetters
  eventBridge: EventBridge
  tables: Tables
  /** The functions that the clock starts, where a setting asks for them. */
  scheduled: { keyRotation?: Function; canary?: Function }
}

export type Watch = {
  metric: IMetric
  /** The alarm rings when the metric reaches this value: 1 unless told. */
  threshold?: number
  /** In so many periods of the metric, one after the other: 1 unless told. */
  periods?: number
  /** The text of the alarm's e-mail. The name of the query follows. */
  says: string
  query: QueryName
}

export const watches = (stage: Stage, watched: Watched): Record<string, Watch> => ({
  ...apiWatches(stage, watched),
  ...taskWatches(watched),
  ...workflowWatches(watched),
  ...deadLetterWatches(watched),
  ...pipeWatches(watched),
  ...guardWatches(watched),
  ...tableWatches(watched),
  ...scheduledWatches(watched),
})

const taskWatches = ({ workflow }: Watched): Record<string, Watch> =>
  Object.fromEntries(
    Object.entries(workflow.tasks).map(([name, task]) => [
      `${constructId(name)}Errors`,
      {
        metric: task.metricErrors(),
        says: `The task ${name} of the workflow failed. Step Functions retries it. The log of the task shows the cause. The alarm ExecutionsFailed tells whether an execution failed because of it.`,
        query: 'taskFailures',
      },
    ]),
  )

const workflowWatches = ({ workflow: { stateMachine } }: Watched): Record<string, Watch> => ({
  ExecutionsFailed: {
    metric: stateMachine.metricFailed(),
    says: 'An execution of the customer workflow failed after its retries. The query shows which. Open its history in the Step Functions console: it names the state, the error and the input. After the repair, redrive the execution there.',
    query: 'executions',
  },
  ExecutionsTimedOut: {
    metric: stateMachine.metricTimedOut(),
    says: 'An execution of the customer workflow took longer than its limit of ten minutes. Look in its history for a task that is throttled or hangs.',
    query: 'executions',
  },
})

const lostEvents: Pick<Watch, 'says' | 'query'> = {
  says: 'An event could not be delivered. It stays in the dead-letter queue for 14 days. The message attributes name the error. Delete the object of each S3 event: its file is too large. Then purge the queue.',
  query: 'uploadGuardFailures',
}

/** The same with what the pipe could not deliver. */
const lostRecords: Pick<Watch, 'says' | 'query'> = {
  says: 'An event or a record of the customers stream could not be delivered. It stays in the dead-letter queue for 14 days. The message attributes (of a rule) or the body (of the pipe) name the error. Start the workflow with POST /workflow/submit for each customer that was missed. Delete the object of each S3 event: its file is too large. Then purge the queue.',
  query: 'pipeFailures',
}

const deadLetterWatches = ({ deadLetters }: Watched): Record<string, Watch> => ({
  DeadLetters: {
    metric: deadLetters.queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    ...lostEvents,
    ...lostRecords,
  },
})

const pipeWatches = ({ eventBridge }: Watched): Record<string, Watch> => ({
  PipeFailures: {
    metric: sumOf('AWS/EventBridge/Pipes', 'ExecutionFailed', { PipeName: eventBridge.pipe.ref }),
    says: 'The pipe from the customers stream to the event bus fails, so new customers start no workflow. The pipe retries for 12 hours, then the records go to the dead-letter queue. Check the role of the pipe and the health of EventBridge.',
    query: 'pipeFailures',
  },
})

const guardWatches = ({ uploadGuard }: Watched): Record<string, Watch> => ({
  UploadGuardErrors: {
    metric: uploadGuard.metricErrors(),
    says: 'The guard of the uploads could not remove a file that is too large. Lambda tries an event three times. Its log shows the cause, most likely S3 or the role. Nobody is shown the file, and the lifecycle of the bucket removes it after a day.',
    query: 'uploadGuardFailures',
  },
})

const scheduledWatches = ({ scheduled: { keyRotation, canary } }: Watched): Record<string, Watch> => ({
  ...(keyRotation && {
    KeyRotationErrors: {
      metric: keyRotation.metricErrors(),
      says: 'The rotation of the API keys failed for a consumer. Its log names the consumer and the cause. Nothing is lost: both keys of a rotation that has begun stay valid. Run npm run keys -- rotate NAME, or wait for tomorrow.',
      query: 'taskFailures',
    },
  }),
  ...(canary && {
    CanaryErrors: {
      metric: canary.metricErrors(),
      periods: 2,
      says: 'A journey of the canary failed twice. The query shows one sentence for each: the journey, the step, the operation and its answer. The metric JourneyFailures has the same names. Look at the other alarms first: with none of them the fault is in front of the function, as in DNS, the certificate, the firewall or Cognito.',
      query: 'taskFailures',
    },
  }),
})

/** A table whose items expire holds counters: a throttled one is a failure of the operation that counts. */
const watchedTables = (Object.keys(definitions) as TableName[]).filter((name) => !('expiry' in definitions[name]))

const tableWatches = ({ tables }: Watched): Record<string, Watch> =>
  Object.fromEntries(
    watchedTables.map((name) => [
      `${constructId(name)}Throttles`,
      {
        metric: tableThrottles(tables[name], Object.keys(definitions[name].indexes)),
        says: `DynamoDB throttled the table ${name} or one of its indexes. If only an index is throttled, one of its partitions is hot: raise listShards of the stage. Otherwise the traffic doubled faster than the table adapts. Wait until it has adapted, or set warm throughput. The query shows the failures that callers saw.`,
        query: 'apiThrottling',
      },
    ]),
  )

function tableThrottles({ tableName }: ITable, indexes: string[]): IMetric {
  const places = [{}, ...indexes.map((GlobalSecondaryIndexName) => ({ GlobalSecondaryIndexName }))]
  const metrics = places.flatMap((place) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) =>
      sumOf('AWS/DynamoDB', metricName, { TableName: tableName, ...place }),
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

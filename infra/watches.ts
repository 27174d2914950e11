// What each alarm watches, when it rings, and what its e-mail says to look at.
import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { name as serviceName } from '../generated/names.ts'
import { tables as definitions, type TableName } from '../server/repositories/tables.ts'
import { liveAlias } from './api-function.ts'
import { errorRate, sumOf } from './error-rates.ts'
import type { EventBridge } from './eventbridge.ts'
import { model } from './model.ts'
import { constructId, metricNamespace } from './names.ts'
import type { QueryName } from './queries.ts'
import type { Stage } from './stages.ts'
import type { Tables } from './tables.ts'
import type { Workflow } from './workflow.ts'

/** The parts of the stack that alarms watch and the dashboard shows. */
export type Watched = {
  apiName: string
  gatewayLogs: ILogGroup
  apiFunction: Function
  workflow: Workflow
  uploadGuard: Function
  eventBridge: EventBridge
  tables: Tables
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
  ...guardWatches(watched),
  ...tableWatches(watched),
})

/** Percent. A deployment or a single slow dependency stays below. */
const tooManyErrors = 5
/** Percent. Models fail more often than this API does. */
const tooManyOfAssistant = 20

/** The gateway counts all requests, and those of the assistant's methods once more. */
function gatewayCounts(stage: Stage, apiName: string, metricName: string) {
  const ids: string[] = stage.assistant.operations
  const ofAssistant = model.operations.filter(({ operationId }) => ids.includes(operationId))
  const count = (dimensions: Record<string, string> = {}) =>
    sumOf('AWS/ApiGateway', metricName, { ApiName: apiName, ...dimensions })
  return {
    all: [count()],
    assistant: ofAssistant.map(({ method, path }) =>
      count({ Stage: stage.name, Method: method.toUpperCase(), Resource: path }),
    ),
  }
}

function apiWatches(stage: Stage, { apiName, apiFunction }: Watched): Record<string, Watch> {
  const errors = gatewayCounts(stage, apiName, '5XXError')
  const requests = gatewayCounts(stage, apiName, 'Count')
  const assistant = { errors: errors.assistant, requests: requests.assistant }
  const latency = { metricName: 'Latency', dimensionsMap: { ApiName: apiName }, statistic: Stats.percentile(99) }
  return {
    Api5xx: {
      metric: errorRate('5xx of all but the assistant, %', { errors: errors.all, requests: requests.all }, assistant),
      threshold: tooManyErrors,
      says: `The API answered ${tooManyErrors} % of the requests with 5xx, the assistant's not counted. The query shows status, errorType, resource and requestId. Then search the log of the API function for the requestId: it shows the cause.`,
      query: 'gatewayErrors',
    },
    Assistant5xx: {
      metric: errorRate('5xx of the assistant, %', assistant),
      threshold: tooManyOfAssistant,
      periods: 2,
      says: `The assistant answered ${tooManyOfAssistant} % of its requests with 5xx, for ten minutes. 502: the model failed, or the account may not use it. 504: it was too slow. The query shows Bedrock's own words. Look at the health of Bedrock in the region of the model; assistant.modelId in infra/stages.ts chooses another one.`,
      query: 'apiFailures',
    },
    ApiFunctionErrors: {
      metric: apiFunction.metricErrors(),
      says: 'The API function crashed, timed out or ran out of memory. The function answers every failure that it notices itself, so this is none of those. Look in its log for platform.report records whose status is not success. The last deployment is the first suspect.',
      query: 'apiFailures',
    },
    ApiLatency: {
      metric: new Metric({ namespace: 'AWS/ApiGateway', ...latency, period: Duration.minutes(5) }),
      threshold: 10_000,
      periods: 3,
      says: 'One request in a hundred has taken 10 s or longer, for 15 minutes. Compare latency and integrationLatency in the access log by resource. The assistant waits for Bedrock; the others wait for DynamoDB or S3. The X-Ray trace shows which.',
      query: 'gatewayLatency',
    },
    ApiFunctionThrottles: {
      metric: apiFunction.metricThrottles(),
      says: 'Lambda refused requests. Compare ConcurrentExecutions with the reserved concurrency of the stage. Compare it also with the quota of the account (Service Quotas, Lambda, Concurrent executions). The query shows which operations keep the function busy.',
      query: 'apiLoad',
    },
  }
}

/**
 * The share of a new version's own failures, while it takes a part of the requests: crashes, which Lambda counts, and
 * answers, which the function counts. Those that no version could have avoided are not among them (Problem.isElsewhere).
 */
export function versionWatch(stage: Stage, { apiFunction }: Watched): Watch {
  const { functionName, currentVersion } = apiFunction
  const { version } = currentVersion
  const byLambda = (metricName: string) =>
    // Lambda counts by the version for an alias that leads to two. The alias itself would be a cycle of resources.
    sumOf('AWS/Lambda', metricName, {
      FunctionName: functionName,
      Resource: `${functionName}:${liveAlias}`,
      ExecutedVersion: version,
    })
  const answers = sumOf(metricNamespace(stage.name), 'VersionErrors', { service: serviceName, version })
  return {
    metric: errorRate('failures of the new version, %', {
      errors: [byLambda('Errors'), answers],
      requests: [byLambda('Invocations')],
    }),
    threshold: tooManyErrors,
    says: `The new version of the API function failed in ${tooManyErrors} % of its requests, so the deployment was taken back. The query shows the errors of all versions: look at those since the deployment began. After the repair deploy again. With --no-rollback the alarm takes nothing back.`,
    query: 'apiFailures',
  }
}

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

const workflowWatches = ({ workflow: { stateMachine }, eventBridge }: Watched): Record<string, Watch> => ({
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
  DeadLetters: {
    metric: eventBridge.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    says: 'An event or a record of the customers stream could not be delivered. It stays in the dead-letter queue for 14 days. The message attributes (of a rule) or the body (of the pipe) name the error. Start the workflow with POST /workflow/submit for each customer that was missed. Delete the object of each S3 event: its file is too large. Then purge the queue.',
    query: 'pipeFailures',
  },
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

const tableWatches = ({ tables }: Watched): Record<string, Watch> =>
  Object.fromEntries(
    (Object.keys(definitions) as TableName[]).map((name) => [
      `${constructId(name)}Throttles`,
      {
        metric: tableThrottles(tables[name], Object.keys(definitions[name].indexes)),
        says: `DynamoDB throttled the table ${name} or one of its indexes. If only an index is throttled, one of its partitions is hot: raise listShards of the stage. Otherwise the traffic doubled faster than the table adapts. Wait until it has adapted, or set warm throughput. The query shows the failures that callers saw.`,
        query: 'apiThrottling',
      },
    ]),
  )

function tableThrottles({ tableName }: Table, indexes: string[]): IMetric {
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

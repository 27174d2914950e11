// The alarms of the API: rates of failures, crashes, latency, throttles, and the failures of a new version.
import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { name as serviceName } from '../generated/names.ts'
import { liveAlias } from './live-alias.ts'
import { errorRate, sumOf, type Counts } from './error-rates.ts'
import { model } from './model.ts'
import { metricNamespace } from './names.ts'
import type { Stage } from './stages.ts'
import type { Watch, Watched } from './watches.ts'

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

export function apiWatches(stage: Stage, { apiName, apiFunction }: Watched): Record<string, Watch> {
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
    ...(assistant.requests.length > 0 && { Assistant5xx: assistantWatch(assistant) }),
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

const assistantWatch = (assistant: Counts): Watch => ({
  metric: errorRate('5xx of the assistant, %', assistant),
  threshold: tooManyOfAssistant,
  periods: 2,
  says: `The assistant answered ${tooManyOfAssistant} % of its requests with 5xx, for ten minutes. 502: the model failed, or the account may not use it. 504: it was too slow. The query shows Bedrock's own words. Look at the health of Bedrock in the region of the model; assistant.modelId in infra/stages.ts chooses another one.`,
  query: 'apiFailures',
})

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

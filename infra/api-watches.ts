// The alarms of the API: rates of failures, crashes, latency, throttles, and the failures of a new version.
import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { name as serviceName } from '../generated/names.ts'
import type { AssistantCount } from '../server/log.ts'
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

/** The gateway counts all requests. The functions count the assistant's answers, and those that failed before and after their head. */
function countsOf(stage: Stage, apiName: string) {
  const ofGateway = (metricName: string) => sumOf('AWS/ApiGateway', metricName, { ApiName: apiName })
  const ofFunctions = (metricName: AssistantCount) =>
    sumOf(metricNamespace(stage.name), metricName, { service: serviceName })
  const ids: string[] = stage.assistant.operations
  const hasAssistant = model.operations.some(({ operationId }) => ids.includes(operationId))
  const all: Counts = { errors: [ofGateway('5XXError')], requests: [ofGateway('Count')] }
  if (!hasAssistant) return { all }
  const assistant: Counts = { errors: [ofFunctions('AssistantFailures')], requests: [ofFunctions('AssistantAnswers')] }
  return { all, assistant, breaks: ofFunctions('AssistantBreaks') }
}

export function apiWatches(stage: Stage, { apiName, apiFunction, streamFunction }: Watched): Record<string, Watch> {
  const { all, assistant, breaks } = countsOf(stage, apiName)
  const latency = { metricName: 'Latency', dimensionsMap: { ApiName: apiName }, statistic: Stats.percentile(99) }
  return {
    Api5xx: {
      metric: errorRate('5xx of all but the assistant, %', all, assistant),
      threshold: tooManyErrors,
      says: `The API answered ${tooManyErrors} % of the requests with 5xx, the assistant's not counted. The query shows status, errorType, resource and requestId. Then search the log of the API function for the requestId: it shows the cause.`,
      query: 'gatewayErrors',
    },
    ...(assistant && { Assistant5xx: assistantWatch({ ...assistant, errors: [...assistant.errors, breaks] }) }),
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
    StreamFunctionErrors: {
      metric: streamFunction.metricErrors(),
      says: 'The function of streams crashed, timed out or ran out of memory, so callers saw a stream without its end. A failure that the function notices is an event of the stream, and none of those. Look in its log for platform.report records whose status is not success. The last deployment is the first suspect.',
      query: 'apiFailures',
    },
    StreamFunctionThrottles: {
      metric: streamFunction.metricThrottles(),
      says: 'Lambda refused streams. Each stream holds the function until its end, so many people who chat at a time need many. Compare ConcurrentExecutions with the quota of the account (Service Quotas, Lambda, Concurrent executions). The throttle of the operation in infra/stages.ts limits how many begin.',
      query: 'apiLoad',
    },
  }
}

const assistantWatch = (assistant: Counts): Watch => ({
  metric: errorRate('failures of the assistant, %', assistant),
  threshold: tooManyOfAssistant,
  periods: 2,
  says: `The assistant answered ${tooManyOfAssistant} % of its requests with 5xx, or broke its stream off, for ten minutes. 502: the model failed, or the account may not use it. 504: it was too slow. The query shows Bedrock's own words. Look at the health of Bedrock in the region of the model; assistant.modelId in infra/stages.ts chooses another one.`,
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

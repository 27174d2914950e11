// Metrics of a request in CloudWatch's embedded format, by Powertools: counts, errors by class, and duration.
import { MetricUnit, type Metrics } from '@aws-lambda-powertools/metrics'

type Measured = { operationId: string | undefined; status: number; durationMs: number }

/** Adds one request to the metrics of its operation, and writes them to the log. */
export function measure(metrics: Metrics, { operationId = 'none', status, durationMs }: Measured) {
  metrics.captureColdStartMetric()
  metrics.addDimension('operation', operationId)
  metrics.addMetric('Requests', MetricUnit.Count, 1)
  metrics.addMetric('ClientErrors', MetricUnit.Count, status >= 400 && status < 500 ? 1 : 0)
  metrics.addMetric('ServerErrors', MetricUnit.Count, status >= 500 ? 1 : 0)
  metrics.addMetric('Duration', MetricUnit.Milliseconds, durationMs)
  metrics.publishStoredMetrics()
}

/**
 * Counts an answer that speaks against this version of the function. The alarm that rolls a version back reads it. The line
 * is one of its own: only failures have the version as a dimension.
 */
export function countVersionError(metrics: Metrics, version: string) {
  const ofVersion = metrics.singleMetric()
  ofVersion.addDimension('version', version)
  ofVersion.addMetric('VersionErrors', MetricUnit.Count, 1)
}

/** Counts a stored item that breaks the contract. `measure` writes it with the request that read the item. */
export function countBrokenItem(metrics: Metrics) {
  metrics.addMetric('BrokenItems', MetricUnit.Count, 1)
}

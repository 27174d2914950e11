// Error rates in percent, as CloudWatch's metric math: only for at least so many requests, and 0 below that.
import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'

/** Canaries, too, get this many requests in a few minutes. One failure in fewer requests says little. */
const leastRequests = 10

/** The sums of a metric in five minutes. */
export const sumOf = (namespace: string, metricName: string, dimensionsMap: Record<string, string>) =>
  new Metric({ namespace, metricName, dimensionsMap, statistic: Stats.SUM, period: Duration.minutes(5) })

export type Counts = { errors: IMetric[]; requests: IMetric[] }

/** The share of errors in all requests, without those of a part that has an alarm of its own. */
export function errorRate(label: string, all: Counts, without: Counts = { errors: [], requests: [] }): MathExpression {
  const usingMetrics: Record<string, IMetric> = {}
  // A metric without a failure in these minutes is missing, and counts as 0.
  const terms = (prefix: string, metrics: IMetric[]) =>
    metrics.map((metric, n) => {
      usingMetrics[`${prefix}${n}`] = metric
      return `FILL(${prefix}${n}, 0)`
    })
  const difference = (some: string[], less: string[]) => `(${[some.join(' + '), ...less].join(' - ')})`
  const errors = difference(terms('errors', all.errors), terms('otherErrors', without.errors))
  const requests = difference(terms('requests', all.requests), terms('otherRequests', without.requests))
  return new MathExpression({
    expression: `IF(${requests} >= ${leastRequests}, 100 * ${errors} / ${requests}, 0)`,
    usingMetrics,
    label,
    period: Duration.minutes(5),
  })
}

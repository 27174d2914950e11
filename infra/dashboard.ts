// The dashboard: the metrics behind the alarms, over time.
import { Aws, Duration } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { name } from '../generated/names.ts'
import type { Watched } from './watches.ts'
import { metricNamespace, stageNamed } from './names.ts'
import type { Stage } from './stages.ts'

export function createDashboard(parent: Construct, stage: Stage, shown: Watched) {
  const { apiName, apiFunction, streamFunction, workflow, deadLetters, tables } = shown
  const gateway = (metricName: string, statistic: string) =>
    new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiName: apiName }, statistic })
  const ofApp = (metricName: string, statistic: string) =>
    new Metric({ namespace: metricNamespace(stage.name), metricName, dimensionsMap: { service: name }, statistic })
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 8, period: Duration.minutes(5) })
  const { stateMachine } = workflow
  const errors = Object.values(workflow.tasks).map((task) => task.metricErrors())
  const tasks = [graph('Tasks', errors)]
  const started = [stateMachine.metricStarted(), stateMachine.metricSucceeded(), stateMachine.metricFailed()]
  const executions = [graph('Workflow', started)]

  // All dashboards of an account are global (CloudWatch API reference, PutDashboard).
  const dashboardName = `${stageNamed(stage.name)}-${Aws.REGION}`
  const dashboard = new Dashboard(parent, 'Dashboard', { dashboardName })
  dashboard.addWidgets(
    graph('Requests', [gateway('Count', Stats.SUM)], [gateway('4XXError', Stats.SUM), gateway('5XXError', Stats.SUM)]),
    graph('Latency', [gateway('Latency', Stats.p(50)), gateway('Latency', Stats.p(99))]),
    graph('Cold starts', [ofApp('ColdStart', Stats.SUM)]),
  )
  dashboard.addWidgets(
    graph('API function', [apiFunction.metricErrors(), apiFunction.metricThrottles()], [apiFunction.metricDuration()]),
    graph(
      'Streams',
      [streamFunction.metricErrors(), streamFunction.metricThrottles()],
      [streamFunction.metricDuration()],
    ),
    graph(
      'Concurrency',
      [apiFunction, streamFunction].map((called) =>
        called.metric('ConcurrentExecutions', { statistic: Stats.MAXIMUM }),
      ),
    ),
    ...tasks,
  )
  dashboard.addWidgets(
    ...executions,
    graph('Dead letters', [deadLetters.queue.metricApproximateNumberOfMessagesVisible()]),
    graph(
      'Capacity',
      Object.values(tables).map((table) => table.metricConsumedReadCapacityUnits()),
      Object.values(tables).map((table) => table.metricConsumedWriteCapacityUnits()),
    ),
  )
  return dashboard
}

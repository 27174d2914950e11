// The dashboard: every metric is of a resource of this stage.
import type { Template } from 'aws-cdk-lib/assertions'
import { name } from '../../../generated/names.ts'
import { metricNamespace, stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

export function dashboard(template: Template, stage: Stage): string[] {
  if (stage.dashboard !== true) {
    return differences(resourcesOf(template, 'AWS::CloudWatch::Dashboard').size, 0, 'dashboards that nobody asked for')
  }
  const { DashboardBody: text } = propertiesOf(template, 'AWS::CloudWatch::Dashboard', 'Dashboard')
  const { widgets } = JSON.parse(typeof text === 'string' ? text : '{"widgets":[]}') as {
    widgets: { properties: { metrics: string[][] } }[]
  }
  const known: Record<string, RegExp> = {
    'AWS/ApiGateway': new RegExp(`^ApiName ${stageNamed(stage.name)}$`),
    'AWS/Lambda': /^FunctionName <(Api|Stream|Workflow\w+)Function>$/,
    'AWS/States': /^StateMachineArn <WorkflowCustomerWorkflow>$/,
    'AWS/SQS': /^QueueName <EventsDeadLetters.QueueName>$/,
    'AWS/DynamoDB': /^TableName <Tables\w+>$/,
    [metricNamespace(stage.name)]: new RegExp(`^service ${name}$`),
  }
  const shown = widgets.flatMap(({ properties: { metrics } }) => metrics)
  const wrong = shown.filter(
    ([space = '', , ...dimension]) => known[space]?.test(dimension.slice(0, 2).join(' ')) !== true,
  )
  return [
    ...wrong.map((metric) => `the dashboard shows ${metric.slice(0, 4).join(' ')}`),
    ...Object.keys(known)
      .filter((space) => !shown.some(([shownSpace]) => shownSpace === space))
      .map((space) => `the dashboard lacks ${space}`),
  ]
}

// Creates the alarms, and says who is told. infra/watches.ts has what each of them watches and says.
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { createTopic } from './alarm-topic.ts'
import { versionWatch } from './api-watches.ts'
import { createQueries, queryNamed, type Logs } from './queries.ts'
import type { Stage } from './stages.ts'
import { watches, type Watch, type Watched } from './watches.ts'

export function createAlarms(parent: Construct, stage: Stage, watched: Watched) {
  const scope = new Construct(parent, 'Alarms')
  const topic = createTopic(scope, stage)
  createQueries(scope, stage, logsOf(watched))
  const create = (id: string, watch: Watch) => createAlarm(scope, stage, topic, id, watch)
  for (const [id, watch] of Object.entries(watches(stage, watched))) create(id, watch)
  // Only this one takes a deployment back. The others may ring because of the very failure that the deployment repairs.
  const rollbackOn = stage.gradualDeployment ? [create('ApiVersionErrors', versionWatch(stage, watched))] : []
  return { topic, rollbackOn }
}

const logsOf = (watched: Watched): Logs => {
  const { gatewayLogs, apiFunction, streamFunction, workflow, uploadGuard, eventBridge, scheduled } = watched
  return {
    access: gatewayLogs,
    api: [apiFunction.logGroup, streamFunction.logGroup],
    tasks: [...Object.values(workflow.tasks), ...Object.values(scheduled)].map(({ logGroup }) => logGroup),
    workflow: workflow.logs,
    guard: uploadGuard.logGroup,
    pipe: eventBridge.pipeLogs,
  }
}

function createAlarm(scope: Construct, stage: Stage, topic: ITopic, id: string, watch: Watch) {
  const { metric, threshold = 1, periods = 1, says, query } = watch
  const alarm = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Without requests there are no data, and no failures.
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${says} Saved query in Logs Insights: ${queryNamed(stage, query)}.`,
  })
  alarm.addAlarmAction(new SnsAction(topic))
  alarm.addOkAction(new SnsAction(topic))
  return alarm
}

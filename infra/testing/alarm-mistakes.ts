// Mistakes that somebody might make in the alarms, their receivers, their queries and the rollout, one at a time.
import {
  add,
  attribute,
  drop,
  exchange,
  place,
  rewrite,
  set,
  unordered,
  unset,
  without,
  type Mistake,
} from './mistake.ts'
import { throttlesId } from './places.ts'

const versionDimension = (member: string) => `Metrics 1 MetricStat Metric Dimensions 0 ${member}`

/** The key describes the mistake. */
export const alarmMistakes: Record<string, Mistake> = {
  // How it counts
  'an alarm averages where it should sum': set('AlarmsExecutionsFailed', 'Statistic', 'Average'),
  'an alarm counts samples, not failures': set('AlarmsInsertIdErrors', 'Statistic', 'SampleCount'),
  "a rate's errors are an average": set('AlarmsApi5xx', 'Metrics 1 MetricStat Stat', 'Average'),
  "a rate's requests are a maximum": set('AlarmsApi5xx', 'Metrics 3 MetricStat Stat', 'Maximum'),
  'a rate is of one minute, its requests of five': set('AlarmsApi5xx', 'Metrics 1 MetricStat Period', 60),
  'a rate has no least number of requests': rewrite('AlarmsApi5xx', 'Metrics 0 Expression', '>= 10', '>= 1'),
  'a rate is a share, its threshold percent': rewrite('AlarmsApi5xx', 'Metrics 0 Expression', '100 * ', ''),
  "a rate's missing failures make it missing": rewrite(
    'AlarmsAssistant5xx',
    'Metrics 0 Expression',
    'FILL(errors0, 0)',
    'errors0',
  ),
  'an alarm looks at a count, not at the rate': set('AlarmsApi5xx', 'Metrics 1 ReturnData', true),
  "the API's alarm rings for the assistant": rewrite(
    'AlarmsApi5xx',
    'Metrics 0 Expression',
    ' - FILL(otherErrors0, 0)',
    '',
  ),
  'the assistant is measured at another stage': set(
    'AlarmsAssistant5xx',
    'Metrics 1 MetricStat Metric Namespace',
    'Frontdesk/dev',
  ),
  'streams that break off do not count': rewrite(
    'AlarmsAssistant5xx',
    'Metrics 0 Expression',
    ' + FILL(errors1, 0)',
    '',
  ),
  'streams that crash have no alarm': without('AlarmsStreamFunctionErrors'),
  'streams that are refused are counted at the other function': set(
    'AlarmsStreamFunctionThrottles',
    'Dimensions 0 Value',
    { Ref: 'ApiFunction' },
  ),
  'the assistant has no alarm': without('AlarmsAssistant5xx'),
  'every method is counted apart, which costs': set(
    'GatewayApiDeploymentStageprod',
    'MethodSettings 0 MetricsEnabled',
    true,
  ),
  'an alarm rings at the second failure': set('AlarmsExecutionsFailed', 'ComparisonOperator', 'GreaterThanThreshold'),
  'an alarm rings when all is well': set('AlarmsDeadLetters', 'ComparisonOperator', 'LessThanThreshold'),
  'an alarm waits for an hour': set('AlarmsApiFunctionErrors', 'Period', 3600),
  'an alarm waits for five bad periods': set('AlarmsExecutionsTimedOut', 'EvaluationPeriods', 5),
  'an alarm wants three bad periods of one': set('AlarmsApiLatency', 'DatapointsToAlarm', 1),
  'an alarm has a dimension that nothing is counted by': add('AlarmsApiLatency', 'Dimensions', {
    Name: 'Region',
    Value: 'us-east-1',
  }),
  'an alarm counts letters that are on their way': set(
    'AlarmsDeadLetters',
    'MetricName',
    'ApproximateNumberOfMessagesNotVisible',
  ),
  "a table's throttles are averaged": set(throttlesId, 'Metrics 1 MetricStat Stat', 'Average'),
  "of a table's throttles the largest counts": set(throttlesId, 'Metrics 0 Expression', 'MAX(METRICS())'),
  "an index's throttles are left out": drop(throttlesId, 'Metrics'),
  "a table's alarm watches another table": set(throttlesId, 'Metrics 1 MetricStat Metric Dimensions 0 Value', 'events'),
  'reads are counted twice, writes never': set(
    throttlesId,
    'Metrics 2 MetricStat Metric MetricName',
    'ReadThrottleEvents',
  ),
  // Who hears
  'an alarm is silent': set('AlarmsApi5xx', 'ActionsEnabled', false),
  'nobody hears that an alarm has ended': unset('AlarmsApi5xx', 'OKActions'),
  'an alarm tells of silence': set('AlarmsApi5xx', 'InsufficientDataActions', ['arn:aws:sns:us-east-1:1:other']),
  'an alarm calls somebody else': set('AlarmsDeadLetters', 'AlarmActions', ['arn:aws:sns:us-east-1:1:other']),
  'an alarm starts an automation': add('AlarmsApiFunctionErrors', 'AlarmActions', 'arn:aws:ssm:us-east-1:1:opsitem:1'),
  'an alarm has a fixed name': set('AlarmsApi5xx', 'AlarmName', 'api-5xx'),
  'alarms go to a web address': set('AWS::SNS::Subscription', 'Protocol', 'https'),
  'some alarms are filtered out': set('AWS::SNS::Subscription', 'FilterPolicy', { severity: ['high'] }),
  'alarms reach somebody at the example': set('AWS::SNS::Subscription', 'Endpoint', 'somebody@example.net'),
  'anyone may ring': set('AlarmsTopicPolicy', 'PolicyDocument Statement 1 Principal', '*'),
  "every account's alarms may ring": unset('AlarmsTopicPolicy', 'PolicyDocument Statement 1 Condition'),
  'alarms may come without TLS': drop('AlarmsTopicPolicy', 'PolicyDocument Statement', 0),
  'the topic is encrypted with a key that CloudWatch may not use': set(
    'AlarmsTopic',
    'KmsMasterKeyId',
    'alias/aws/sns',
  ),
  // What it says
  'an alarm names a query that does not exist': rewrite(
    'AlarmsApi5xx',
    'AlarmDescription',
    '/gatewayErrors.',
    '/gatewayFailures.',
  ),
  'an alarm names a query of another stage': rewrite('AlarmsApi5xx', 'AlarmDescription', '-prod/', '-staging/'),
  'a query is missing': without('AlarmsQueriesExecutions'),
  'a query is there that no alarm names': place('AlarmsQueriesOther', {
    Type: 'AWS::Logs::QueryDefinition',
    Properties: { Name: 'frontdesk-prod/other', QueryString: 'fields @message', LogGroupNames: [] },
  }),
  'a query reads no log': set('AlarmsQueriesApiFailures', 'LogGroupNames', []),
  'a query reads a log outside the stack': set('AlarmsQueriesApiFailures', 'LogGroupNames', ['/aws/lambda/api']),
  'a query has no such command': rewrite('AlarmsQueriesApiFailures', 'QueryString', '| filter ', '| where '),
  'an e-mail does not say of which stage it is': unset('AlarmsTopic', 'DisplayName'),
  // The rollout
  'an alarm that rings already takes the cure back': add('Rollout', 'AlarmConfiguration Alarms', {
    Name: { Ref: 'AlarmsApi5xx' },
  }),
  'the alarms are not asked': set('Rollout', 'AlarmConfiguration Enabled', false),
  'an alarm takes nothing back': drop('Rollout', 'AutoRollbackConfiguration Events'),
  'the canary ends before its alarm': set(
    'Rollout',
    'DeploymentConfigName',
    'CodeDeployDefault.LambdaCanary10Percent5Minutes',
  ),
  'everybody gets the new version at once': set('Rollout', 'DeploymentConfigName', 'CodeDeployDefault.LambdaAllAtOnce'),
  'the alias leads to the new version before its alarm is there': unordered('Live'),
  'nobody shifts the requests': attribute('Live', 'UpdatePolicy', {
    CodeDeployLambdaAliasUpdate: { ApplicationName: 'x' },
  }),
  "the new version's alarm watches every version": drop(
    'AlarmsApiVersionErrors',
    'Metrics 1 MetricStat Metric Dimensions',
    0,
  ),
  "the new version's alarm watches $LATEST": set('AlarmsApiVersionErrors', versionDimension('Value'), '$LATEST'),
  "the new version's alarm leaves its answers out": rewrite(
    'AlarmsApiVersionErrors',
    'Metrics 0 Expression',
    ' + FILL(errors1, 0)',
    '',
  ),
  "the new version's alarm is of another stage": set(
    'AlarmsApiVersionErrors',
    'Metrics 2 MetricStat Metric Namespace',
    'Frontdesk/staging',
  ),
  "the new version's failures are divided by themselves": exchange(
    'AlarmsApiVersionErrors',
    'Metrics 1 MetricStat Metric MetricName',
    'Namespace',
  ),
  // The pipe's log
  'the pipe logs nothing': unset('EventsCustomerCreatedPipe', 'LogConfiguration'),
  "the pipe's log holds customers": set('EventsCustomerCreatedPipe', 'LogConfiguration IncludeExecutionData', ['ALL']),
}

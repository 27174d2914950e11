// Mistakes in the guards on spending and in what can be brought back. Some of them need a setting that prod does not have.
import { add, drop, set, unset, without, type Mistake } from './mistake.ts'
import { tableId } from './places.ts'

export const guardMistakes: Record<string, Mistake> = {
  'the budget tells nobody': unset('Budget', 'NotificationsWithSubscribers'),
  'the budget tells somebody else': set('Budget', 'NotificationsWithSubscribers 0 Subscribers 0 Address', 'me@x.org'),
  'the budget counts another stage': set('Budget', 'Budget CostFilters TagKeyValue 0', 'user:stage$dev'),
  'the budget is ten times larger': set('Budget', 'Budget BudgetLimit Amount', 1000),
  'the budget warns too late': set('Budget', 'NotificationsWithSubscribers 0 Notification Threshold', 300),
  'a stage has no budget': without('Budget'),
  'a table has no maximum': unset(tableId, 'OnDemandThroughput'),
  'an index has no maximum': unset(tableId, 'GlobalSecondaryIndexes 0 OnDemandThroughput'),
  'counters stay for ever': unset('TablesQuotas', 'TimeToLiveSpecification'),
  'items of a resource expire': set(tableId, 'TimeToLiveSpecification', {
    AttributeName: 'createdAt',
    Enabled: true,
  }),
  'nobody has a quota': set('ApiFunction', 'Environment Variables ASSISTANT_QUOTA_REQUESTS', '0'),
  'replaced files are lost': unset('CaseFiles', 'VersioningConfiguration'),
  'replaced files stay for ever': unset('CaseFiles', 'LifecycleConfiguration Rules 0 NoncurrentVersionExpiration'),
  'files that are too large stay for a month': unset(
    'CaseFiles',
    'LifecycleConfiguration Rules 2 NoncurrentVersionExpiration',
  ),
  'the old version of the function goes at once': (template) => {
    for (const resource of Object.values(template.Resources))
      if (resource.Type === 'AWS::Lambda::Version') Object.assign(resource, { DeletionPolicy: 'Delete' })
  },
}

export const scheduledMistakes: Record<string, Mistake> = {
  'keys are rotated once a year': set('KeyRotationRule', 'ScheduleExpression', 'rate(365 days)'),
  'the rotation reads every secret': set(
    'KeyRotationRole DefaultPolicy'.replace(' ', ''),
    'PolicyDocument Statement 1 Resource',
    '*',
  ),
  'the canary sleeps': set('CanaryRule', 'State', 'DISABLED'),
  'the canary takes no journey': set('CanaryFunction', 'Environment Variables JOURNEYS', ''),
  'the canary has another address': set('CanaryFunction', 'Environment Variables API_URL', 'https://example.com'),
  'the canary ends in the middle': set('CanaryFunction', 'Timeout', 10),
  'nobody hears of the canary': without('AlarmsCanaryErrors'),
  'everybody may start the rotation': (template) => {
    for (const { Type, Properties } of Object.values(template.Resources))
      if (Type === 'AWS::Lambda::Permission' && JSON.stringify(Properties.FunctionName).includes('KeyRotation'))
        Reflect.deleteProperty(Properties, 'SourceArn')
  },
  'copies are kept for a day': set('BackupPlan', 'BackupPlan BackupPlanRule 0 Lifecycle DeleteAfterDays', 1),
  'a table is not copied': drop('BackupPlanTables', 'BackupSelection Resources'),
  'the copies may restore': add(
    'BackupRole',
    'ManagedPolicyArns',
    'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores',
  ),
}
